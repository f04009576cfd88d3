import Foundation
import Testing

/// Commands that need no store.
@Suite struct CommandTests {
  private let home: Home
  private let kb: Binary

  init() throws {
    home = try Home()
    kb = Binary(home)
    try Samples.write(to: home)
  }

  @Test func extractPrintsOneObjectAFileInOrder() throws {
    let result = try kb.run("extract", "--format", "jsonl", "texts/fr.txt", "texts/en.txt")
    #expect(result.status == 0 && result.errors.isEmpty)
    let objects = try result.output.split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(objects.map { $0["file"] as? String } == ["texts/fr.txt", "texts/en.txt"])
    #expect(objects.map { $0["language"] as? String } == ["fr", "en"])
    for (object, source) in zip(objects, [Samples.french, Samples.english]) {
      let agreements = try #require(object["agreements"] as? [[String: Any]])
      #expect(!agreements.isEmpty)
      for agreement in agreements {
        let start = try #require(agreement["start"] as? Int)
        let end = try #require(agreement["end"] as? Int)
        let bytes = Array(source.utf8)[start..<end]
        #expect(String(decoding: bytes, as: UTF8.self) == agreement["text"] as? String)
      }
    }
  }

  @Test func extractReadsFoldersAndStandardInput() throws {
    #expect(try kb.run("extract", "--format", "jsonl", "texts").output.split(separator: "\n").count == 2)
    let piped = try kb.run("extract", "--format", "jsonl", "-", input: Samples.french)
    #expect(piped.output.hasPrefix(#"{"file":"-","language":"fr""#))
  }

  @Test func filesThatCannotBeReadAreNamedAndTheOthersRead() throws {
    try home.write(Data([0x89, 0x50, 0x4E, 0x47, 0x0D]), to: "picture.txt")
    let result = try kb.run("extract", "--format", "jsonl", "none.txt", "picture.txt", "texts/fr.txt")
    #expect(result.status == 4)
    #expect(result.output.split(separator: "\n").count == 1)
    #expect(
      result.errors == """
        kb: none.txt: no such file or folder.
        kb: picture.txt: is a picture, which is not read.

        """)
  }

  @Test func flagsWinOverTheFileBesideADocumentAndThatOverItsText() throws {
    try home.write("title = \"D'après la fiche\"\ndate = 2022-06-09 # un jour après\n", to: "texts/fr.meta.toml")
    let beside = try kb.run("extract", "--format", "jsonl", "texts/fr.txt").output
    #expect(beside.contains(#""title":"D'après la fiche","publisher":"Xinhua","published_on":"2022-06-09""#))
    #expect(beside.contains(#""held_on":"2022-06-07""#))
    let flags = try kb.run(
      "--title", "Titre donné", "extract", "--date", "10 juin 2022", "--publisher", "Kazinform", "--format", "jsonl",
      "texts/fr.txt"
    ).output
    #expect(flags.contains(#""title":"Titre donné","publisher":"Kazinform","published_on":"2022-06-10""#))
  }

  @Test(arguments: [("en", "“juin 2022” is no single day."), ("fr", "n'est pas un jour précis.")])
  func aMonthIsNoDay(_ language: String, _ message: String) throws {
    let result = try kb.run("--lang", language, "extract", "--date", "juin 2022", "texts/fr.txt")
    #expect(result.status == 2)
    #expect(result.errors.contains("--date") && result.errors.contains(message))
  }

  @Test func extractReadsPagesAndSaysWhatItsOffsetsCountIn() throws {
    let page =
      "<html><body><h1>Canada and Chile</h1><p>The two sides agreed to open an embassy in Lima.</p></body></html>"
    try home.write(page, to: "page.html")
    let output = try kb.run("extract", "--url", "https://example.org/a", "--format", "jsonl", "page.html").output
    let text = #"Canada and Chile\n\nThe two sides agreed to open an embassy in Lima.\n"#
    #expect(output.contains(#""text":"open an embassy in Lima","start":42,"end":65"#))
    #expect(
      output.hasSuffix(
        #""source":{"format":"html","encoding":"utf-8","normalised":false,"url":"https://example.org/a","pages":[],"#
          + #""text":"\#(text)"}}"# + "\n"))
    #expect(!(try kb.run("extract", "--format", "jsonl", "texts/en.txt").output.contains("\"source\"")))
  }

  @Test func aMisspeltKeyBesideADocumentIsReported() throws {
    try home.write("titel = \"x\"\n", to: "texts/fr.txt.meta.toml")
    let result = try kb.run("extract", "--format", "jsonl", "texts/fr.txt")
    #expect(result.status == 4)
    #expect(result.errors == "kb: texts/fr.txt.meta.toml, line 1: unknown key “titel”. Did you mean “title”?\n")
    #expect(result.output.split(separator: "\n").count == 1)
  }

  @Test(
    arguments: [
      (["qeury"], 2, "kb: unknown command “qeury”. Did you mean “query”?\nSee `kb --help`.\n"),
      (["extract", "--format"], 2, "kb: “--format” needs a value.\nSee `kb extract --help`.\n"),
      (["extract"], 2, "kb: `kb extract` needs FILE.\nSee `kb extract --help`.\n"),
      (
        ["qeury", "--lang", "fr"], 2,
        "kb\u{A0}: commande inconnue\u{A0}: «\u{A0}qeury\u{A0}». Vouliez-vous dire «\u{A0}query\u{A0}»\u{A0}?\n"
          + "Voir `kb --help`.\n"
      ),
    ] as [([String], Int32, String)])
  func whatIsNotUnderstoodExitsWithTwo(_ arguments: [String], _ status: Int32, _ message: String) throws {
    let result = try kb.run(arguments)
    #expect(result == Binary.Result(output: "", errors: message, status: status))
  }

  @Test func theLanguageComesFromTheEnvironment() throws {
    #expect(try kb.run("help", environment: ["LANG": "fr_FR.UTF-8"]).output.contains("Exemples"))
    #expect(try kb.run("help", environment: ["LC_ALL": "fr_FR", "KB_LANG": "en"]).output.contains("Examples"))
    #expect(try kb.run("help", "--lang", "fr", environment: ["KB_LANG": "en"]).output.contains("Exemples"))
  }

  @Test func withoutAStoreItSaysInThreeLinesWhatToDo() throws {
    let result = try kb.run([])
    #expect(result.status == 0)
    #expect(result.output.split(separator: "\n").count == 3)
    #expect(result.output.contains("kb ingest FOLDER"))
    #expect(try kb.run("--lang", "fr").output.contains("kb ingest DOSSIER"))
  }

  @Test func versionNamesSQLiteAndVocabulary() throws {
    let lines = try kb.run("--version").output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("kb ") && lines[1].hasPrefix("SQLite 3.") && lines[2].hasPrefix("vocabulary "))
  }

  @Test func helpIsFoundAnywhere() throws {
    let asked = try kb.run("help", "extract").output
    #expect(try kb.run("extract", "--help").output == asked)
    #expect(try kb.run("--help", "extract", "x").output == asked)
    #expect(try kb.run("help", "exit-codes").output.contains("130"))
  }

  @Test func aClosedPipeIsSilent() throws {
    let many = Array(repeating: "texts/fr.txt", count: 400).joined(separator: " ")
    let script = "'\(Binary.path)' extract --format jsonl \(many) | head -c 10 >/dev/null; echo ${PIPESTATUS[0]}"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = URL(fileURLWithPath: home.path)
    process.environment = home.environment
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    #expect(String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self) == "0\n")
    #expect(errors.fileHandleForReading.readDataToEndOfFile().isEmpty)
  }

  @Test func aFullDiskIsAnError() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.path)
    process.arguments = ["help"]
    process.environment = home.environment
    process.standardOutput = FileHandle(forWritingAtPath: "/dev/full")
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.contains("No space left on device"))
  }

  @Test func settingsAreReadAndTheirMistakesNamed() throws {
    try home.write("lang = fr\nlimt = 3\n", to: "config/kb/config")
    let result = try kb.run("help", environment: ["LANG": "en_US.UTF-8"])
    #expect(result.output.contains("Exemples"))
    #expect(result.errors.contains("ligne 2") && result.errors.contains("limit"))
    let printed = try kb.run("config", "--lang", "en").output
    #expect(printed.contains("# limit = 20"))
  }

  @Test func colourIsOnlyWhereAskedFor() throws {
    #expect(!(try kb.run("extract", "texts/fr.txt", "--format", "cards").output.contains("\u{1B}")))
    let coloured = try kb.run("extract", "texts/fr.txt", "--format", "cards", "--color=always")
    #expect(coloured.output.contains("\u{1B}["))
  }

  @Test func escapeSequencesOfASourceNeverReachTheOutput() throws {
    let hostile = Samples.french.replacingOccurrences(of: "centres", with: "cen\u{1B}]0;pwned\u{7}tres\u{9B}31m")
    try home.write(hostile, to: "hostile\u{1B}[31m.txt")
    for format in ["cards", "table", "json", "jsonl", "csv", "tsv", "markdown"] {
      let result = try kb.run("extract", "hostile\u{1B}[31m.txt", "--format", format)
      #expect(!result.output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{7}" }, "\(format)")
    }
    let explained = try kb.run("extract", "--explain", "hostile\u{1B}[31m.txt")
    #expect(!explained.output.contains("\u{1B}"))
    #expect(!(try kb.run("extract", "no\u{1B}[31mne").errors.contains("\u{1B}")))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScriptsAreValid(_ shell: String) throws {
    let path = "/usr/bin/" + shell
    // zsh and fish need not be there.
    guard FileManager.default.isExecutableFile(atPath: path) else { return }
    try home.write(try kb.run("completions", shell).output, to: "script")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-n", home.path + "/script"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test(arguments: ["en", "fr"])
  func theManualIsValidRoff(_ language: String) throws {
    let page = try kb.run("man", "--lang", language).output
    #expect(page.hasPrefix(".\\\"") && page.contains(".TH KB 1"))
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/groff") else { return }
    try home.write(page, to: "kb.1")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/groff")
    process.arguments = ["-man", "-Kutf8", "-Tutf8", "-ww", "-z", home.path + "/kb.1"]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    #expect(String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).isEmpty)
  }
}
