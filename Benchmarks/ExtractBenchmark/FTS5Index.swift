import CSQLite
import Foundation

/// What the extraction is measured against: SQLite's full-text search taking in the same files, one row a
/// paragraph, in one transaction, by its C interface.
enum FTS5Index {
  static func make(of files: [URL], in database: String) throws {
    var connection: OpaquePointer?
    guard sqlite3_open(database, &connection) == SQLITE_OK else { throw Failure(connection) }
    defer { sqlite3_close(connection) }
    func run(_ sql: String) throws {
      guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw Failure(connection) }
    }
    try run("PRAGMA journal_mode = WAL")
    try run("PRAGMA synchronous = NORMAL")
    try run("CREATE VIRTUAL TABLE paragraph USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2')")
    try run("BEGIN")
    var statement: OpaquePointer?
    guard sqlite3_prepare_v2(connection, "INSERT INTO paragraph VALUES (?)", -1, &statement, nil) == SQLITE_OK else {
      throw Failure(connection)
    }
    defer { sqlite3_finalize(statement) }
    for file in files {
      for paragraph in try Data(contentsOf: file).split(separator: 0x0A) {
        let code = paragraph.withUnsafeBytes { bytes in
          // SQLite reads the bytes before `sqlite3_step` returns: no copy is needed.
          sqlite3_bind_text(statement, 1, bytes.baseAddress, Int32(bytes.count), nil)
          return sqlite3_step(statement)
        }
        guard code == SQLITE_DONE else { throw Failure(connection) }
        sqlite3_reset(statement)
      }
    }
    try run("COMMIT")
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ connection: OpaquePointer?) { description = "SQLite: " + String(cString: sqlite3_errmsg(connection)) }
  }
}
