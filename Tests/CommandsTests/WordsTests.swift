import Communique
import Testing

@testable import Commands

@Suite struct WordsTests {
  /// All texts of the tables and declarations, with where they stand.
  private var all: [(place: String, both: Both)] {
    var found: [(String, Both)] = []
    for (name, table) in Mirror(reflecting: Tables()).children {
      for (key, value) in Mirror(reflecting: table).children {
        let place = "\(name ?? "").\(key ?? "")"
        if let both = value as? Both { found.append((place, both)) }
        if let counted = value as? Counted { found += [(place, counted.one), (place, counted.several)] }
      }
    }
    for command in CommandTable.all {
      found.append((command.name, command.summary))
      if let details = command.details { found.append((command.name, details)) }
      found += command.examples.map { ($0.line, $0.says) }
    }
    found += OptionTable.all.map { ("--" + $0.names[0], $0.help) }
    found += ShellCommandTable.all.map { ("." + $0.names[0], $0.summary) }
    found += ExitStatus.allCases.map { ("exit \($0)", $0.meaning) }
    found += OutputFormat.all.map { ($0.name, $0.help) }
    return found
  }

  private struct Tables {
    let error = Words.error
    let label = Words.label
    let result = Words.result
    let help = Words.help
    let store = Words.store
    let check = Words.check
    let shell = Words.shell
    let ingest = Words.ingest
    let transfer = Words.transfer
    let link = Words.link
  }

  @Test func noTextIsMissingInEitherLanguage() {
    #expect(all.count > 250)
    for (place, both) in all {
      #expect(!both.english.isEmpty && !both.french.isEmpty, "\(place)")
    }
  }

  @Test func bothHalvesHaveTheSameValuesInThem() {
    for (place, both) in all {
      for index in 0..<4 {
        #expect(both.english.contains("{\(index)}") == both.french.contains("{\(index)}"), "\(place)")
      }
    }
  }

  @Test func frenchPunctuationDoesNotStartALine() {
    #expect(Both("", "Voir : « {0} » ?").text(.french, "a b") == "Voir\u{A0}: «\u{A0}a b\u{A0}»\u{A0}?")
  }

  @Test func valuesAreMadeSafeToShow() {
    #expect(Both("{0}!", "{0}").text(.english, "a\u{1B}[31mb\nc") == "ab c!")
  }

  @Test(arguments: [
    (0, "0 agreements", "0 engagement"), (1, "1 agreement", "1 engagement"), (2, "2 agreements", "2 engagements"),
  ])
  func pluralsFollowTheLanguage(_ count: Int, _ english: String, _ french: String) {
    #expect(Words.result.agreements.text(.english, count) == english)
    #expect(Words.result.agreements.text(.french, count) == french)
  }

  @Test(arguments: [
    (7, "7", "7"), (1234, "1,234", "1\u{202F}234"), (1_000_000, "1,000,000", "1\u{202F}000\u{202F}000"),
  ])
  func numbersAreGrouped(_ number: Int, _ english: String, _ french: String) {
    #expect(Numbers.shown(number, .english) == english)
    #expect(Numbers.shown(number, .french) == french)
  }

  @Test(arguments: [
    ("2022-06-07", "7 June 2022", "7 juin 2022"), ("2021-03-01", "1 March 2021", "1er mars 2021"),
    ("1953-08-31", "31 August 1953", "31 août 1953"),
  ])
  func datesAreWrittenAsReadersDo(_ iso: String, _ english: String, _ french: String) throws {
    let date = try #require(CalendarDate(iso: iso))
    #expect(Numbers.shown(date, .english) == english)
    #expect(Numbers.shown(date, .french) == french)
  }
}

@Suite struct InterfaceLanguageTests {
  @Test(
    arguments: [
      (nil, [:], nil, Language.english),
      ("fr", ["KB_LANG": "en"], "en", .french),
      (nil, ["KB_LANG": "fr", "LC_ALL": "en_GB.UTF-8"], "en", .french),
      (nil, ["LC_ALL": "fr_FR.UTF-8", "LANG": "en_US.UTF-8"], nil, .french),
      (nil, ["LC_MESSAGES": "fr_CH", "LANG": "en_US.UTF-8"], nil, .french),
      (nil, ["LC_ALL": "C", "LANG": "fr_FR.UTF-8"], nil, .english),
      (nil, ["LC_CTYPE": "fr_FR.UTF-8"], nil, .english),
      (nil, ["LANG": "de_DE.UTF-8"], nil, .english),
      (nil, ["LANG": "en_US.UTF-8"], "fr", .french),
      (nil, ["KB_LANG": "", "LANG": "fr_FR"], nil, .french),
    ] as [(String?, [String: String], String?, Language)])
  func isChosenInOrder(_ flag: String?, _ environment: [String: String], _ configured: String?, _ expected: Language) {
    let chosen = InterfaceLanguage.chosen(
      flag: flag, environment: Environment(environment), configured: configured)
    #expect(chosen == expected)
  }
}
