import Communique
import Testing

@testable import Commands

@Suite struct CompletionTests {
  private let completion = Completion(width: 40, language: .french)

  private func answer(_ word: String, _ texts: String...) -> Completion.Answer {
    completion.answer(texts.map { Completion.Candidate(text: $0, count: 2) }, to: word[...])
  }

  @Test func oneCandidateIsPutInWithItsAccents() {
    #expect(answer("ener", "énergie") == Completion.Answer(replaced: 4, inserted: "énergie ", list: ""))
  }

  @Test func severalAreListedAfterWhatTheyShare() {
    let answer = answer("pays:é", "pays:\"États-Unis\"", "pays:\"Etat\"")
    #expect(answer.inserted == "pays:\"État")
    #expect(answer.list.contains("(2)"))
  }

  @Test func nothingFoundChangesNothing() {
    #expect(completion.answer([], to: "xyz") == Completion.Answer())
  }

  @Test func fieldsGoOn() {
    let answer = completion.answer([.init(text: "pays:", isWhole: false)], to: "pa")
    #expect(answer.inserted == "pays:")
  }

  @Test(arguments: [("a b", "b"), ("pays:\"a b", "pays:\"a b"), ("", ""), ("a ", "")])
  func theWordEndsAtABlankOutsideQuotes(_ line: String, _ word: String) {
    #expect(Shell.lastWord(of: line) == word)
  }

  @Test(arguments: [("France", "France"), ("États-Unis", "États-Unis"), ("South Africa", "\"South Africa\"")])
  func valuesAreQuotedWhereTheyMustBe(_ value: String, _ expected: String) {
    #expect(Completion.quoted(value) == expected)
  }
}

@Suite struct HistoryTests {
  @Test func keepsEachLineOnceTheNewestLast() throws {
    let folder = try TemporaryFolder()
    let environment = Environment(["XDG_STATE_HOME": folder.path])
    var history = History(environment)
    for line in ["a", "b", "a", " secret", "c"] { history.add(line) }
    #expect(history.entries == ["b", "a", "c"])
    #expect(History(environment).entries == ["b", "a", "c"])
    #expect(folder.mode(of: "kb/history") == 0o600)
  }

  @Test func keepsWhatAnotherShellAdded() throws {
    let environment = Environment(["XDG_STATE_HOME": try TemporaryFolder().path])
    var one = History(environment)
    var other = History(environment)
    one.add("a")
    other.add("b")
    one.add("c")
    #expect(one.entries == ["a", "b", "c"])
  }
}

@Suite struct SavedQueriesTests {
  @Test func expandInsideAQuestion() throws {
    let environment = Environment(["XDG_DATA_HOME": try TemporaryFolder().path])
    var saved = SavedQueries(environment)
    let areKept = [saved.save("pays:chine énergie", as: "Été"), saved.save("query:ete or visa", as: "both")]
    #expect(areKept == [true, true])
    let text = SavedQueries(environment).expanded("query:both date:2022 query:none")
    #expect(text == "((pays:chine énergie) or visa) date:2022 query:none")
  }

  @Test(arguments: [("ok-1", true), ("été", true), ("a b", false), ("", false), ("a:b", false)])
  func namesStandWithoutQuotes(_ name: String, _ isName: Bool) {
    #expect(SavedQueries.isName(name) == isName)
  }
}

@Suite struct ConfigurationTests {
  @Test func readsSettingsAndPointsAtWhatIsNone() {
    let configuration = Configuration(parsing: "# c\nlang = fr\n\nlimt = 5\nformat=xml\nlimit = 7\n")
    #expect(configuration["lang"] == "fr")
    #expect(configuration["limit"] == "7")
    #expect(configuration.problems.map(\.line) == [4, 5])
    #expect(configuration.problems.first?.suggestions == ["limit"])
  }

  @Test(arguments: Language.allCases)
  func theDocumentedFileIsValidAndHasEverySetting(_ language: Language) {
    let text = Configuration.documented(language, path: "x")
    #expect(Configuration(parsing: text).problems.isEmpty)
    let used = text.split(separator: "\n").map { $0.hasPrefix("# ") && $0.contains(" = ") ? $0.dropFirst(2) : $0 }
    let configuration = Configuration(parsing: used.filter { $0.contains(" = ") }.joined(separator: "\n"))
    #expect(configuration.problems.isEmpty)
    #expect(Set(configuration.values.keys) == Set(Configuration.settings.map(\.name)))
  }
}

@Suite struct PathsTests {
  @Test func theStoreIsNamedByFlagEnvironmentSettingsOrStandsInXDG() {
    let home = Environment(["HOME": "/h"])
    #expect(Paths.store(flag: nil, home, configured: nil) == "/h/.local/share/kb/communiques.db")
    #expect(Paths.store(flag: nil, home, configured: "~/x.db") == "/h/x.db")
    let full = Environment(["HOME": "/h", "XDG_DATA_HOME": "/d", "KB_DATABASE": "/k.db"])
    #expect(Paths.store(flag: nil, full, configured: "/c.db") == "/k.db")
    #expect(Paths.store(flag: "/f.db", full, configured: nil) == "/f.db")
    #expect(Paths.store(flag: nil, Environment(["XDG_DATA_HOME": "/d"]), configured: nil) == "/d/kb/communiques.db")
    #expect(Paths.history(Environment(["HOME": "/h", "XDG_STATE_HOME": "rel"])) == "/h/.local/state/kb/history")
  }
}
