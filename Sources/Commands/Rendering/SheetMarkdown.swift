import Communique

/// A sheet as Markdown: a table where there are two columns, else a list.
enum SheetMarkdown {
  static func write(_ sheet: Sheet, to page: Page) {
    let output = page.output
    if !sheet.title.isEmpty {
      output.write(line: "# " + MarkdownFormat.escaped(sheet.title))
      output.write(line: "")
    }
    if sheet.columns > 1 { writeTable(sheet, to: output) } else { writeList(sheet, to: output) }
    for line in sheet.footer {
      output.write(line: "")
      output.write(line: MarkdownFormat.escaped(line))
    }
  }

  private static func writeTable(_ sheet: Sheet, to output: Output) {
    let heads = (0..<sheet.columns).map { column in
      guard column < sheet.headings.count else { return "" }
      let heading = sheet.headings[column]
      return "**" + MarkdownFormat.escaped(heading.title) + "**<br>" + MarkdownFormat.escaped(heading.facts)
    }
    let notes = Words.link.differences.text(sheet.language)
    output.write(line: "| " + (heads + [notes]).joined(separator: " | ") + " |")
    output.write(line: "|" + String(repeating: " --- |", count: heads.count + 1))
    for row in sheet.rows {
      let cells = (0..<sheet.columns).map { column in
        column < row.cells.count ? row.cells[column].map(cell) ?? "—" : ""
      }
      let notes = row.notes.map { MarkdownFormat.escaped($0.text) }.joined(separator: "<br>")
      output.write(line: "| " + (cells + [notes]).joined(separator: " | ") + " |")
    }
  }

  private static func writeList(_ sheet: Sheet, to output: Output) {
    for (index, row) in sheet.rows.enumerated() {
      if let section = row.section {
        if index > 0 { output.write(line: "") }
        output.write(line: "## " + MarkdownFormat.escaped(section))
        output.write(line: "")
      }
      let notes = row.notes.map { "**" + MarkdownFormat.escaped($0.text) + "** — " }.joined()
      for entry in row.cells { output.write(line: "- " + notes + (entry.map(cell) ?? "—")) }
    }
  }

  private static func cell(_ cell: Sheet.Cell) -> String {
    let marks = cell.language == .french ? ("«\u{A0}", "\u{A0}»") : ("“", "”")
    let words = cell.quote.map { piece in
      let text = MarkdownFormat.escaped(piece.text)
      // A mark may not begin or end with a blank, and a blank by itself needs none.
      return switch piece.mark {
      case .none: piece.text == " " ? " " : escapedKeepingBlanks(piece.text)
      case .removed: "~~" + text + "~~"
      case .added: "**" + text + "**"
      }
    }
    let heading = cell.heading.map { MarkdownFormat.escaped($0.text) }.joined(separator: " · ")
    return marks.0 + words.joined() + marks.1 + "<br>" + heading + " · " + MarkdownFormat.escaped(cell.source)
  }

  private static func escapedKeepingBlanks(_ text: String) -> String {
    let before = text.utf8.first == 0x20 ? " " : ""
    let after = text.utf8.last == 0x20 ? " " : ""
    return before + MarkdownFormat.escaped(text) + after
  }
}
