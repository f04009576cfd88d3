import Vocabulary

/// Joins words that the end of a line cut in two: "coopé-" "ration" is "coopération", "franco-" "allemand" keeps its
/// hyphen.
///
/// Rules, the first that applies: a soft hyphen goes; a hyphen before a capital or a figure stays; what the document
/// writes elsewhere, in one word or with the hyphen, decides; after "franco", "vice", "non" … and before "ci", "là",
/// "même" the hyphen stays; else it goes.
struct Hyphenation {
  /// Words of the document that no line cuts, folded.
  private let words: Set<String>

  init(_ layout: PDFLayout) {
    var words: Set<String> = []
    for line in layout.pages.lazy.flatMap(\.blocks).flatMap(\.lines) {
      // The last word of a line may be half of one, and so may the first.
      for word in Self.words(of: line.text).dropLast().dropFirst() { words.insert(word) }
    }
    self.words = words
  }

  /// How two lines are joined: how many bytes go from the end of what is written, and whether a blank comes between.
  func joint(before written: [UInt8], after next: [UInt8]) -> (cut: Int, glue: Bool) {
    if written.suffix(2) == [0xC2, 0xAD] { return (2, false) }
    let isHyphen = written.last == 0x2D
    let isUnicodeHyphen = written.suffix(3) == [0xE2, 0x80, 0x90]
    guard isHyphen || isUnicodeHyphen else { return (0, true) }
    let mark = isHyphen ? 1 : 3
    let start = written.dropLast(mark)
    guard let before = start.last, ASCII.isLetter(before) || before >= 0x80 else { return (0, true) }
    guard let first = next.first, ASCII.isLetter(first) || first >= 0x80 else {
      return (0, next.first.map { !ASCII.isDigit($0) } ?? true)
    }
    if first &- 0x41 < 26 { return (0, false) }
    let left = Self.words(of: Array(start.suffix(60))).last ?? ""
    let right = Self.words(of: Array(next.prefix(60))).first ?? ""
    return keepsHyphen(left, right) ? (0, false) : (mark, false)
  }

  private func keepsHyphen(_ left: String, _ right: String) -> Bool {
    if words.contains(left + right) { return false }
    if words.contains(left + "-" + right) { return true }
    let head = left.split(separator: "-").last.map(String.init) ?? left
    // "francophone" is one word.
    return Self.heads.contains(head) && !right.hasPrefix("phon") || Self.tails.contains(right)
  }

  /// Letters and hyphens inside words.
  private static func words(of text: [UInt8]) -> [String] {
    text.split { !(ASCII.isLetter($0) || $0 >= 0x80 || $0 == 0x2D) }
      .map { Folding.folded(String(decoding: $0, as: UTF8.self)) }
  }

  private static let heads = WordList.listed("hyphen-after")
  private static let tails = WordList.listed("hyphen-before")
}
