/// Paragraphs of an office file: what DOCX and ODT have in common once their elements are known.
struct OfficeBlocks {
  private(set) var writer = BlockWriter()
  /// Notes, in order; they follow the text.
  var notes: [String] = []
  /// Whether the paragraph before was a list item.
  private var wasItem = false

  /// Starts a paragraph; a list item takes a line of its own.
  mutating func begin(isItem: Bool) {
    if isItem && wasItem { writer.breakLine() } else { writer.breakParagraph() }
    if isItem { writer.write("- ".utf8) }
    wasItem = isItem
  }

  mutating func write(_ text: some Sequence<UInt8>) { writer.write(text) }
  mutating func breakLine() { writer.breakLine() }

  /// The cells of a row on one line.
  mutating func row(_ cells: [String]) {
    let full = cells.map { ASCII.oneLine($0) }.filter { !$0.isEmpty }
    guard !full.isEmpty else { return }
    if wasItem { writer.breakLine() } else { writer.breakParagraph() }
    writer.write(full.joined(separator: " – ").utf8)
    wasItem = true
  }

  mutating func finished() -> String {
    for note in notes {
      writer.breakParagraph()
      writer.write(note.utf8)
    }
    return writer.finished()
  }
}
