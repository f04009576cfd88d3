/// A way to show wordings: as a sheet for reading, or as rows in one of the flat formats.
enum SheetFormat {
  case cards, markdown, html
  case flat(OutputFormat)

  static let choices: [ValueKind.Choice] =
    OutputFormat.choices + [.init("html", help: Both("a page that needs no other file", "une page qui se suffit"))]

  /// The format asked for, else cards at a terminal; in a pipe `piped`.
  init(_ invocation: Invocation, _ context: Context, piped: String = "tsv") {
    self.init(name: invocation[.pageFormat] ?? (context.output.isTerminal ? "cards" : piped))
  }

  init(name: String) {
    switch name {
    case "cards": self = .cards
    case "markdown": self = .markdown
    case "html": self = .html
    default: self = OutputFormat.named(name).map(SheetFormat.flat) ?? .cards
    }
  }

  var isCards: Bool { if case .cards = self { true } else { false } }
  var isPage: Bool { if case .flat = self { false } else { !isCards } }

  func write(_ sheet: @autoclosure () -> Sheet, _ listing: @autoclosure () -> Listing, to page: Page) {
    switch self {
    case .cards: SheetText.write(sheet(), to: page)
    case .markdown: SheetMarkdown.write(sheet(), to: page)
    case .html: SheetHTML.write(sheet(), to: page)
    case .flat(let format): format.write(listing(), page)
    }
  }
}
