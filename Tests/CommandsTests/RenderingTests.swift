import Communique
import Testing

@testable import Commands

@Suite struct JSONTests {
  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("a\nb\tc\rd", #""a\nb\tc\rd""#), ("\u{0}\u{1B}\u{7F}", #""\u0000\u001b\u007f""#),
    ("é€𝄞", "\"é€𝄞\""), ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#), ("\u{202E}x\u{9B}", #""\u202ex\u009b""#),
  ])
  func stringsAreEscaped(_ text: String, _ expected: String) {
    #expect(JSON.string(text).line == expected)
  }

  @Test func membersKeepTheirOrder() {
    let json = JSON.object(["b": .int(1), "a": .array([.null, .bool(true), .double(2.5)]), "c": .double(25_000_000)])
    #expect(json.line == #"{"b":1,"a":[null,true,2.5],"c":25000000}"#)
    #expect(JSON.double(.nan).line == "null")
  }

  @Test func anAgreementHasTheKeysOfTheContract() throws {
    let agreement = Agreement(
      text: "ouvrir un consulat", span: 10..<28, parties: [Party("CHN"), Party("KAZ")], strength: .decided,
      domains: [Domain("consular")])
    let communique = Communique(
      file: "a.txt", text: "", language: .french, title: "T", publishedOn: CalendarDate(iso: "2022-06-08"),
      heldOn: CalendarDate(iso: "2022-06-07"), agreements: [agreement])
    let line = JSON.communique(communique).line
    #expect(
      line.hasPrefix(
        #"{"file":"a.txt","language":"fr","title":"T","publisher":null,"published_on":"2022-06-08","#
          + #""held_on":"2022-06-07","parties":[],"agreements":[{"text":"ouvrir un consulat","start":10,"end":28,"#
          + #""parties":["CHN","KAZ"],"domains":["consular"],"strength":"decided","kind":"commitment","#
          + #""date":"2022-06-07","language":"fr","mutuality":"joint","due_on":null"#))
  }
}

@Suite struct FormatTests {
  private let listing = Listing(
    columns: [
      .init(key: "name", heading: Both("Name", "Nom")),
      .init(key: "text", heading: Both("Text", "Texte"), isWide: true),
      .init(key: "count", heading: Both("Count", "Nombre"), isNumber: true),
    ],
    rows: [
      Listing.Row(json: .int(1), cells: ["a,b", "x \"y\"\nz", "1"], shown: ["a,b", "x \"y\"\nz", "1"]),
      Listing.Row(json: .int(2), cells: ["é", "tab\there", "22"], shown: ["é", "un | deux", "22"]),
    ])

  private func text(_ format: String, width: Int = 80, language: Language = .english) throws -> String {
    var invocation = Invocation()
    invocation.add(language.rawValue, to: .lang)
    let output = Output(inMemoryAsTerminal: false)
    let context = Context(
      invocation, environment: Environment([:]), output: output, errors: Output(inMemoryAsTerminal: false))
    let page = Page(output: output, style: .plain, context: context, width: width)
    try #require(OutputFormat.named(format)).write(listing, page)
    return output.text
  }

  @Test func csvIsRFC4180() throws {
    #expect(try text("csv") == "name,text,count\r\n\"a,b\",\"x \"\"y\"\"\nz\",1\r\né,tab\there,22\r\n")
  }

  @Test func tsvKeepsARecordOnALine() throws {
    #expect(try text("tsv") == "name\ttext\tcount\na,b\tx \"y\" z\t1\né\ttab here\t22\n")
  }

  @Test func markdownEscapesItsOwnSigns() throws {
    #expect(
      try text("markdown", language: .french)
        == "| Nom | Texte | Nombre |\n| --- | --- | --: |\n| a,b | x \"y\" z | 1 |\n| é | un \\| deux | 22 |\n")
  }

  @Test func jsonIsOneValueAndJsonlOneALine() throws {
    #expect(try text("json") == "[1,2]\n")
    #expect(try text("jsonl") == "1\n2\n")
  }

  @Test func aTableIsFittedByWrapping() throws {
    let table = try text("table", width: 30)
    #expect(
      table == "Name  Text       Count\n────  ─────────  ─────\na,b   x \"y\" z        1\né     un | deux     22\n")
    for line in try text("table", width: 24).split(separator: "\n") { #expect(DisplayWidth.of(line) <= 24) }
  }
}

@Suite struct CardsTests {
  private func card(_ quote: [Run], coloured: Bool = false, width: Int = 60) -> String {
    let output = Output(inMemoryAsTerminal: false)
    let context = Context(
      Invocation(), environment: Environment([:]), output: output, errors: Output(inMemoryAsTerminal: false))
    let card = Card(
      number: 3, heading: [.init("7 June 2022", .quiet), .init("China, Kazakhstan", .title), .init("Energy", .label)],
      quote: quote, language: .french, source: ["Xinhua", "", "id 42"])
    CardsFormat.write(
      card, to: Page(output: output, style: Style(isColoured: coloured), context: context, width: width))
    return output.text
  }

  @Test func aCardHasHeadingQuoteAndSource() {
    #expect(
      card([Run(text: "développer l'"), Run(text: "énergie verte", isMarked: true)]) == """
         3  7 June 2022 · China, Kazakhstan · Energy
            «\u{A0}développer l'[énergie verte]\u{A0}»
            Xinhua · id 42

        """)
  }

  @Test func quotesAreWrappedNotCut() {
    let text = card([Run(text: "un deux trois quatre cinq six sept huit neuf dix onze douze")], width: 40)
    #expect(text.contains("dix") && text.contains("douze"))
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(line) <= 40) }
  }

  @Test func escapeSequencesOfTheSourceAreStripped() {
    #expect(!card([Run(text: "a\u{1B}]0;x\u{7}b\u{9B}31mc\u{202E}d")]).contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test func coloursAreOnlyWhereAskedFor() {
    #expect(card([Run(text: "a", isMarked: true)], coloured: true).contains("\u{1B}[1;33ma\u{1B}[0m"))
    #expect(!card([Run(text: "a")]).contains("\u{1B}"))
  }
}
