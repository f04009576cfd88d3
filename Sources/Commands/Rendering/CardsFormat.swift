import Communique

/// Numbered cards, for reading at a terminal. Listings without cards become tables.
enum CardsFormat {
  private static let widest = 100

  static func write(_ listing: Listing, to page: Page) {
    guard listing.rows.allSatisfy({ $0.card != nil }) else { return TableFormat.write(listing, to: page) }
    for (index, card) in listing.rows.compactMap(\.card).enumerated() {
      if index > 0 { page.output.write(line: "") }
      write(card, to: page)
    }
    listing.writeFooter(to: page)
  }

  static func write(_ card: Card, to page: Page) {
    let number = card.number.map(String.init) ?? ""
    let indent = String(repeating: " ", count: max(4, number.utf8.count + 2))
    let width = max(20, min(page.width, widest) - indent.utf8.count)
    let label = number.padded(to: indent.utf8.count - 2, atRight: true) + "  "
    for (index, line) in headingLines(card.heading, width: width).enumerated() {
      let start = index == 0 ? page.style.paint(label, .number) : indent
      page.output.write(line: start + line.map { page.style.paint($0.text, $0.role) }.joined())
    }
    for line in page.style.lines(quoted(card), width: width) { page.output.write(line: indent + line) }
    let source = card.source.filter { !$0.isEmpty }.map(Sanitising.oneLine).joined(separator: " · ")
    for line in Wrapping.lines(source, width: width) where !source.isEmpty {
      page.output.write(line: indent + page.style.paint(line, .quiet))
    }
  }

  /// The quote between the quotation marks of its own language.
  private static func quoted(_ card: Card) -> [Run] {
    let marks = card.language == .french ? ("«\u{A0}", "\u{A0}»") : ("“", "”")
    let quote = card.quote.map { Run(text: Sanitising.text($0.text), isMarked: $0.isMarked) }
    return [Run(text: marks.0)] + quote + [Run(text: marks.1)]
  }

  /// Pieces with dots between them, broken between pieces where they do not fit.
  private static func headingLines(_ pieces: [Card.Piece], width: Int) -> [[Card.Piece]] {
    var lines: [[Card.Piece]] = [[]]
    var used = 0
    // A label wider than the line is broken at its blanks.
    let fitting = pieces.flatMap { piece in
      Wrapping.lines(piece.text, width: width).map { Card.Piece($0, piece.role) }
    }
    for piece in fitting where !piece.text.isEmpty {
      let needed = DisplayWidth.of(piece.text)
      if used > 0, used + 3 + needed > width {
        lines.append([])
        used = 0
      }
      if used > 0 {
        lines[lines.count - 1].append(Card.Piece(" · ", .quiet))
        used += 3
      }
      lines[lines.count - 1].append(piece)
      used += needed
    }
    return lines
  }
}
