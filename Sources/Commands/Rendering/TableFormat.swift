/// Columns fitted to the width by display columns; long text is wrapped, never cut.
enum TableFormat {
  static func write(_ listing: Listing, to page: Page) {
    let shown = listing.columns.indices.filter { !listing.columns[$0].isDetail }
    let headings = shown.map { listing.columns[$0].heading.text(page.context.language) }
    let cells = listing.rows.map { row in shown.map { Sanitising.oneLine(row.shown[$0]) } }
    let widths = columnWidths(shown.map { listing.columns[$0] }, headings: headings, cells: cells, in: page.width)
    let columns = shown.enumerated().map { (column: listing.columns[$1], width: widths[$0]) }
    if page.showsHeader {
      writeRow(headings, columns, to: page, role: .title)
      page.output.write(
        line: page.style.paint(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "), .quiet))
    }
    for row in cells { writeRow(row, columns, to: page, role: nil) }
    listing.writeFooter(to: page)
  }

  private static func writeRow(
    _ cells: [String], _ columns: [(column: Listing.Column, width: Int)], to page: Page, role: Style.Role?
  ) {
    let wrapped = zip(cells, columns).map { Wrapping.lines($0, width: $1.width) }
    for line in 0..<(wrapped.map(\.count).max() ?? 0) {
      var text = ""
      for (index, lines) in wrapped.enumerated() {
        let cell = line < lines.count ? lines[line] : ""
        let padded = cell.padded(to: columns[index].width, atRight: columns[index].column.isNumber)
        text += (index > 0 ? "  " : "") + (role.map { page.style.paint(padded, $0) } ?? padded)
      }
      page.output.write(line: page.style.isColoured ? text : trimmed(text))
    }
  }

  /// Each column as wide as its longest cell, as long as all fit. Else narrow columns give way down to some 20
  /// columns, then the wide ones, which are made for wrapping, then all.
  static func columnWidths(
    _ columns: [Listing.Column], headings: [String], cells: [[String]], in width: Int
  ) -> [Int] {
    var widths = columns.indices.map { index in
      max(DisplayWidth.of(headings[index]), cells.map { DisplayWidth.of($0[index]) }.max() ?? 0, 1)
    }
    let available = max(columns.count * 4, width - 2 * (columns.count - 1))
    shrink(&widths, of: columns.indices.filter { !columns[$0].isWide }, least: 20, to: available)
    shrink(&widths, of: columns.indices.filter { columns[$0].isWide }, least: 30, to: available)
    shrink(&widths, of: Array(columns.indices), least: 6, to: available)
    return widths
  }

  /// Takes from the widest of the chosen columns until all fit or each is at its least.
  private static func shrink(_ widths: inout [Int], of chosen: [Int], least: Int, to available: Int) {
    while widths.reduce(0, +) > available {
      guard let widest = chosen.filter({ widths[$0] > least }).max(by: { widths[$0] < widths[$1] }) else { return }
      let next = chosen.filter { $0 != widest }.map { widths[$0] }.max() ?? least
      let excess = widths.reduce(0, +) - available
      widths[widest] = max(least, min(widths[widest] - 1, max(next, widths[widest] - excess)))
    }
  }

  static func trimmed(_ line: String) -> String {
    var bytes = Array(line.utf8)
    while bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
