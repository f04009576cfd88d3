@preconcurrency import Glibc
import Synchronization

/// Why running statements are to stop: because someone asked, or because their time is up.
///
/// SQLite's progress handler reads it, so it can be set from any thread, or from a signal handler, without a
/// pointer to the connection.
package final class Interruption: Sendable {
  private let isRequested = Atomic<Bool>(false)
  /// Nanoseconds of the monotonic clock; 0 for no limit.
  private let deadline = Atomic<UInt64>(0)

  package init() {}

  /// Stops what runs now; what starts later is not affected.
  package func request() { isRequested.store(true, ordering: .relaxed) }

  package var wasRequested: Bool { isRequested.load(ordering: .relaxed) }

  package var timeIsUp: Bool {
    let deadline = deadline.load(ordering: .relaxed)
    return deadline != 0 && Self.now >= deadline
  }

  /// Forgets earlier requests and sets how long what follows may run.
  package func restart(limit: Duration?) {
    isRequested.store(false, ordering: .relaxed)
    guard let limit else { return deadline.store(0, ordering: .relaxed) }
    let (seconds, attoseconds) = limit.components
    let nanoseconds = max(0, seconds) &* 1_000_000_000 &+ attoseconds / 1_000_000_000
    deadline.store(Self.now &+ UInt64(clamping: nanoseconds), ordering: .relaxed)
  }

  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
