/// Paragraphs of an office file: what DOCX and ODT have in common once their elements are known.
struct OfficeBlocks {
  private(set) var writer = BlockWriter()
  /// Notes, in order; they follow the text.
  var notes: [String] = []
  private enum Kind { case paragraph, item, row }
  /// What came before: items and rows follow their like on the next line.
  private var last = Kind.paragraph

  /// Starts a paragraph; a list item takes a line of its own.
  mutating func begin(isItem: Bool) {
    part(as: isItem ? .item : .paragraph)
    if isItem { writer.write("- ".utf8) }
  }

  mutating func write(_ text: some Sequence<UInt8>) { writer.write(text) }
  mutating func breakLine() { writer.breakLine() }

  /// The cells of a row on one line.
  mutating func row(_ cells: [String]) {
    let full = cells.map { ASCII.oneLine($0) }.filter { !$0.isEmpty }
    guard !full.isEmpty else { return }
    part(as: .row)
    writer.write(full.joined(separator: " – ").utf8)
  }

  private mutating func part(as kind: Kind) {
    if kind == last, kind != .paragraph { writer.breakLine() } else { writer.breakParagraph() }
    last = kind
  }

  mutating func finished() -> String {
    for note in notes {
      writer.breakParagraph()
      writer.write(note.utf8)
    }
    return writer.finished()
  }
}
