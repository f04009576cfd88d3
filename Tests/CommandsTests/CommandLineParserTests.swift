import Testing

@testable import Commands

@Suite struct CommandLineParserTests {
  private func parse(_ line: String) throws -> Invocation {
    try CommandLineParser.parse(line.split(separator: " ").map(String.init))
  }

  @Test(arguments: [
    "query --country France energy", "query --country=France energy", "query -c France energy",
    "query -cFrance energy", "--country France query energy", "query energy --pays France",
    "query energy --party=France", "chercher energy --pays=France", "QUERY energy --PAYS France",
  ])
  func optionsStandAnywhereInEverySpelling(_ line: String) throws {
    let invocation = try parse(line)
    #expect(invocation.command?.name == "query")
    #expect(invocation[.country] == "France")
    #expect(invocation.arguments == ["energy"])
  }

  @Test func switchesStandInClusters() throws {
    let invocation = try parse("query -qxn5 a")
    #expect(invocation.has(.quiet) && invocation.has(.exact))
    #expect(invocation.number(.limit) == 5)
  }

  @Test func theDatabaseIsTakenBeforeAndAfterTheCommand() throws {
    #expect(try parse("--db a.db query")[.database] == "a.db")
    #expect(try parse("query --db a.db")[.database] == "a.db")
  }

  @Test func repeatedOptionsKeepAllValuesAndOthersTheLast() throws {
    let invocation = try parse("query --country France --pays Chine --limit 1 --limit 2")
    #expect(invocation.all(.country) == ["France", "Chine"])
    #expect(invocation.number(.limit) == 2)
  }

  @Test func everythingAfterTwoDashesIsAnArgument() throws {
    #expect(try parse("query -- --country -x").arguments == ["--country", "-x"])
  }

  @Test func aLoneDashIsStandardInput() throws {
    #expect(try parse("ingest -").arguments == ["-"])
  }

  @Test func aNegatedWordOrFieldOfAQueryIsNoOption() throws {
    #expect(try parse("query -domain:trade -visa").arguments == ["-domain:trade", "-visa"])
  }

  @Test func valuesOfClosedListsAreTakenInBothLanguages() throws {
    #expect(try parse("query --langue français")[.language] == "fr")
    #expect(try parse("query --tri pertinence")[.sort] == "relevance")
    #expect(try parse("query --type engagement")[.kind] == "commitment")
  }

  @Test func helpNeedsNoArguments() throws {
    #expect(try parse("show --help").has(.help))
    #expect(try parse("--aide extract").has(.help))
  }
}

@Suite struct UsageErrorTests {
  private func message(_ line: String, french: Bool = false) -> String {
    do {
      _ = try CommandLineParser.parse(line.split(separator: " ").map(String.init))
      return ""
    } catch {
      return Messages(language: french ? .french : .english).text(error.problem)
    }
  }

  @Test func anUnknownCommandSuggestsTheNearest() {
    #expect(message("qeury x") == "unknown command “qeury”. Did you mean “query”?")
    #expect(message("chercer", french: true).hasSuffix("Vouliez-vous dire «\u{A0}chercher\u{A0}»\u{A0}?"))
  }

  @Test func anUnknownOptionSuggestsTheNearestOfTheCommand() {
    #expect(message("query --contry France") == "unknown option “--contry”. Did you mean “--country”?")
    #expect(message("query --domane x").contains("“--domaine” or “--domain”"))
  }

  @Test func anUnknownValueSaysWhatIsAllowed() {
    #expect(
      message("query --format jsno")
        == "“jsno” is not a value of --format. Allowed: cards, table, json, jsonl, csv, tsv, markdown. "
        + "Did you mean “json”?")
  }

  @Test func numbersAreChecked() {
    #expect(message("query --limit many") == "--limit: “many” is not a whole number of at least 0.")
    #expect(message("query --limit=-1") == "--limit: “-1” is not a whole number of at least 0.")
  }

  @Test func missingAndUnwantedValuesAreNamed() {
    #expect(message("query --country") == "“--country” needs a value.")
    #expect(message("query --exact=yes") == "“--exact” takes no value.")
    #expect(message("show") == "`kb show` needs ID.")
    #expect(message("man a") == "“a” is one argument too many for `kb man`.")
  }

  @Test func anOptionOfAnotherCommandIsAnError() {
    #expect(message("documents --country France") == "`kb documents` takes no option “--country”.")
  }

  @Test func controlCharactersOfTheInputDoNotReachTheMessage() {
    #expect(!message("\u{1B}[31mquery").contains("\u{1B}"))
  }
}
