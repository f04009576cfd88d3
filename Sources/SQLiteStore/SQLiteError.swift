import CSQLite
@preconcurrency import Glibc

/// An error that SQLite reported.
package struct SQLiteError: Error, Sendable, Hashable {
  /// The extended result code.
  package let code: Int32
  package let message: String
  /// The statement at fault, where there is one.
  package let sql: String?
  /// What the system said of a file, `errno`; 0 where it was not asked.
  package let system: Int32

  package init(code: Int32, message: String, sql: String? = nil, system: Int32 = 0) {
    self.code = code
    self.message = message
    self.sql = sql
    self.system = system
  }

  /// The last error of a connection; of none, the code's own words.
  init(_ code: Int32, in database: OpaquePointer?, sql: String? = nil) {
    // SQLite keeps the system's error in some cases only; in the others it is still where the system left it.
    let last = errno
    let message = database.map { sqlite3_errmsg($0) } ?? sqlite3_errstr(code)
    let kept = database.map { sqlite3_system_errno($0) } ?? 0
    let system = kept == 0 && code & 0xFF == SQLITE_IOERR ? last : kept
    self.init(code: code, message: message.map { String(cString: $0) } ?? "", sql: sql, system: system)
  }
}

extension SQLiteError {
  /// A file that could not be made or opened to write, by what the system said.
  init(creating system: Int32) {
    let code =
      switch system {
      case EACCES, EPERM, EROFS: SQLITE_READONLY
      case ENOSPC, EDQUOT: SQLITE_FULL
      default: SQLITE_CANTOPEN
      }
    self.init(code: code, message: String(cString: strerror(system)), system: system)
  }

  /// A code that SQLite has set apart (SQLITE_CANTOPEN_DIRTYWAL) and does not use.
  static let unreadableLog = SQLITE_CANTOPEN | 5 << 8

  /// The kinds of failure that a user can do something about.
  package enum Kind: Sendable {
    case busy, readOnly, full, input, damaged, notADatabase, cannotOpen, unreadableLog, interrupted, constraint, other
  }

  /// The system's words for what it said of a file; SQLite's where it was not asked.
  package var detail: String { system == 0 ? message : String(cString: strerror(system)) }

  package var kind: Kind {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .busy
    case SQLITE_READONLY, SQLITE_PERM: .readOnly
    case SQLITE_FULL: .full
    // A quota and a limit on the size of files are full disks to their user.
    case SQLITE_IOERR: [ENOSPC, EDQUOT, EFBIG].contains(system) ? .full : .input
    case SQLITE_CORRUPT: .damaged
    case SQLITE_NOTADB: .notADatabase
    case SQLITE_CANTOPEN: code == Self.unreadableLog ? .unreadableLog : .cannotOpen
    case SQLITE_INTERRUPT, SQLITE_ABORT: .interrupted
    case SQLITE_CONSTRAINT: .constraint
    default: .other
    }
  }
}
