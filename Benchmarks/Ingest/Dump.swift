import BenchmarkSupport
import Foundation

/// The rows of a store as SQL that the `sqlite3` shell can run: the same tables, the same index, one transaction.
struct Dump {
  let file: URL

  /// Writes the rows of a store; those of the index in its own order, which is the one it takes fastest.
  init(of store: URL, to file: URL) throws {
    self.file = file
    let script = file.appendingPathExtension("script")
    try Self.script(file.path, tables: Self.tables(of: store)).write(to: script, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: script) }
    _ = try MeasuredRun(["sqlite3", store.path], onOneCore: false, input: script.path)
  }

  private static func script(_ output: String, tables: [String]) -> String {
    var lines = [
      ".output '\(output)'", ".print 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; BEGIN;'",
      ".mode list", ".headers off",
      """
      SELECT sql || ';' FROM sqlite_master
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT GLOB 'search_*' ORDER BY rowid;
      """,
      ".headers on",
    ]
    for table in tables where table != "search" { lines += [".mode insert \(table)", "SELECT * FROM \(table);"] }
    lines += [".mode insert search", "SELECT rowid, * FROM search;", ".print 'COMMIT;'"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// What the schema makes, less what FTS5 keeps for itself.
  private static func tables(of store: URL) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [
      "sqlite3", store.path,
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT GLOB 'search_*'",
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let names = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return names.split(separator: "\n").map(String.init)
  }
}
