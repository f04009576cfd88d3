import Communique

/// A sheet as one HTML file that needs nothing else: to open, to print, to hand on.
enum SheetHTML {
  static func write(_ sheet: Sheet, to page: Page) {
    let output = page.output
    output.write(line: "<!DOCTYPE html>")
    output.write(line: "<html lang=\"\(sheet.language.rawValue)\">")
    output.write(line: "<head>")
    output.write(line: "<meta charset=\"utf-8\">")
    output.write(line: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    output.write(line: "<title>\(escaped(sheet.title))</title>")
    output.write(line: "<style>\n\(style)\n</style>")
    output.write(line: "</head>")
    output.write(line: "<body>")
    output.write(line: "<h1>\(escaped(sheet.title))</h1>")
    output.write(line: "<table>")
    if !sheet.headings.isEmpty { writeHeadings(sheet, to: output) }
    output.write(line: "<tbody>")
    for row in sheet.rows { write(row, columns: sheet.columns, to: output) }
    output.write(line: "</tbody>")
    output.write(line: "</table>")
    for line in sheet.footer { output.write(line: "<footer>\(escaped(line))</footer>") }
    output.write(line: "</body>")
    output.write(line: "</html>")
  }

  private static func writeHeadings(_ sheet: Sheet, to output: Output) {
    let cells = sheet.headings.map {
      "<th scope=\"col\"><span class=\"title\">\(escaped($0.title))</span><small>\(escaped($0.facts))</small></th>"
    }
    output.write(line: "<thead><tr>\(cells.joined())</tr></thead>")
  }

  private static func write(_ row: Sheet.Row, columns: Int, to output: Output) {
    if let section = row.section {
      output.write(
        line: "<tr class=\"section\"><th colspan=\"\(columns)\" scope=\"rowgroup\">\(escaped(section))</th></tr>")
    }
    if !row.notes.isEmpty {
      let notes = row.notes.map { "<span>\(escaped($0.text))</span>" }.joined()
      output.write(line: "<tr class=\"notes\"><td colspan=\"\(columns)\">\(notes)</td></tr>")
    }
    output.write(line: "<tr>" + row.cells.map(cell).joined() + "</tr>")
  }

  private static func cell(_ cell: Sheet.Cell?) -> String {
    guard let cell else { return "<td class=\"none\">—</td>" }
    let heading = cell.heading.map { escaped($0.text) }.joined(separator: " · ")
    let words = cell.quote.map { piece in
      let text = escaped(piece.text)
      return switch piece.mark {
      case .none: text
      case .removed: "<del>\(text)</del>"
      case .added: "<ins>\(text)</ins>"
      }
    }.joined()
    let language = cell.language.map { " lang=\"\($0.rawValue)\"" } ?? ""
    return "<td><small>\(heading)</small><q\(language)>\(words)</q><small>\(escaped(cell.source))</small></td>"
  }

  /// Text as HTML shows it; nothing in it is markup.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in Sanitising.text(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static let style = """
    :root { color-scheme: light dark; }
    body { font: 1rem/1.5 Georgia, "Times New Roman", serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }
    h1 { font-size: 1.4rem; line-height: 1.25; font-weight: normal; }
    table { border-collapse: collapse; table-layout: fixed; width: 100%; }
    th, td { padding: .5rem 1rem .7rem 0; text-align: left; vertical-align: top; overflow-wrap: break-word; }
    thead th { border-bottom: 2px solid; font-weight: normal; }
    thead .title { font-weight: bold; }
    tbody tr { border-bottom: 1px solid #8886; break-inside: avoid; }
    tr.notes { border-bottom: none; break-after: avoid; }
    tr.notes td { padding-bottom: 0; }
    tr.notes span { background: #f5d56b66; font: .8rem/1.4 system-ui, sans-serif; margin-right: .6rem; padding: .1rem .4rem; }
    tr.section th { font-size: 1.1rem; padding-top: 1.5rem; break-after: avoid; }
    small { color: GrayText; display: block; font: .8rem/1.4 system-ui, sans-serif; }
    q { hyphens: auto; }
    q:lang(fr) { quotes: "«\u{A0}" "\u{A0}»"; }
    q:lang(en) { quotes: "“" "”"; }
    del { background: #e0525233; text-decoration: line-through; }
    ins { background: #3fa34d33; text-decoration: underline; }
    td.none, footer { color: GrayText; }
    footer { font: .8rem/1.4 system-ui, sans-serif; margin-top: 1rem; }
    @media (max-width: 40rem) { thead, tbody, tr, th, td { display: block; } }
    @media print { @page { margin: 2cm; } body { font-size: 10pt; margin: 0; max-width: none; } }
    """
}
