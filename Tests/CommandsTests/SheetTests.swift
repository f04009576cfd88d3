import Communique
import Testing

@testable import Commands

/// Wordings side by side, in every way of showing them.
@Suite struct SheetTests {
  private func printed(
    _ sheet: Sheet, columns: Int = 100, _ write: (Sheet, Page) -> Void = SheetText.write, colour: String = "never"
  ) -> String {
    var invocation = Invocation()
    invocation.add(colour, to: .color)
    let output = Output(inMemoryAsTerminal: true)
    let context = Context(
      invocation, environment: Environment(["COLUMNS": String(columns)]), output: output,
      errors: Output(inMemoryAsTerminal: false))
    write(sheet, Page(output: output, style: context.style, context: context, width: columns))
    return output.text
  }

  private func cell(_ quote: [Sheet.Piece], _ language: Language = .english) -> Sheet.Cell {
    Sheet.Cell(heading: [Card.Piece("decided", .firm)], quote: quote, language: language, source: "id 7")
  }

  private var pair: Sheet {
    Sheet(
      title: "Comparison", headings: [.init(title: "One", facts: "a"), .init(title: "Deux", facts: "b")],
      rows: [
        .init(
          notes: [.init(text: "firmness", role: .error)],
          cells: [cell([.init(text: "open an embassy")]), cell([.init(text: "ouvrir une ambassade")], .french)]),
        .init(cells: [nil, cell([.init(text: "former des agents")], .french)]),
      ], language: .english)
  }

  @Test(arguments: [72, 80, 120, 200])
  func columnsFitTheWidth(_ width: Int) {
    let lines = printed(pair, columns: width).split(separator: "\n").map(String.init)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= width })
    #expect(lines.contains { $0.contains("embassy”") && $0.contains(" │ «\u{A0}ouvrir") })
  }

  @Test func narrowTerminalsHaveOneUnderTheOther() {
    let text = printed(pair, columns: 50)
    #expect(!text.contains("│"))
    #expect(text.contains("“open an embassy”\nid 7\n\ndecided\n«\u{A0}ouvrir une ambassade\u{A0}»"))
  }

  @Test func changedWordsAreMarkedWithoutColour() {
    let sheet = Sheet(
      title: "",
      rows: [
        .init(cells: [
          cell([.init(text: "study", mark: .removed), .init(text: " "), .init(text: "begin", mark: .added)])
        ])
      ],
      language: .english)
    #expect(printed(sheet).contains("“[-study-] {+begin+}”"))
    #expect(printed(sheet, colour: "always").contains("\u{1B}[35m[-study-]\u{1B}[0m \u{1B}[32m{+begin+}\u{1B}[0m”"))
    #expect(printed(sheet, SheetMarkdown.write).contains("“~~study~~ **begin**”"))
    #expect(printed(sheet, SheetHTML.write).contains("<del>study</del> <ins>begin</ins>"))
  }

  @Test func colourDoesNotShiftColumns() {
    let plain = printed(pair).split(separator: "\n").map(String.init)
    let coloured = printed(pair, colour: "always").split(separator: "\n").map { Sanitising.text(String($0)) }
    #expect(plain == coloured.map { TableFormat.trimmed($0) })
  }

  @Test func textsCannotBecomeMarkup() {
    let hostile = "<script>alert('x')</script> & \u{1B}[31m\"q\" | **b**"
    let sheet = Sheet(
      title: hostile, headings: [.init(title: hostile, facts: hostile), .init(title: hostile, facts: hostile)],
      rows: [
        .init(
          section: hostile, notes: [.init(text: hostile, role: .error)], cells: [cell([.init(text: hostile)]), nil])
      ],
      footer: [hostile], language: .french)
    let html = printed(sheet, SheetHTML.write)
    #expect(!html.contains("<script") && !html.contains("alert('") && !html.contains("\u{1B}"))
    #expect(html.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;q&quot;"))
    let markdown = printed(sheet, SheetMarkdown.write)
    #expect(!markdown.replacing("\\<", by: "").contains("<script") && markdown.contains("\\| \\*\\*b"))
    #expect(!printed(sheet).contains("\u{1B}"))
  }
}
