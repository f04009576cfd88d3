import CSQLite
@preconcurrency import Glibc

extension Connection {
  /// Copies the whole database into a file that is there and empty, with SQLite's backup interface: one state of the
  /// store, however much other processes write meanwhile, and without holding them up.
  ///
  /// An interruption of this connection ends it; the file then holds nothing of use.
  package func backUp(to path: String) throws(SQLiteError) {
    let copy = try Connection(name: path, flags: SQLITE_OPEN_READWRITE)
    // The copy is complete on the disk when this returns.
    try copy.execute(script: "PRAGMA synchronous = FULL")
    // Holding one read transaction, the copy never has to start again because of a writer.
    try transaction(.read) { () throws(SQLiteError) in
      _ = try number("SELECT count(*) FROM sqlite_master")
      try copyPages(to: copy)
    }
    // Pages are copied as they are: a damaged store must not pass for a backup.
    let found = try copy.first("PRAGMA quick_check(1)") { $0.text(0) } ?? ""
    guard found == "ok" else { throw SQLiteError(code: SQLITE_CORRUPT, message: found) }
  }

  /// 4 MB at a time: between two looks at the interruption.
  private static let pagesAtOnce: Int32 = 1024

  private func copyPages(to copy: Connection) throws(SQLiteError) {
    guard let backup = sqlite3_backup_init(copy.handle, "main", handle, "main") else {
      throw SQLiteError(sqlite3_extended_errcode(copy.handle), in: copy.handle)
    }
    var code = SQLITE_OK
    while code == SQLITE_OK, !interruption.wasRequested { code = sqlite3_backup_step(backup, Self.pagesAtOnce) }
    sqlite3_backup_finish(backup)
    if code == SQLITE_OK { throw SQLiteError(code: SQLITE_INTERRUPT, message: "interrupted") }
    guard code == SQLITE_DONE else { throw SQLiteError(code, in: copy.handle) }
  }

  /// Writes the whole database into a file that is there and empty, without what deleted rows left behind.
  package func compact(into path: String) throws(SQLiteError) {
    // VACUUM INTO reads this database only, but counts as a write.
    let isReadOnly = try number("PRAGMA query_only") != 0
    if isReadOnly { try execute(script: "PRAGMA query_only = OFF") }
    defer { if isReadOnly { try? execute(script: "PRAGMA query_only = ON") } }
    try run("VACUUM INTO ?", .text(path))
  }
}

extension SQLiteError {
  /// For a transaction that its caller gives up for reasons of its own.
  package static let abandoned = SQLiteError(code: SQLITE_ABORT, message: "given up")
}
