import Communique
import Glibc
import Concordance
import TextAnalysis
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
  /// How searches and counts take agreements that stand in several documents.
  public var versions: Versions = .each

  let connection: Connection
  /// There was no file before it was opened.
  let isNew: Bool
  let stemmers = Stemmers()
  /// Made at the first write.
  var keptIndexWriter: IndexWriter?
  var keptDocumentWriter: DocumentWriter?
  /// Made when first a single communiqué is stored, as it takes the whole lexicon.
  var keptPreparer: CommuniquePreparer?
  /// Made when documents are first compared.
  let partnerMemo: PartnerMemo
  var keptProfileReader: ProfileReader?
  /// Since it was opened, or tidied.
  var writtenDocuments = 0

  /// Opens a store.
  public init(path: String, mode: Mode) throws(KnowledgeBaseError) {
    self.path = path
    self.mode = mode
    var status = stat()
    isNew = lstat(path, &status) != 0
    connection = try Opening(path: path, mode: mode).connection()
    partnerMemo = PartnerMemo(connection)
  }

  /// Stops the running call, which then throws `interrupted`.
  public func interrupt() { interrupter.interrupt() }

  /// What can stop a running call from another thread or a signal handler.
  public var interrupter: Interrupter { Interrupter(interruption: connection.interruption) }

  /// The version of SQLite in use: `3.40.1`.
  public static var sqliteVersion: String { SQLiteLibrary.version }
}

/// Stops the running call of a `KnowledgeBase`, from any thread or a signal handler.
public struct Interrupter: Sendable {
  let interruption: Interruption

  public func interrupt() { interruption.request() }
}

extension KnowledgeBase {
  /// Runs the body of a public call: its time starts now, and SQLite's errors become ours.
  func call<Result>(_ body: () throws(SQLiteError) -> Result) throws(KnowledgeBaseError) -> Result {
    connection.interruption.restart(limit: timeLimit)
    do {
      return try body()
    } catch {
      throw KnowledgeBaseError(error, path: path, connection.interruption)
    }
  }

  /// The same in one state of the store, whatever others write meanwhile.
  func reading<Result>(_ body: () throws(SQLiteError) -> Result) throws(KnowledgeBaseError) -> Result {
    try call { () throws(SQLiteError) in try connection.transaction(.read, body) }
  }

  /// The same in a transaction that is undone where it fails.
  func writing<Result>(
    _ body: (IndexWriter) throws(SQLiteError) -> Result
  ) throws(KnowledgeBaseError) -> Result {
    guard mode == .write else { throw .readOnly(path: path) }
    return try call { () throws(SQLiteError) in
      do throws(SQLiteError) {
        return try connection.transaction(.write) { () throws(SQLiteError) in
          let writer = try indexWriter()
          let result = try body(writer)
          try writer.finish()
          return result
        }
      } catch {
        keptIndexWriter?.abandon()
        partnerMemo.forgetAll()
        throw error
      }
    }
  }

  private func indexWriter() throws(SQLiteError) -> IndexWriter {
    if let keptIndexWriter { return keptIndexWriter }
    let writer = IndexWriter(connection)
    keptIndexWriter = writer
    return writer
  }
}
