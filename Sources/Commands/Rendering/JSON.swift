import JSONText

/// The value itself is in a module of its own, which reads it too; here it is written.
typealias JSON = JSONText.JSON

extension JSON {
  /// On one line, without blanks, as JSON Lines wants it.
  var line: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func write(to output: inout [UInt8]) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .int(let value): Self.write(value, to: &output)
    case .double(let value): output.append(contentsOf: Self.number(value).utf8)
    case .string(let text): Self.write(text, to: &output)
    case .array(let values): Self.write(values, between: ("[", "]"), to: &output) { $0.write(to: &$1) }
    case .object(let members):
      Self.write(members, between: ("{", "}"), to: &output) { member, output in
        Self.write(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.write(to: &output)
      }
    }
  }

  /// JSON knows neither infinities nor NaN; whole numbers are written without a fraction.
  private static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    guard value == value.rounded(), value.magnitude < 9e15 else { return String(value) }
    return String(Int(value))
  }

  private static func write<Element>(
    _ elements: [Element], between brackets: (Unicode.Scalar, Unicode.Scalar), to output: inout [UInt8],
    _ writeElement: (Element, inout [UInt8]) -> Void
  ) {
    output.append(UInt8(ascii: brackets.0))
    for (index, element) in elements.enumerated() {
      if index > 0 { output.append(UInt8(ascii: ",")) }
      writeElement(element, &output)
    }
    output.append(UInt8(ascii: brackets.1))
  }

  /// A quoted string. Beyond what JSON asks for, everything that could act on a terminal or break a line of
  /// JavaScript is escaped: C1 controls, bidirectional marks, U+2028 and U+2029. The value stays the same.
  static func write(_ text: String, to output: inout [UInt8]) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var written = 0
      var position = 0
      while position < bytes.count {
        // Most bytes stand for themselves.
        guard mayNeedEscape(bytes[position]) else {
          position += 1
          continue
        }
        let (value, length) = scalar(at: position, in: bytes)
        if needsEscape(value) {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written..<position]))
          writeEscape(value, to: &output)
          written = position + length
        }
        position += length
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[written...]))
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Quotes, controls, and the lead bytes of the scalars that `Sanitising.isUnsafe` knows below U+10000.
  @inline(__always) private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xD8, 0xE2, 0xEF: true
    default: false
    }
  }

  private static func needsEscape(_ value: UInt32) -> Bool {
    switch value {
    case 0x09, 0x0A, 0x22, 0x5C: true
    default: Unicode.Scalar(value).map(Sanitising.isUnsafe) ?? false
    }
  }

  /// The scalar of up to three bytes that starts at a place of valid UTF-8, and its length.
  private static func scalar(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt32, length: Int) {
    let first = UInt32(bytes[position])
    func next(_ offset: Int) -> UInt32 { UInt32(bytes[position + offset] & 0x3F) }
    if first < 0x80 { return (first, 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), 2) }
    return ((first & 0x0F) << 12 | next(1) << 6 | next(2), 3)
  }

  private static func write(_ value: Int, to output: inout [UInt8]) {
    var text = String(value)
    text.withUTF8 { output.append(contentsOf: $0) }
  }

  private static func writeEscape(_ value: UInt32, to output: inout [UInt8]) {
    switch value {
    case 0x22: return output.append(contentsOf: "\\\"".utf8)
    case 0x5C: return output.append(contentsOf: "\\\\".utf8)
    case 0x0A: return output.append(contentsOf: "\\n".utf8)
    case 0x09: return output.append(contentsOf: "\\t".utf8)
    case 0x0D: return output.append(contentsOf: "\\r".utf8)
    default: break
    }
    let digits = String(value, radix: 16)
    output.append(contentsOf: "\\u".utf8)
    output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count))
    output.append(contentsOf: digits.utf8)
  }
}
