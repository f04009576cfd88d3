import Communique
import SQLiteStore

/// One store: a SQLite file of communiqués and the agreements found in them.
///
/// Not shared between threads; only `interrupter` may be used from elsewhere.
public final class KnowledgeBase {
  public enum Mode: Sendable {
    /// Never writes; the file must exist.
    case read
    /// Makes the file and its folder where absent, and brings an older store up to date.
    case write
  }

  public let path: String
  public let mode: Mode
  /// How long one call may run; null for as long as it takes.
  public var timeLimit: Duration?

  /// Opens a store.
  public init(path: String, mode: Mode) throws(KnowledgeBaseError) {
    self.path = path
    self.mode = mode
  }

  /// Stops the running call, which then throws `interrupted`.
  public func interrupt() { interrupter.interrupt() }

  /// What can stop a running call from another thread or a signal handler.
  public var interrupter: Interrupter { Interrupter() }
}

/// Stops the running call of a `KnowledgeBase` that must still be there.
public struct Interrupter: Sendable {
  public func interrupt() {}
}
