import Glibc

/// Text in whatever encoding, made UTF-8.
///
/// Rules, the first that applies:
/// - A byte order mark tells UTF-8, UTF-16 or UTF-32. That of UTF-8 stays in a plain text, as offsets count from the
///   file's first byte; markup loses it.
/// - Zero bytes in every other place tell UTF-16 without a mark.
/// - What is valid UTF-8 is UTF-8, whatever was declared.
/// - A declared encoding is taken where its bytes decode.
/// - UTF-8 with a few bytes that are none (two texts pasted together) keeps what is UTF-8; the others are read as
///   Windows-1252, so that nothing is lost.
/// - The rest is Windows-1252, or Latin-9 where its `œ` and `€` show.
struct TextDecoder {
  struct Decoded {
    var text: String
    /// Null for UTF-8.
    var encoding: String?
  }

  /// - Parameter declared: what the file says of itself, as `charset=` or an XML declaration has it.
  func decode(_ bytes: [UInt8], declared: String? = nil) throws(ReadingError.Reason) -> Decoded {
    if let marked = try markedWide(bytes) { return try checked(marked) }
    if let wide = unmarkedWide(bytes) { return try checked(wide) }
    guard !Self.containsZero(bytes) else { throw .binary }
    if let text = String(validating: bytes, as: UTF8.self) { return try checked(Decoded(text: text)) }
    if let declared, let decoded = self.declared(declared, bytes) { return try checked(decoded) }
    return try checked(detected(bytes))
  }

  // MARK: wide encodings

  private func markedWide(_ bytes: [UInt8]) throws(ReadingError.Reason) -> Decoded? {
    let head = Array(bytes.prefix(4))
    if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] {
      let name = head[0] == 0xFF ? "utf-32le" : "utf-32be"
      guard let text = Iconv.text(Array(bytes.dropFirst(4)), from: name) else { throw .damaged(name) }
      return Decoded(text: text, encoding: name)
    }
    if head.starts(with: [0xFF, 0xFE]) { return wide(bytes, from: 2, isBigEndian: false) }
    if head.starts(with: [0xFE, 0xFF]) { return wide(bytes, from: 2, isBigEndian: true) }
    return nil
  }

  /// Latin letters in UTF-16 have a zero for every other byte, always on the same side.
  private func unmarkedWide(_ bytes: [UInt8]) -> Decoded? {
    guard bytes.count >= 4, bytes.count % 2 == 0 else { return nil }
    let sample = bytes.prefix(4096)
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let pairs = sample.count / 2
    if zeros.odd * 10 >= pairs * 7, zeros.even * 50 <= pairs { return wide(bytes, from: 0, isBigEndian: false) }
    if zeros.even * 10 >= pairs * 7, zeros.odd * 50 <= pairs { return wide(bytes, from: 0, isBigEndian: true) }
    return nil
  }

  private func wide(_ bytes: [UInt8], from start: Int, isBigEndian: Bool) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: start, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
    }
    return Decoded(text: String(decoding: units, as: UTF16.self), encoding: isBigEndian ? "utf-16be" : "utf-16le")
  }

  // MARK: narrow encodings

  private func declared(_ name: String, _ bytes: [UInt8]) -> Decoded? {
    let name = Charset.canonical(name)
    switch name {
    case "utf-8": return nil
    // Pages that say Latin-1 mean Windows-1252: so does every browser.
    case "iso-8859-1", "us-ascii", "windows-1252": return detected(bytes)
    case "iso-8859-15": return Decoded(text: SingleByte.latin9.text(bytes), encoding: name)
    default:
      guard !name.hasPrefix("utf-"), let text = Iconv.text(bytes, from: name) else { return nil }
      return Decoded(text: text, encoding: name)
    }
  }

  private func detected(_ bytes: [UInt8]) -> Decoded {
    let count = SequenceCount(bytes)
    if count.valid > 0, count.stray <= count.valid {
      return Decoded(text: SingleByte.windows.text(bytes, keepingUTF8: true), encoding: "utf-8+windows-1252")
    }
    if SingleByte.isLatin9(bytes) { return Decoded(text: SingleByte.latin9.text(bytes), encoding: "iso-8859-15") }
    let hasWindowsSigns = bytes.contains { $0 >= 0x80 && $0 < 0xA0 }
    return Decoded(text: SingleByte.windows.text(bytes), encoding: hasWindowsSigns ? "windows-1252" : "iso-8859-1")
  }

  // MARK: what is no text at all

  private static func containsZero(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { buffer in buffer.baseAddress.map { memchr($0, 0, buffer.count) != nil } ?? false }
  }

  /// A tenth of control characters, and it is no text.
  private func checked(_ decoded: Decoded) throws(ReadingError.Reason) -> Decoded {
    var controls = 0
    var seen = 0
    for byte in decoded.text.utf8.prefix(4096) {
      seen += 1
      if byte < 0x20, byte < 0x09 || byte > 0x0D { controls += 1 }
    }
    if controls * 10 > seen { throw .binary }
    if decoded.encoding != nil, decoded.text.utf8.contains(0) { throw .binary }
    return decoded
  }
}

/// How many sequences of two and more bytes are UTF-8, and how many bytes belong to none.
private struct SequenceCount {
  var valid = 0
  var stray = 0

  init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      guard bytes[index] >= 0x80 else {
        index += 1
        continue
      }
      if let length = UTF8Sequence.length(in: bytes, at: index) {
        valid += 1
        index += length
      } else {
        stray += 1
        index += 1
      }
    }
  }
}

enum UTF8Sequence {
  /// The length of a well-formed sequence of two to four bytes that starts here; null where there is none.
  static func length(in bytes: [UInt8], at index: Int) -> Int? {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return nil }
    for next in (index + 1)..<(index + length) where bytes[next] & 0xC0 != 0x80 { return nil }
    return length
  }
}
