import CSQLite

/// An error that SQLite reported.
package struct SQLiteError: Error, Sendable, Hashable {
  /// The extended result code.
  package let code: Int32
  package let message: String
  /// The statement at fault, where there is one.
  package let sql: String?

  package init(code: Int32, message: String, sql: String? = nil) {
    self.code = code
    self.message = message
    self.sql = sql
  }

  /// The last error of a connection; of none, the code's own words.
  init(_ code: Int32, in database: OpaquePointer?, sql: String? = nil) {
    let message = database.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    self.init(code: code, message: message.map { String(cString: $0) } ?? "", sql: sql)
  }
}

extension SQLiteError {
  /// The kinds of failure that a user can do something about.
  package enum Kind: Sendable {
    case busy, readOnly, full, damaged, notADatabase, cannotOpen, interrupted, constraint, other
  }

  package var kind: Kind {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_READONLY, SQLITE_PERM: .readOnly
    case SQLITE_FULL: .full
    case SQLITE_CORRUPT: .damaged
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CANTOPEN: .cannotOpen
    case SQLITE_INTERRUPT, SQLITE_ABORT: .interrupted
    case SQLITE_CONSTRAINT: .constraint
    default: .other
    }
  }
}
