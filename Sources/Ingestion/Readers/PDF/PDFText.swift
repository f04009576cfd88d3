/// Writes the pages of a PDF as paragraphs.
///
/// Lines of a block are joined; a new paragraph starts at an indented line after a finished one, at a list marker and at
/// a wider gap. A paragraph that a column or a page cuts in two is joined again, and so are words cut at the end of a
/// line (`Hyphenation`).
struct PDFText {
  private(set) var text = ""
  /// Where pages begin in `text`, UTF-8 byte offsets.
  private(set) var pages: [Int] = []

  static func write(_ layout: PDFLayout) -> PDFText {
    var writer = PDFParagraphs(Hyphenation(layout))
    for page in layout.pages {
      writer.beginPage()
      for block in page.blocks { writer.write(block, on: page) }
    }
    var result = PDFText()
    result.pages = writer.pages
    result.text = writer.finished()
    return result
  }
}

private struct PDFParagraphs {
  private let hyphenation: Hyphenation
  private var bytes: [UInt8] = []
  private(set) var pages: [Int] = []
  private var pageIsPending = false
  private var last: PDFLayout.Line?
  private var lastBlock: PDFLayout.Box?

  init(_ hyphenation: Hyphenation) { self.hyphenation = hyphenation }

  mutating func beginPage() {
    // A page without text begins where the next one does.
    if pageIsPending { pages.append(bytes.count) }
    pageIsPending = true
  }

  mutating func write(_ block: PDFLayout.Block, on page: PDFLayout.Page) {
    for (index, line) in block.lines.enumerated() {
      if index == 0 ? goesOn(line, in: block) : !startsParagraph(line, in: block) {
        join(line)
      } else {
        part(line, isListItem: isListItem(line.text))
      }
      last = line
    }
    lastBlock = block.box
  }

  mutating func finished() -> String {
    if pageIsPending { pages.append(bytes.count) }
    if !bytes.isEmpty { bytes.append(0x0A) }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: what belongs together

  /// Inside a block.
  private func startsParagraph(_ line: PDFLayout.Line, in block: PDFLayout.Block) -> Bool {
    guard let last else { return true }
    if isListItem(line.text) { return true }
    if isBullet(last.text) { return false }
    let isIndented = line.box.left > block.box.left + 8 && last.box.left < block.box.left + 4
    let isShort = last.box.right < block.box.right - (block.box.right - block.box.left) * 0.15
    let gap = line.box.top - last.box.bottom
    let isEnded = endsSentence
    return isEnded && (isIndented || isShort) || gap > line.box.height * 0.9
      || abs(line.box.height - last.box.height) > max(line.box.height, last.box.height) * 0.25
  }

  /// From the block before: a sentence that has not ended goes on in lower case, or in a line of the same size below.
  private func goesOn(_ line: PDFLayout.Line, in block: PDFLayout.Block) -> Bool {
    guard let last, let lastBlock, let first = line.text.first, !isListItem(line.text), !endsSentence else {
      return false
    }
    if isBullet(last.text) { return true }
    guard abs(line.box.height - last.box.height) <= line.box.height * 0.2 else { return false }
    if first &- 0x61 < 26 || Self.startsLowerAccented(line.text) || bytes.last == 0x2D { return true }
    let isBelow = line.box.top > last.box.top && line.box.top - last.box.bottom < line.box.height * 0.9
    let isFull = last.box.right > lastBlock.right - 12 && lastBlock.right - lastBlock.left > 200
    return isBelow && isFull && abs(block.box.left - lastBlock.left) < 3
  }

  /// é … ÿ are C3 A0 … C3 BF.
  private static func startsLowerAccented(_ text: [UInt8]) -> Bool {
    text.count > 1 && text[0] == 0xC3 && text[1] >= 0xA0
  }

  private var endsSentence: Bool {
    var index = bytes.count
    // Behind closing marks: ”, », ), ].
    while index > 0, bytes[index - 1] == 0x29 || bytes[index - 1] == 0x22 || bytes[index - 1] == 0x20 { index -= 1 }
    while index > 1, bytes[..<index].suffix(2) == [0xC2, 0xBB] || bytes[..<index].suffix(2) == [0xC2, 0xA0] {
      index -= 2
    }
    while index > 2, bytes[..<index].suffix(3) == [0xE2, 0x80, 0x9D] { index -= 3 }
    while index > 0, bytes[index - 1] == 0x20 { index -= 1 }
    guard index > 0 else { return true }
    return [0x2E, 0x3A, 0x3B, 0x3F, 0x21].contains(bytes[index - 1])
  }

  private func isBullet(_ text: [UInt8]) -> Bool { Self.bullets.contains { text == Array($0.utf8) } }

  private static let bullets = ["•", "-", "–", "▪", "●", "◦", "", "", "*", "o", "—", "■", "·", "‣"]

  /// "• …", "- …", "1. …", "a) …"
  private func isListItem(_ text: [UInt8]) -> Bool {
    guard let space = text.firstIndex(of: 0x20) else { return isBullet(text) }
    let mark = Array(text[..<space])
    if isBullet(mark) { return true }
    guard mark.count >= 2, mark.count <= 4, let stop = mark.last, stop == 0x2E || stop == 0x29 else { return false }
    return mark.dropLast().allSatisfy(ASCII.isDigit) || mark.count == 2 && stop == 0x29 && ASCII.isLetter(mark[0])
  }

  // MARK: writing

  private mutating func join(_ line: PDFLayout.Line) {
    let (cut, glue) = hyphenation.joint(before: bytes, after: line.text)
    bytes.removeLast(cut)
    if glue { bytes.append(0x20) }
    append(line)
  }

  private mutating func part(_ line: PDFLayout.Line, isListItem: Bool) {
    if !bytes.isEmpty { bytes += isListItem && lastWasListItem ? [0x0A] : [0x0A, 0x0A] }
    lastWasListItem = isListItem
    append(line)
  }

  private var lastWasListItem = false

  private mutating func append(_ line: PDFLayout.Line) {
    if pageIsPending {
      pages.append(bytes.count)
      pageIsPending = false
    }
    bytes += line.text
  }
}
