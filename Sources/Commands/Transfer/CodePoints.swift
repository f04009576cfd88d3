/// Turns UTF-8 byte offsets of a text into counts of Unicode code points. Asked in ascending order, it goes through
/// the text once.
struct CodePoints {
  private let bytes: [UInt8]
  private var byte = 0
  private var count = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  /// How many code points stand before a byte offset.
  mutating func index(ofByte offset: Int) -> Int {
    if offset < byte { (byte, count) = (0, 0) }
    while byte < min(offset, bytes.count) {
      if Self.isStart(bytes[byte]) { count += 1 }
      byte += 1
    }
    return count
  }

  /// Up to `count` code points before a span, and after it.
  func around(_ span: Range<Int>, count: Int) -> (before: String, after: String) {
    let start = min(max(0, span.lowerBound), bytes.count)
    let end = min(max(start, span.upperBound), bytes.count)
    var first = start
    var left = count
    while first > 0, left > 0 {
      first -= 1
      if Self.isStart(bytes[first]) { left -= 1 }
    }
    var last = end
    left = count
    while last < bytes.count {
      if Self.isStart(bytes[last]) {
        guard left > 0 else { break }
        left -= 1
      }
      last += 1
    }
    return (
      String(decoding: bytes[first..<start], as: UTF8.self), String(decoding: bytes[end..<last], as: UTF8.self)
    )
  }

  private static func isStart(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
