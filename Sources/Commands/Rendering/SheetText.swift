import Communique

/// A sheet at a terminal: columns side by side, or one under the other where it is narrow.
enum SheetText {
  /// A column narrower than this would break every other word.
  private static let narrowest = 34
  private static let widestColumn = 76
  private static let gap = " │ "

  static func write(_ sheet: Sheet, to page: Page) {
    for line in Wrapping.lines(Sanitising.oneLine(sheet.title), width: page.width) where !sheet.title.isEmpty {
      page.output.write(line: page.style.paint(line, .title))
    }
    let columns = sheet.columns
    let width = min(widestColumn, (page.width - (columns - 1) * DisplayWidth.of(gap)) / columns)
    let isBeside = columns > 1 && width >= narrowest
    let layout = Layout(page: page, width: isBeside ? width : min(page.width, 100), isBeside: isBeside)
    if !sheet.headings.isEmpty { layout.write(sheet.headings.map { headingLines($0, layout) }) }
    for row in sheet.rows {
      page.output.write(line: "")
      if let section = row.section {
        for line in Wrapping.lines(Sanitising.oneLine(section), width: page.width) {
          page.output.write(line: page.style.paint(line, .title))
        }
        page.output.write(line: "")
      }
      for note in row.notes {
        for line in Wrapping.lines(Sanitising.oneLine(note.text), width: page.width - 2) {
          page.output.write(line: page.style.paint("▸ " + line, note.role))
        }
      }
      layout.write(row.cells.map { $0.map { cellLines($0, layout) } ?? [page.style.paint("—", .quiet)] })
    }
    if !sheet.footer.isEmpty { page.output.write(line: "") }
    for line in sheet.footer.flatMap({ Wrapping.lines(Sanitising.text($0), width: page.width) }) {
      page.output.write(line: line)
    }
  }

  private static func headingLines(_ heading: Sheet.Heading, _ layout: Layout) -> [String] {
    Wrapping.lines(Sanitising.oneLine(heading.title), width: layout.width)
      .map { layout.page.style.paint($0, .title) }
      + Wrapping.lines(Sanitising.oneLine(heading.facts), width: layout.width)
      .map { layout.page.style.paint($0, .quiet) }
  }

  private static func cellLines(_ cell: Sheet.Cell, _ layout: Layout) -> [String] {
    let style = layout.page.style
    let heading = cell.heading.map { Sanitising.oneLine($0.text) }.joined(separator: " · ")
    let quote = quoted(cell)
    return Wrapping.lines(heading, width: layout.width).map { style.paint($0, .label) }
      + painted(Wrapping.lines(quote, width: layout.width), style)
      + Wrapping.lines(cell.source, width: layout.width).map { style.paint($0, .quiet) }
  }

  /// The quote between the quotation marks of its own language; words that went out and came in stand in `[-…-]` and
  /// `{+…+}`, so that nothing depends on colour.
  private static func quoted(_ cell: Sheet.Cell) -> String {
    let marks = cell.language == .french ? ("«\u{A0}", "\u{A0}»") : ("“", "”")
    let words = cell.quote.map { piece in
      let text = Sanitising.text(piece.text)
      return switch piece.mark {
      case .none: text
      case .removed: "[-" + text + "-]"
      case .added: "{+" + text + "+}"
      }
    }
    return marks.0 + words.joined() + marks.1
  }

  /// Colours what stands in marks, also where they go on over a line's end.
  private static func painted(_ lines: [String], _ style: Style) -> [String] {
    guard style.isColoured else { return lines }
    var role: Style.Role?
    return lines.map { line in
      var result = ""
      var piece = ""
      func flush() {
        result += role.map { style.paint(piece, $0) } ?? piece
        piece = ""
      }
      var rest = Substring(line)
      while !rest.isEmpty {
        if role == nil, rest.hasPrefix("[-") || rest.hasPrefix("{+") {
          flush()
          role = rest.hasPrefix("[-") ? .soft : .firm
        } else if role != nil, rest.hasPrefix("-]") || rest.hasPrefix("+}") {
          piece += rest.prefix(2)
          rest = rest.dropFirst(2)
          flush()
          role = nil
          continue
        }
        piece.append(rest.removeFirst())
      }
      flush()
      return result
    }
  }

  /// Blocks of lines beside each other or below.
  private struct Layout {
    let page: Page
    let width: Int
    let isBeside: Bool

    func write(_ blocks: [[String]]) {
      guard isBeside else {
        for (index, block) in blocks.enumerated() {
          if index > 0 { page.output.write(line: "") }
          for line in block { page.output.write(line: line) }
        }
        return
      }
      for row in 0..<(blocks.map(\.count).max() ?? 0) {
        let cells = blocks.map { row < $0.count ? $0[row] : "" }
        let line = cells.enumerated().map { index, cell in
          index + 1 < cells.count ? cell + blanks(to: width - visibleWidth(cell)) : cell
        }.joined(separator: page.style.paint(gap, .quiet))
        page.output.write(line: TableFormat.trimmed(line))
      }
    }

    private func blanks(to count: Int) -> String { String(repeating: " ", count: max(0, count)) }

    /// Without the sequences that colour it.
    private func visibleWidth(_ text: String) -> Int {
      DisplayWidth.of(page.style.isColoured ? Sanitising.oneLine(text) : text)
    }
  }
}
