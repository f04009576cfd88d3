/// csv and tsv: everything, nothing cut, codes and ISO dates.
enum SeparatedFormat {
  /// RFC 4180: CRLF, quotes doubled, a field in quotes where it must be.
  static func writeCSV(_ listing: Listing, to page: Page) {
    write(listing, to: page, separator: ",", lineEnd: "\r\n", field: csvField)
  }

  /// A record a line: tabs and line ends inside values become blanks.
  static func writeTSV(_ listing: Listing, to page: Page) {
    write(listing, to: page, separator: "\t", lineEnd: "\n", field: Sanitising.oneLine)
  }

  private static func write(
    _ listing: Listing, to page: Page, separator: String, lineEnd: String, field: (String) -> String
  ) {
    if page.showsHeader {
      page.output.write(listing.columns.map { field($0.key) }.joined(separator: separator) + lineEnd)
    }
    for row in listing.rows { page.output.write(row.cells.map(field).joined(separator: separator) + lineEnd) }
  }

  static func csvField(_ value: String) -> String {
    let clean = Sanitising.text(value)
    let needsQuotes = clean.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes ? "\"" + clean.replacing("\"", by: "\"\"") + "\"" : clean
  }
}
