/// Bytes of ASCII, which all markup is made of.
enum ASCII {
  static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The first place of a word, in any case; `word` is in lower case.
  static func find(_ word: String, in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    let wanted = Array(word.utf8)
    guard let first = wanted.first, bytes.count >= wanted.count else { return nil }
    for start in bytes.startIndex...(bytes.endIndex - wanted.count) where lower(bytes[start]) == first {
      if (1..<wanted.count).allSatisfy({ lower(bytes[start + $0]) == wanted[$0] }) {
        return start..<(start + wanted.count)
      }
    }
    return nil
  }

  static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Whether there is a letter of any script, as far as bytes tell.
  static func hasLetters(_ text: String) -> Bool { text.utf8.contains { isLetter($0) || $0 >= 0x80 } }

  /// Without white space at its ends.
  static func trimmed(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// White space of any length made one blank, none at the ends; no-break spaces stay.
  static func oneLine(_ text: some StringProtocol) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if !isSpace(byte) { bytes.append(byte) } else if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
