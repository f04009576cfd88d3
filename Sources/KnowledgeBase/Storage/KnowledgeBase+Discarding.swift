import Glibc
import SQLiteStore

extension KnowledgeBase {
  /// Takes the store's file away again where this opening made it and nothing came into it: what failed leaves no
  /// trace. Nothing is done where another process has it open.
  public func discardIfUnused() {
    guard isNew, mode == .write, isWithoutContent, isAlone else { return }
    for suffix in ["", "-journal", "-wal", "-shm"] { Glibc.unlink(path + suffix) }
  }

  private var isWithoutContent: Bool {
    let tables = ["document", "source_file", "link_choice"]
    connection.interruption.restart(limit: nil)
    return tables.allSatisfy { (try? connection.number("SELECT count(*) FROM \($0)")) == 0 }
  }

  /// SQLite leaves the write-ahead log only while nobody else has the file open.
  private var isAlone: Bool {
    let mode = try? connection.first("PRAGMA journal_mode = DELETE") { (row) in row.text(0) }
    return mode == "delete"
  }
}
