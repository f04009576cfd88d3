/// A way to show a sheet; JSON is the command's own.
enum SheetFormat: String, CaseIterable {
  case cards, json, markdown, html

  static let choices: [ValueKind.Choice] = [
    .init("cards", "fiches", "text", "texte", help: Both("for reading", "pour lire")),
    .init("json", "jsonl", help: Both("one JSON object", "un objet JSON")),
    .init("markdown", "md", help: Both("a Markdown text", "un texte Markdown")),
    .init("html", help: Both("a page that needs no other file", "une page qui se suffit")),
  ]

  /// The format asked for, else cards.
  init(_ invocation: Invocation) { self = invocation[.pageFormat].flatMap(SheetFormat.init(rawValue:)) ?? .cards }

  func write(_ sheet: Sheet, json: @autoclosure () -> JSON, to context: Context) {
    switch self {
    case .cards: SheetText.write(sheet, to: context.page())
    case .json: context.output.write(json: json())
    case .markdown: SheetMarkdown.write(sheet, to: context.page())
    case .html: SheetHTML.write(sheet, to: context.page())
    }
  }
}
