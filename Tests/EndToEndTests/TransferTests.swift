import Foundation
import Testing

/// What goes out of a store and comes back: remove, backup, export, import.
@Suite struct TransferTests {
  private let home: Home
  private var kb: Binary { Binary(home) }

  init() throws {
    home = try Home()
    try Samples.write(to: home)
    // One that would act on a spreadsheet, and one, without agreements, on a terminal.
    try home.write(
      """
      =2+5 Joint Statement of France and Japan

      9 December 2024

      The President of France and the Prime Minister of Japan met today in Paris.

      The two sides agreed to open a consulate.
      """, to: "=1.txt")
    try home.write("Nothing was said. \u{1B}[31m\u{202E}red\n", to: "texts/empty\u{1B}[31m.txt")
    #expect(try kb.run("ingest", "=1.txt", "texts").status == 0)
  }

  private func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: home.path + "/" + name) }

  @Test func exportAndImportGiveTheSameBytes() throws {
    #expect(try kb.run("export", "-o", "all.jsonl").status == 0)
    let exported = try home.text(of: "all.jsonl")
    #expect(exported.hasPrefix("{\"kb_export\":1,"))
    #expect(exported.split(separator: "\n").count == 5)
    let first = try kb.run("import", "all.jsonl", "--db", "new.db")
    #expect(first.status == 0 && first.output.isEmpty)
    #expect(first.errors == "4 added; 8 agreements\n")
    #expect(try kb.run("export", "--db", "new.db").output == exported)
    #expect(try kb.run("import", "-", "--db", "piped.db", input: exported).status == 0)
    #expect(try kb.run("export", "--db", "piped.db").output == exported)
    let questions = [["query", "visa", "--format", "jsonl"], ["show", "1"], ["explain", "2"], ["documents"]]
    for question in questions {
      #expect(try kb.run(question + ["--db", "new.db"]) == kb.run(question))
    }
  }

  @Test func aCompactCopyIsAStoreAndCanBeImported() throws {
    let exported = try kb.run("export").output
    #expect(try kb.run("export", "--format", "sqlite", "-o", "copy.db").status == 0)
    #expect(try kb.run("doctor", "--db", "copy.db").status == 0)
    #expect(try kb.run("export", "--db", "copy.db").output == exported)
    #expect(try kb.run("import", "copy.db", "--db", "other.db").status == 0)
    #expect(try kb.run("export", "--db", "other.db").output == exported)
  }

  @Test func whatIsThereAlreadyIsLeftOut() throws {
    #expect(try kb.run("export", "-o", "all.jsonl").status == 0)
    #expect(try kb.run("remove", "1", "2", "--yes").status == 0)
    let result = try kb.run("import", "all.jsonl", "--lang", "fr")
    #expect(result.errors.hasPrefix("2 ajoutés, 2 déjà présents\u{A0}; "))
    #expect(result.errors.contains("nouveaux numéros"))
    #expect(try kb.run("doctor").status == 0)
  }

  /// What is done to an export, and what is said of it in each language.
  @Test(arguments: [
    ("cut in a line", "line 5: is no JSON", "ligne 5\u{A0}: n'est pas du JSON"),
    ("cut between lines", "is not complete", "est incomplet"),
    ("other text", "line 2: document 1: the text is not", "ligne 2\u{A0}: document 1\u{A0}: le texte n'est pas"),
    ("bad date", "“document.held_on” has a value", "«\u{A0}document.held_on\u{A0}» a une valeur"),
    ("unknown field", "“document.colour” is not known", "«\u{A0}document.colour\u{A0}» n'est pas connu"),
    ("missing field", "“document.title” is missing", "«\u{A0}document.title\u{A0}» manque"),
    ("other version", "newer kb (format 2", "kb plus récent (format 2"),
    ("not UTF-8", "is no JSON", "n'est pas du JSON"),
    ("csv", "is no export of kb", "n'est pas un export de kb"),
    ("jsonld", "is no export of kb", "n'est pas un export de kb"),
    ("empty", "is no export of kb", "n'est pas un export de kb"),
  ])
  func whatIsDamagedIsRefusedWhole(_ damage: String, _ english: String, _ french: String) throws {
    var text = try kb.run("export").output
    switch damage {
    case "cut in a line": text = String(text.prefix(text.count * 2 / 3))
    case "cut between lines": text = text.split(separator: "\n").dropLast().joined(separator: "\n")
    case "other text": text = text.replacingOccurrences(of: "met today", with: "met Today")
    case "bad date":
      text = text.replacingOccurrences(of: "\"held_on\":\"2022-06-07\"", with: "\"held_on\":\"2022-06-31\"")
    case "unknown field":
      text = text.replacingOccurrences(of: "\"language\":\"fr\"", with: "\"language\":\"fr\",\"colour\":1")
    case "missing field": text = text.replacingOccurrences(of: "\"title\"", with: "\"titel\"")
    case "other version": text = text.replacingOccurrences(of: "{\"kb_export\":1", with: "{\"kb_export\":2")
    case "csv", "jsonld": text = try kb.run("export", "--format", damage).output
    case "empty": text = ""
    default: break
    }
    var data = Data(text.utf8)
    if damage == "not UTF-8", let place = data.lastIndex(of: UInt8(ascii: "e")) { data[place] = 0xE9 }
    try home.write(data, to: "damaged")
    let before = try kb.run("export").output
    for (language, message) in [("en", english), ("fr", french)] {
      let result = try kb.run("import", "damaged", "--lang", language, "--db", "new.db")
      #expect(result.status == 3 && result.output.isEmpty)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
    // No store is made of it.
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path).filter { $0.hasPrefix("new.db") } == [])
    #expect(try kb.run("export").output == before)
  }

  @Test func aSpreadsheetRunsNothingOfIt() throws {
    let csv = try kb.run("export", "--format", "csv").output
    let rows = csv.components(separatedBy: "\r\n")
    #expect(rows.count == 10 && rows[0].hasPrefix("id,text,start,end,") && rows[9].isEmpty)
    #expect(rows[1].contains(",'=2+5 Joint Statement of France and Japan,") && rows[1].hasSuffix(",'=1.txt"))
    #expect(!csv.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func linkedDataQuotesByCodePoints() throws {
    let text = try kb.run("export", "--format", "jsonld").output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(object["@context"] is [String: Any])
    let graph = try #require(object["@graph"] as? [[String: Any]])
    let texts = Dictionary(
      uniqueKeysWithValues: graph.compactMap { node in
        (node["text"] as? String).flatMap { text in (node["@id"] as? String).map { ($0, text) } }
      })
    let annotations = graph.filter { $0["@type"] as? String == "oa:Annotation" }
    #expect(texts.count == 4 && annotations.count == 8)
    for annotation in annotations {
      let target = try #require(annotation["oa:hasTarget"] as? [String: Any])
      let source = try #require((target["oa:hasSource"] as? [String: String])?["@id"])
      let selectors = try #require(target["oa:hasSelector"] as? [[String: Any]])
      let scalars = Array(try #require(texts[source]).unicodeScalars)
      let start = try #require(selectors[1]["oa:start"] as? Int)
      let end = try #require(selectors[1]["oa:end"] as? Int)
      func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
      #expect(text(start..<end) == selectors[0]["oa:exact"] as? String)
      #expect(text(max(0, start - 32)..<start) == selectors[0]["oa:prefix"] as? String)
      #expect(text(end..<min(scalars.count, end + 32)) == selectors[0]["oa:suffix"] as? String)
    }
  }

  @Test func filesAreTheirOwnersAloneAndNotReplacedUnasked() throws {
    for command in [
      ["backup", "copy"], ["export", "-o", "copy"], ["export", "--format", "sqlite", "-o", "copy"],
    ] {
      #expect(try kb.run(command).status == 0)
      #expect(home.mode(of: "copy") == 0o600)
      let before = try Data(contentsOf: URL(fileURLWithPath: home.path + "/copy"))
      let again = try kb.run(command)
      #expect(again.status == 2 && again.errors == "kb: copy: is there already. To replace it: --force\n")
      #expect(try kb.run(command + ["--lang", "fr"]).errors.contains("existe déjà"))
      #expect(try Data(contentsOf: URL(fileURLWithPath: home.path + "/copy")) == before)
      #expect(try kb.run(command + ["--force"]).status == 0)
      try FileManager.default.removeItem(atPath: home.path + "/copy")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: home.path)
    #expect(!names.contains { $0.hasSuffix(".new") })
  }

  @Test func theStoreIsNeverOverwrittenByItsCopy() throws {
    for command in [["backup"], ["export", "-o"], ["export", "--format", "sqlite", "-o"]] {
      let result = try kb.run(command + [home.database, "--force"])
      #expect(result.status == 2 && result.errors.contains("is the store itself"))
    }
    #expect(try kb.run("doctor").status == 0)
    #expect(try kb.run("backup", ".").errors == "kb: .: is a folder.\n")
    #expect(try kb.run("backup", "/dev/null", "--force").status == 3)
    #expect(try kb.run("backup", "missing/copy.db").status == 3)
    #expect(try kb.run("export", "--format", "sqlite").status == 2)
  }

  @Test func aBackupOpensAsAStore() throws {
    #expect(try kb.run("backup", "copy.db").errors == "The store was copied to copy.db.\n")
    #expect(try kb.run("doctor", "--db", "copy.db").status == 0)
    #expect(try kb.run("export", "--db", "copy.db").output == kb.run("export").output)
  }

  @Test func removalNeedsAWord() throws {
    let asked = try kb.run("remove", "1")
    #expect(asked.status == 2 && asked.errors.contains("--yes"))
    #expect(try kb.run("supprimer", "1", "--lang", "fr").errors.contains("--yes"))
    let unknown = try kb.run("remove", "1", "99", "--yes")
    #expect(unknown.status == 3 && unknown.errors == "kb: there is no document 99.\n")
    #expect(try kb.run("remove", "0", "--yes").status == 2)
    #expect(try kb.run("documents", "--format", "jsonl").output.split(separator: "\n").count == 4)
    let removed = try kb.run("rm", "1", "2", "-y")
    #expect(removed.status == 0 && removed.output.isEmpty && removed.errors.hasPrefix("Removed:\n  1  "))
    #expect(try kb.run("documents", "--format", "jsonl").output.split(separator: "\n").count == 2)
    #expect(try kb.run("doctor").status == 0)
    #expect(try kb.run("remove", "1", "--yes", "--db", "none.db").status == 3)
    #expect(!exists("none.db"))
  }

  @Test(arguments: [("en", "oui", 3), ("fr", "yes", 3), ("en", "no", 4), ("fr", "", 4)])
  func removalAsksAtATerminal(_ language: String, _ answer: String, _ left: Int) throws {
    let terminal = try Terminal(["remove", "3", "--lang", language], home: home)
    try terminal.wait(for: language == "fr" ? "(oui/non)" : "(yes/no)")
    #expect(terminal.screen.contains("Australi"))
    terminal.type(answer + "\r")
    #expect(try terminal.waitForEnd() == 0)
    #expect(try kb.run("documents", "--format", "jsonl").output.split(separator: "\n").count == left)
  }
}
