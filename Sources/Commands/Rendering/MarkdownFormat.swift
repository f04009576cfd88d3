/// A Markdown table, for notes and issues.
enum MarkdownFormat {
  static func write(_ listing: Listing, to page: Page) {
    let shown = listing.columns.indices.filter { !listing.columns[$0].isDetail }
    writeLine(shown.map { listing.columns[$0].heading.text(page.context.language) }, to: page)
    writeLine(shown.map { listing.columns[$0].isNumber ? "--:" : "---" }, to: page)
    for row in listing.rows { writeLine(shown.map { escaped(row.shown[$0]) }, to: page) }
  }

  private static func writeLine(_ cells: [String], to page: Page) {
    page.output.write(line: "| " + cells.joined(separator: " | ") + " |")
  }

  /// The characters that Markdown would read as markup, and line ends, which would end the row.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in Sanitising.oneLine(text) {
      if "\\|*_`<>[]#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
