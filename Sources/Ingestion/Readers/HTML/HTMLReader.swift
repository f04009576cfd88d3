import Communique

/// Reads a page: its article as plain text, and what it says of itself.
struct HTMLReader {
  let limits: ReadingLimits

  struct Page {
    var text: String
    var metadata: SourceMetadata
  }

  /// - Parameter text: the page as UTF-8.
  func page(_ text: [UInt8]) throws(ReadingError.Reason) -> Page {
    let tree = try MarkupTree(text, as: .html, limits: limits)
    let furniture = HTMLFurniture(tree)
    let metadata = HTMLMetadata(tree, furniture).metadata
    guard let main = MainContent(tree, furniture).find() else { throw .noText }
    var content = HTMLText.text(of: main, in: tree, without: furniture)
    guard ASCII.hasLetters(content) else { throw .noText }
    if let title = metadata.title, !opens(content, with: title) { content = title + "\n\n" + content }
    return Page(text: content, metadata: metadata)
  }

  /// The text of a piece of HTML that is all content, as feeds carry it.
  func fragment(_ text: String) throws(ReadingError.Reason) -> String {
    guard !text.isEmpty else { return "" }
    let tree = try MarkupTree(Array(text.utf8), as: .html, limits: limits)
    guard let root = tree.children(of: nil).first(where: { !tree.nodes[$0].isText }) else { return "" }
    return HTMLText.text(of: root, in: tree, without: HTMLFurniture(tree))
  }

  /// Whether the title stands near the beginning, in any case and spacing.
  private func opens(_ content: String, with title: String) -> Bool {
    let start = Self.letters(content.utf8.prefix(1500 + title.utf8.count))
    let wanted = Self.letters(title.utf8.prefix(80))
    guard !wanted.isEmpty, start.count >= wanted.count else { return wanted.isEmpty }
    return (0...(start.count - wanted.count)).contains { start[$0...].starts(with: wanted) }
  }

  private static func letters(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.filter { ASCII.isLetter($0) || $0 >= 0x80 }.map(ASCII.lower)
  }
}
