import CSQLite
@preconcurrency import Glibc

extension Connection {
  /// Milliseconds to wait for another process's lock.
  private static let patience = 5_000

  /// Opens a file to read. Of a store in a folder that cannot be written, SQLite cannot make the helper files
  /// of its write-ahead log; where no log is left behind, the file can be read without them.
  package static func reading(_ path: String) throws(SQLiteError) -> Connection {
    do {
      return try prepared(Connection(name: path, flags: SQLITE_OPEN_READONLY), readingSteps)
    } catch  where error.kind == .cannotOpen || error.kind == .readOnly {
      guard access(path, R_OK) == 0 else { throw error }
      guard !hasContent(path + "-wal") else { throw SQLiteError(code: SQLiteError.unreadableLog, message: "log") }
      let name = "file:" + percentEncoded(path) + "?immutable=1"
      return try prepared(Connection(name: name, flags: SQLITE_OPEN_READONLY | SQLITE_OPEN_URI), readingSteps)
    }
  }

  /// Opens a file to write; a new one is made for its owner's eyes alone.
  package static func writing(_ path: String) throws(SQLiteError) -> Connection {
    let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if file >= 0 { close(file) } else if errno != EEXIST { throw SQLiteError(creating: errno) }
    let connection = try Connection(name: path, flags: SQLITE_OPEN_READWRITE)
    // What may not be written SQLite opens to read, without a word.
    guard sqlite3_db_readonly(connection.handle, "main") == 0 else { throw SQLiteError(creating: EACCES) }
    return try prepared(connection, writingSteps)
  }

  /// Asks for the write-ahead log, which lets readers and one writer work at once. A step of its own, as it
  /// writes to the file, which must have been found to be ours before.
  package func useWriteAheadLog() throws(SQLiteError) {
    try execute(script: "PRAGMA journal_mode = WAL")
  }

  private typealias Step = (name: String, script: String)

  private static var readingSteps: [Step] {
    [
      ("busy timeout", "PRAGMA busy_timeout = \(patience)"),
      ("no writing", "PRAGMA query_only = ON"),
      // The first read of the file: finds one that is no database.
      ("look at the file", "PRAGMA user_version"),
    ]
  }

  private static var writingSteps: [Step] {
    [
      ("busy timeout", "PRAGMA busy_timeout = \(patience)"),
      ("foreign keys", "PRAGMA foreign_keys = ON"),
      // With a write-ahead log a crash can lose the last commits at power loss, never the file's integrity.
      ("synchronous", "PRAGMA synchronous = NORMAL"),
      // 32 MB of log between checkpoints: each of these writes the pages that every document touches anew.
      ("checkpoints", "PRAGMA wal_autocheckpoint = 8000"),
      // Room for the parts of the index that every document touches.
      ("cache", "PRAGMA cache_size = -32000"),
      ("look at the file", "PRAGMA user_version"),
    ]
  }

  private static func prepared(_ connection: Connection, _ steps: [Step]) throws(SQLiteError) -> Connection {
    for step in steps { try connection.execute(script: step.script) }
    return connection
  }

  private static func hasContent(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_size > 0
  }

  private static func percentEncoded(_ path: String) -> String {
    var output = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        output += "%" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return output
  }
}
