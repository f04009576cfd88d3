import Foundation
import Testing

/// The shell as a user meets it: keys in, screen out.
@Suite(.serialized) struct ShellTerminalTests {
  private let home: Home

  init() throws {
    home = try Home()
    try Samples.write(to: home)
    _ = try Binary(home).run("ingest", "texts")
  }

  private func shell(_ environment: [String: String] = [:], rows: Int = 30, columns: Int = 100) throws -> Terminal {
    let terminal = try Terminal(["shell"], home: home, environment: environment, rows: rows, columns: columns)
    try terminal.wait(for: "communique> ")
    return terminal
  }

  private var history: [String] {
    ((try? home.text(of: "state/kb/history")) ?? "").split(separator: "\n").map(String.init)
  }

  @Test func accentsAndWideCharactersAreEditedByCharacter() throws {
    let terminal = try shell()
    // Behind "中" and "é" the cursor must stand between characters, not bytes.
    terminal.type("énergié 中" + Key.left + Key.backspace + Key.backspace + "e" + Key.right + Key.backspace)
    terminal.type("\r")
    try terminal.wait(for: "communique> ")
    terminal.type(Key.controlD)
    #expect(try terminal.waitForEnd() == 0)
    #expect(history == ["énergie"])
  }

  @Test func upFindsLinesThatBeginAlike() throws {
    let terminal = try shell()
    try terminal.enter(".mode table", expecting: "mode: table")
    try terminal.enter(".limit 5", expecting: "limit: 5")
    try terminal.wait(for: "communique> ")
    terminal.type(".mo" + Key.up + "\r")
    try terminal.wait(for: "mode: table")
    try terminal.wait(for: "communique> ")
    terminal.type(Key.controlD)
    #expect(try terminal.waitForEnd() == 0)
    #expect(history == [".limit 5", ".mode table"])
    #expect(home.mode(of: "state/kb/history") == 0o600)
  }

  @Test func controlRSearchesBackwards() throws {
    let terminal = try shell()
    try terminal.enter(".limit 7", expecting: "limit: 7")
    try terminal.enter(".mode cards", expecting: "mode: cards")
    try terminal.wait(for: "communique> ")
    terminal.type(Key.controlR + "imit")
    try terminal.wait(for: ".limit 7")
    terminal.type("\r")
    try terminal.wait(for: "limit: 7")
  }

  @Test func tabCompletesCommandsFieldsAndValuesWithoutAccents() throws {
    let terminal = try shell(["KB_LANG": "fr"])
    terminal.type(".affin" + Key.tab + "doma" + Key.tab + "ener" + Key.tab + "\r")
    try terminal.wait(for: "communique> ")
    terminal.type("pays:kaz" + Key.tab + "\r")
    try terminal.wait(for: " sur ")
    try terminal.wait(for: "communique> ")
    terminal.type("pays:" + Key.tab)
    try terminal.wait(for: "Chine (")
    terminal.type(Key.controlC)
    try terminal.wait(for: "communique> ")
    #expect(history == [".affiner domaine:Énergie", "pays:Kazakhstan"])
  }

  @Test func aPasteIsInsertedNotRun() throws {
    let terminal = try shell()
    try terminal.enter("", expecting: "\u{1B}[?2004h")
    terminal.type(Key.paste(".limit 3\n.limit 4\n"))
    terminal.type(Key.home + "x\r")
    try terminal.wait(for: "No match")
    try terminal.wait(for: "communique> ")
    terminal.type(Key.controlD)
    #expect(try terminal.waitForEnd() == 0)
    #expect(history == ["x.limit 3 .limit 4"])
  }

  @Test func controlCGivesTheLineUp() throws {
    let terminal = try shell()
    terminal.type("unwanted" + Key.controlC)
    try terminal.wait(for: "communique> ")
    try terminal.enter(".limit 3", expecting: "limit: 3")
    try terminal.wait(for: "communique> ")
    terminal.type(Key.controlD)
    #expect(try terminal.waitForEnd() == 0)
    #expect(history == [".limit 3"])
  }

  @Test func controlCStopsWhatRunsAndLeavesTheShell() throws {
    try home.write(Array(repeating: "energy or visa\n", count: 200_000).joined(), to: "long.txt")
    let terminal = try shell(["PAGER": "cat"])
    terminal.type(".read \(home.path)/long.txt\r")
    // The terminal is out of editing mode while lines run: Ctrl-C is a signal now.
    try terminal.wait(for: "\u{1B}[?2004l")
    Thread.sleep(forTimeInterval: 0.3)
    terminal.type(Key.controlC)
    try terminal.wait(for: "communique> ")
    try terminal.enter(".limit 3", expecting: "limit: 3")
  }

  @Test func controlCEndsIngestionBetweenTwoBatches() throws {
    for number in 0..<60 { try home.write(Samples.english + "No. \(number)", to: "many/\(number).txt") }
    // Nobody types the last document, so that it cannot end before it is stopped.
    let terminal = try Terminal(["ingest", home.path + "/many", "-"], home: home)
    try terminal.wait(for: " of 61 files")
    terminal.type(Key.controlC)
    #expect(try terminal.waitForEnd() == 130)
    let kb = Binary(home)
    #expect(try kb.run("doctor").status == 0)
    #expect(try kb.run("ingest", home.path + "/many").status == 0)
    #expect(try kb.run("documents", "--no-header").output.split(separator: "\n").count == 62)
  }

  @Test func theLanguageChangesAtOnce() throws {
    let terminal = try shell()
    try terminal.enter(".lang fr", expecting: "langue\u{A0}: français")
    try terminal.enter(".aide", expecting: "Commandes")
    try terminal.enter(".shwo", expecting: "Vouliez-vous dire")
    try terminal.enter(".lang en", expecting: "language: English")
    try terminal.enter(".shwo", expecting: "Did you mean")
    try terminal.wait(for: "communique> ")
    terminal.type(".quitter\r")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func resultsFollowTheWidthOfTheWindow() throws {
    let terminal = try shell(["PAGER": "cat", "NO_COLOR": "1"], columns: 100)
    let wide = try terminal.enter("centres", expecting: "1 of 1")
    try terminal.wait(for: "communique> ")
    terminal.resize(rows: 30, columns: 40)
    terminal.type("centres\r")
    try terminal.wait(for: " 1  ")
    let narrow = try terminal.wait(for: "1 of 1")
    let width = { (text: String) in text.split(separator: "\r\n").map(\.count).max() ?? 0 }
    #expect(width(wide) > 40)
    #expect(width(narrow) <= 40, "\(narrow)")
  }

  @Test func cardsHaveMatchesMarkedAndSayHowToGoOn() throws {
    let terminal = try shell(["NO_COLOR": "1", "PAGER": "cat"])
    try terminal.enter(".limit 1", expecting: "limit: 1")
    let text = try terminal.enter("country:kazakhstan", expecting: ".next for more")
    #expect(text.contains(" 1  7 June 2022 · "))
    #expect(text.contains("Kazakhstan"))
    #expect(text.contains("1 of "))
    #expect(text.contains("Refine: "))
    try terminal.enter(".next", expecting: " 2  7 June 2022 · ")
    try terminal.enter(".show 2", expecting: "Firmness")
    try terminal.wait(for: "fr.txt, paragraph ")
  }

  @Test func longResultsGoThroughThePager() throws {
    let terminal = try shell(["PAGER": "sed s/^/PAGED:/"], rows: 6)
    try terminal.enter(".domains", expecting: "PAGED:")
    try terminal.wait(for: "communique> ")
    let short = try terminal.enter(".limit", expecting: "communique> ")
    #expect(!short.contains("PAGED"))
  }

  @Test func aDumbTerminalIsReadPlainly() throws {
    let terminal = try shell(["TERM": "dumb"])
    let text = try terminal.enter(".limit 3", expecting: "communique> ")
    #expect(!text.contains("\u{1B}"))
    terminal.type(".quit\r")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func kbAloneOpensTheShell() throws {
    let terminal = try Terminal([], home: home)
    try terminal.wait(for: ".help for help")
    try terminal.wait(for: "communique> ")
    terminal.type("quit\r")
    #expect(try terminal.waitForEnd() == 0)
  }

  @Test func anEmptyStartSaysWhatToDo() throws {
    let terminal = try Terminal(["shell", "--lang", "fr"], home: try Home())
    let text = try terminal.wait(for: "communique> ")
    #expect(text.contains(".ingest DOSSIER"))
    try terminal.enter(".ingest \(home.path)/texts", expecting: "2 ajoutés")
    try terminal.enter("visa", expecting: "1 sur 1")
  }
}
