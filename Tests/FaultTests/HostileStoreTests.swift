import Foundation
import SQLiteStore
import Testing

/// A store whose every text would act on a terminal, as another person may hand one on: nothing of it gets there.
@Suite struct HostileStoreTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try Texts.write(3, to: "texts", in: folder)
    #expect(try folder.kb("ingest", "texts").status == 0)
    // Sets the title, changes colours and direction; in all ways of writing it.
    let hostile = "'\u{1B}]0;owned\u{7}\u{1B}[31m\u{9B}32m\u{202E}\u{85}\u{2066}\r\u{8}'"
    let store = try Connection.writing(folder.store)
    try store.execute(script: "PRAGMA foreign_keys = OFF")
    let tables = try store.all(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'"
    ) { $0.text(0) }
    // What finds things stays, so that they are shown: facets, the words of questions.
    let kept: Set = ["facet", "term", "head", "form", "language", "word", "stem", "name", "concept"]
    for table in tables where table != "setting" {
      let columns = try store.all("SELECT name FROM pragma_table_info('\(table)') WHERE type = 'TEXT'") { $0.text(0) }
      for column in columns where !kept.contains(column) && !column.hasSuffix("_on") && column != "date" {
        try store.execute(script: "UPDATE \(table) SET \(column) = \(column) || \(hostile)")
      }
    }
    try store.execute(
      script: """
        UPDATE document SET publisher = \(hostile), title = title || \(hostile);
        UPDATE agreement SET speaker = \(hostile);
        INSERT INTO agreement_amount SELECT id, 0, 5, \(hostile) FROM agreement;
        INSERT INTO agreement_instrument SELECT id, 0, \(hostile) FROM agreement;
        UPDATE agreement SET details = 7;
        INSERT OR IGNORE INTO document_set_aside SELECT id, 99, 0, 5, \(hostile) FROM document;
        """)
  }

  private func expectClean(_ result: Program.Result, _ what: String) {
    for text in [result.output, result.errors] {
      let found = text.unicodeScalars.first { scalar in
        switch scalar.value {
        case 0x0A, 0x09: false
        case 0x0D: !what.contains("csv")
        case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
      }
      #expect(found == nil, "\(what): \(found.map { String($0.value, radix: 16) } ?? "") in \(text.debugDescription)")
    }
  }

  @Test func nothingOfItReachesTheTerminal() throws {
    for format in ["cards", "table", "json", "jsonl", "csv", "tsv", "markdown"] {
      for command in [
        ["query", "railway"], ["documents"], ["countries"], ["domains"], ["facets", "country"],
        ["facets", "pair"], ["query", "railway", "--facets"], ["doctor"],
      ] {
        let words = command + ["--format", format]
        let result = try Program(words, in: folder).wait()
        #expect(result.output.utf8.count > 30, "\(words)")
        expectClean(result, words.joined(separator: " "))
      }
    }
    for command in [
      ["show", "1"], ["show", "1", "--format", "json"], ["explain", "1"], ["explain", "1", "--format", "json"],
      ["export"], ["export", "--format", "csv"], ["export", "--format", "jsonld"], ["remove", "2", "--yes"],
      ["query", "zzz"], ["query", "railwey"],
    ] {
      let result = try Program(command, in: folder).wait()
      #expect(!(result.output + result.errors).isEmpty, "\(command)")
      expectClean(result, command.joined(separator: " "))
    }
  }

  @Test func norThroughTheShell() throws {
    let lines = [
      "railway", ".show 1", ".source 1", ".explain 1", ".facets country", ".facets publisher", ".documents", ".stats",
      ".cite 1 chicago", ".cite 1 apa", ".cite 1 bibtex", ".cite 1 markdown", ".countries", ".domains",
    ]
    try folder.write(lines.joined(separator: "\n") + "\n", to: "lines")
    for format in ["cards", "table"] {
      let words = ["/bin/sh", "-c", "exec \"$0\" \"$@\" < lines"]
      let result = try Program(["shell", "--format", format], in: folder, wrapper: words).wait()
      #expect(result.status == 0 && result.output.utf8.count > 1000, "\(result)")
      expectClean(result, "shell " + format)
    }
  }
}
