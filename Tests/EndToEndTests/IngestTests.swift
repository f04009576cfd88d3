import Foundation
import Testing

/// Many files at once: where they come from, what becomes of them, what is said of those that fail.
@Suite struct IngestTests {
  private let home: Home
  private let kb: Binary

  init() throws {
    home = try Home()
    kb = Binary(home)
  }

  /// So many files that differ, in folders below each other; some in one language, some in the other.
  private func writeMany(_ count: Int) throws {
    for number in 0..<count {
      let text = number % 2 == 0 ? Samples.english : Samples.french
      let date = "\(number % 27 + 1) \(number % 2 == 0 ? "May" : "mai") \(2000 + number % 20)"
      let changed =
        text.replacingOccurrences(of: "9 December 2024", with: date).replacingOccurrences(of: "08.06.2022", with: date)
      try home.write(changed + "No. \(number)\n", to: "many/\(number % 7)/\(number).txt")
    }
  }

  /// Everything that a store holds, but for the moments of the clock.
  private func contents(_ database: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // The index as FTS5 keeps it depends on when it was merged; what it holds does not.
    let tables = "document document_text agreement agreement_party agreement_domain agreement_evidence term label tally"
    let more = "monthly_tally agreement_label source_file search_content document_history"
    let questions = (tables + " " + more).split(separator: " ").map { "SELECT * FROM \($0);" }
    process.arguments = ["sqlite3", database, questions.joined(separator: " ")]
    let file = home.path + "/contents-" + UUID().uuidString
    _ = FileManager.default.createFile(atPath: file, contents: nil)
    process.standardOutput = FileHandle(forWritingAtPath: file)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try String(contentsOfFile: file, encoding: .utf8)
  }

  private func documents(_ database: String? = nil) throws -> Int {
    let arguments = ["documents", "--no-header"] + (database.map { ["--db", $0] } ?? [])
    return try kb.run(arguments).output.split(separator: "\n").count
  }

  @Test func theStoreDoesNotDependOnHowManyWorkersThereAre() throws {
    try writeMany(150)
    let one = try kb.run("ingest", "many", "--jobs", "1", "--db", "one.db")
    let four = try kb.run("ingest", "many", "--jobs", "4", "--db", "four.db")
    #expect(one.status == 0 && four.status == 0 && one.errors == four.errors)
    let contents = try contents(home.path + "/one.db")
    #expect(contents.contains("many/6/146.txt"))
    #expect(try self.contents(home.path + "/four.db") == contents)
    #expect(try kb.run("doctor", "--db", "four.db").status == 0)
  }

  @Test func anInterruptedRunGoesOnWhereItStopped() throws {
    try writeMany(90)
    _ = try kb.run("ingest", "many", "--db", "whole.db")
    // Standard input never ends: the run is surely in its middle when it is stopped.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Binary.path)
    process.arguments = ["ingest", "many/0", "many/1", "many/2", "-", "many", "--db", "stopped.db"]
    process.environment = home.environment
    process.currentDirectoryURL = URL(fileURLWithPath: home.path)
    let input = Pipe()
    process.standardInput = input
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 60)
    while try documents("stopped.db") == 0, Date() < deadline { usleep(50_000) }
    process.interrupt()
    while process.isRunning, Date() < deadline { usleep(20_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    #expect(process.terminationStatus == 130)
    #expect((1..<90).contains(try documents("stopped.db")))
    #expect(try kb.run("doctor", "--db", "stopped.db").status == 0)
    #expect(try kb.run("ingest", "many", "--db", "stopped.db").status == 0)
    #expect(try contents(home.path + "/stopped.db") == contents(home.path + "/whole.db"))
  }

  @Test func filesAreNamedByAList() throws {
    try home.write(Samples.english, to: "a b.txt")
    try home.write(Samples.french, to: "été\n.txt")
    try home.write("a b.txt\r\n\nnone.txt\n", to: "list")
    let lines = try kb.run("ingest", "--files-from", "list")
    #expect(
      lines.status == 4 && lines.errors == "kb: none.txt: no such file or folder.\n1 added, 1 not read; 3 agreements\n")
    let null = try kb.run("ingest", "--liste", "-", "--lang", "fr", input: "été\n.txt\0a b.txt\0")
    #expect(null.status == 0 && null.errors.hasPrefix("1 ajouté, 1 inchangé"))
    #expect(try kb.run("ingest", "--files-from", "-", "--null", input: "a b.txt").errors.hasPrefix("1 unchanged"))
  }

  @Test func patternsAreUnderstoodWhereTheShellLeavesThem() throws {
    try home.write(Samples.english, to: "docs/a.txt")
    try home.write(Samples.french, to: "docs/deep/er/b.txt")
    try home.write("not this", to: "docs/deep/c.notes")
    try home.write("nor this", to: "docs/.hidden/d.txt")
    #expect(try kb.run("ingest", "docs/**/*.txt", "--db", "1.db").errors.hasPrefix("2 added"))
    #expect(try kb.run("ingest", "docs/*/*/?.txt", "--db", "2.db").errors.hasPrefix("1 added"))
    #expect(try kb.run("ingest", "docs/[x]*", "--db", "3.db").errors.hasPrefix("docs/[x]*: no communiqué there."))
    // A name is a name before it is a pattern.
    try home.write(Samples.english, to: "[a].txt")
    #expect(try kb.run("ingest", "[a].txt", "--db", "4.db").errors.hasPrefix("1 added"))
  }

  @Test func foldersAreReadWithoutHiddenFilesAndLoops() throws {
    try home.write(Samples.english, to: "docs/a.txt")
    try home.write("title = \"Other\"\n", to: "docs/a.txt.meta.toml")
    try home.write("x", to: "docs/.a.txt")
    try home.write("x", to: "docs/picture.png")
    try FileManager.default.createSymbolicLink(atPath: home.path + "/docs/loop", withDestinationPath: "..")
    #expect(try kb.run("ingest", "docs", "docs/a.txt", ".").errors.contains("1 added"))
    #expect(try kb.run("documents", "--format", "jsonl").output.contains(#""title":"Other""#))
  }

  @Test func whatSomeoneSaysOfAFileIsReadAnewWhenItChanges() throws {
    try home.write(Samples.english, to: "a.txt")
    _ = try kb.run("ingest", "a.txt")
    try home.write("publisher = \"Nauru Bulletin\"\n", to: "a.meta.toml")
    #expect(try kb.run("ingest", "--since-last", "a.txt").errors.hasPrefix("1 replaced"))
    #expect(try kb.run("ingest", "--since-last", "a.txt").errors.hasPrefix("1 not looked at again"))
    #expect(try kb.run("documents").output.contains("Nauru Bulletin"))
    #expect(try kb.run("ingest", "a.txt", "--title", "Said by hand").errors.hasPrefix("1 replaced"))
    #expect(try kb.run("documents").output.contains("Said by hand"))
  }

  @Test func onlyWhatIsNewOrLooksChangedIsReadSinceTheLastTime() throws {
    try home.write(Samples.english, to: "docs/a.txt")
    #expect(try kb.run("ingest", "docs", "--since-last").errors.hasPrefix("1 added"))
    try home.write(Samples.french, to: "docs/b.txt")
    #expect(try kb.run("ingest", "docs", "--since-last").errors.hasPrefix("1 added, 1 not looked at again"))
    #expect(try kb.run("ingest", "docs", "--nouveaux", "--lang", "fr").errors.hasPrefix("2 laissés de côté"))
    // A clock that went back makes no difference: any other time is a change.
    try home.write(Samples.english + "\nMore.\n", to: "docs/a.txt")
    let past = Date(timeIntervalSince1970: 0)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: home.path + "/docs/a.txt")
    #expect(try kb.run("ingest", "docs", "--since-last").errors.hasPrefix("1 replaced, 1 not looked at again"))
  }

  @Test func whatHasNotChangedIsReadAnewOnlyWhereAsked() throws {
    try home.write(Samples.english, to: "a.txt")
    _ = try kb.run("ingest", "a.txt")
    #expect(try kb.run("ingest", "a.txt").errors.hasPrefix("1 unchanged"))
    #expect(try kb.run("ingest", "a.txt", "--again").errors.hasPrefix("1 replaced"))
  }

  @Test func earlierVersionsAreListed() throws {
    try home.write(Samples.english, to: "a.txt")
    _ = try kb.run("ingest", "a.txt")
    try home.write(Samples.english.replacingOccurrences(of: "$100", with: "$200"), to: "a.txt")
    #expect(try kb.run("ingest", "a.txt").errors.hasPrefix("1 replaced"))
    let line = try kb.run("documents", "--versions", "--format", "jsonl").output
    let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let history = try #require(object["history"] as? [[String: Any]])
    #expect(history.count == 1 && history[0]["version"] as? Int == 1 && history[0]["agreements"] as? Int == 3)
    let moment = try #require(history[0]["replaced_on"] as? String)
    #expect(ISO8601DateFormatter().date(from: moment).map { abs($0.timeIntervalSinceNow) < 3600 } == true)
    let rows = try kb.run("documents", "--versions", "--no-header").output.split(separator: "\n")
    #expect(rows.count == 2 && rows[0].hasPrefix("1\t1\t\(moment)\t") && rows[1].hasPrefix("1\t2\t\t"))
  }

  @Test func whatIsNoFileIsRefusedWithItsReason() throws {
    try home.write(Samples.english, to: "a.txt")
    mkfifo(home.path + "/pipe.txt", 0o600)
    try home.write("", to: "empty.txt")
    let arguments = ["ingest", "pipe.txt", "/dev/null", "empty.txt", "none.txt", "a.txt"]
    let result = try kb.run(arguments + ["--report", "report.tsv"])
    #expect(result.status == 4 && result.output.isEmpty)
    #expect(result.errors.contains("pipe.txt: is a pipe.") && result.errors.contains("/dev/null: is a device"))
    #expect(result.errors.hasSuffix("1 added, 4 not read; 3 agreements\n"))
    let rows = try home.text(of: "report.tsv").split(separator: "\n").map { $0.split(separator: "\t") }
    #expect(rows[0] == ["file", "reason", "message"])
    #expect(rows.dropFirst().map { $0[1] } == ["pipe", "device", "empty", "missing"])
    _ = try kb.run(arguments + ["--rapport", "report.jsonl", "--lang", "fr"])
    let objects = try home.text(of: "report.jsonl").split(separator: "\n").map {
      try #require(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String])
    }
    #expect(objects.map { $0["file"] } == ["pipe.txt", "/dev/null", "empty.txt", "none.txt"])
    #expect(objects[0]["message"]?.contains("est un tube") == true)
  }

  @Test func aFileThatChangesWhileItIsReadIsNotStored() throws {
    // The kernel says that this file is empty, and it is not: to a reader it grew meanwhile.
    let result = try kb.run("ingest", "/proc/self/status")
    #expect(result.status == 4 && result.errors.contains("/proc/self/status: changed while it was read"))
    #expect(try documents() == 0)
  }

  @Test func textsWithoutAnAgreementDoNotFloodTheReport() throws {
    for number in 0..<12 {
      try home.write("The weather was fine on day \(number) of the month.\n", to: "d/\(number).txt")
    }
    let result = try kb.run("ingest", "d")
    #expect(result.status == 0)
    #expect(result.errors.split(separator: "\n").count == 7 && result.errors.contains("… and 7 more"))
    let report = try kb.run("ingest", "d", "--again", "--lang", "fr").errors
    #expect(report.contains("… et 7 autres sans engagement."))
  }

  @Test func aDryRunStoresNothing() throws {
    try home.write(Samples.english, to: "a.txt")
    let result = try kb.run("ingest", "a.txt", "--dry-run")
    #expect(result.status == 0 && result.errors == "1 added; 3 agreements\nnothing was stored (--dry-run)\n")
    #expect(!FileManager.default.fileExists(atPath: home.database))
  }

  @Test func withoutAPathItSaysWhatIsMissing() throws {
    let result = try kb.run("ingest")
    #expect(result.status == 2 && result.errors.hasPrefix("kb: `kb ingest` needs PATH."))
  }
}
