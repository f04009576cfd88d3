/// The title that a PDF or an office file carries in its properties: often a template's or a file's name.
enum EmbeddedTitle {
  /// The title where the text bears it out: its words stand near the beginning.
  static func credible(_ title: String, over text: String) -> String? {
    let wanted = letters(title.utf8)
    guard wanted.count >= 10 else { return nil }
    let start = letters(text.utf8.prefix(1500))
    guard start.count >= wanted.count else { return nil }
    let isThere = (0...(start.count - wanted.count)).contains { start[$0...].starts(with: wanted) }
    return isThere ? ASCII.oneLine(title) : nil
  }

  private static func letters(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.filter { ASCII.isLetter($0) || $0 >= 0x80 }.map(ASCII.lower)
  }
}
