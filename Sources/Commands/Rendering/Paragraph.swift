/// The paragraph of a text in which a span stands.
struct Paragraph: Sendable, Hashable {
  /// UTF-8 byte offsets into the whole text.
  let range: Range<Int>
  let text: String
  /// The span, in offsets into `text`.
  let span: Range<Int>
  /// Which of the text's paragraphs it is, from 1; an empty line parts two.
  let number: Int

  /// Longer than this, what lies between two blank lines is a text without paragraphs: then lines are.
  private static let longest = 2500

  init(around span: Range<Int>, in text: String) {
    let bytes = Array(text.utf8)
    let span = span.clamped(to: 0..<bytes.count)
    let block = Self.block(around: span, in: bytes, isBreak: Self.isBlankLine)
    let range = block.count > Self.longest ? Self.block(around: span, in: bytes, isBreak: { _, _ in true }) : block
    self.range = range
    self.text = String(decoding: bytes[range], as: UTF8.self)
    number = Self.number(at: range.lowerBound, in: bytes)
    self.span = (span.lowerBound - range.lowerBound)..<(span.upperBound - range.lowerBound)
  }

  /// From the last break before the span to the first after it; `isBreak` is asked about line ends.
  private static func block(
    around span: Range<Int>, in bytes: [UInt8], isBreak: ([UInt8], Int) -> Bool
  ) -> Range<Int> {
    var start = span.lowerBound
    while start > 0, !(bytes[start - 1] == 0x0A && isBreak(bytes, start - 1)) { start -= 1 }
    var end = span.upperBound
    while end < bytes.count, !(bytes[end] == 0x0A && isBreak(bytes, end)) { end += 1 }
    while start < span.lowerBound, bytes[start] <= 0x20 { start += 1 }
    while end > span.upperBound, bytes[end - 1] <= 0x20 { end -= 1 }
    return start..<end
  }

  private static func number(at offset: Int, in bytes: [UInt8]) -> Int {
    var number = 1
    var hasWords = false
    var lineIsBlank = true
    for byte in bytes[..<offset] {
      if byte == 0x0A {
        if lineIsBlank, hasWords {
          number += 1
          hasWords = false
        }
        lineIsBlank = true
      } else if byte > 0x20 {
        lineIsBlank = false
        hasWords = true
      }
    }
    return number
  }

  /// Whether only blanks stand between the line end at `index` and the one before or after it.
  private static func isBlankLine(_ bytes: [UInt8], _ index: Int) -> Bool {
    var next = index + 1
    while next < bytes.count, bytes[next] <= 0x20, bytes[next] != 0x0A { next += 1 }
    if next >= bytes.count || bytes[next] == 0x0A { return true }
    var previous = index - 1
    while previous >= 0, bytes[previous] <= 0x20, bytes[previous] != 0x0A { previous -= 1 }
    return previous < 0 || bytes[previous] == 0x0A
  }
}
