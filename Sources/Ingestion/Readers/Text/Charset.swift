import Glibc

/// Names of encodings as files declare them.
enum Charset {
  /// Lower case, with the spellings that are one made one.
  static func canonical(_ name: String) -> String {
    let lower = ASCII.lowercased(name).filter { $0 != " " && $0 != "\"" && $0 != "'" && $0 != ";" }
    return same[lower] ?? lower
  }

  private static let same = [
    "utf8": "utf-8", "latin1": "iso-8859-1", "latin-1": "iso-8859-1", "iso8859-1": "iso-8859-1", "ascii": "us-ascii",
    "iso_8859-1": "iso-8859-1", "cp1252": "windows-1252", "win-1252": "windows-1252", "x-cp1252": "windows-1252",
    "latin9": "iso-8859-15", "latin-9": "iso-8859-15", "iso8859-15": "iso-8859-15", "iso_8859-15": "iso-8859-15",
  ]

  /// What a page or an XML file declares in its first bytes: `<meta charset=…>`, `<?xml … encoding="…"?>`.
  static func declared(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    for key in ["charset", "encoding"] {
      var from = head.startIndex
      while let found = ASCII.find(key, in: head[from...]) {
        if let name = value(after: found.upperBound, in: head) { return name }
        from = found.upperBound
      }
    }
    return nil
  }

  private static func value(after index: Int, in bytes: ArraySlice<UInt8>) -> String? {
    var index = index
    func skip(_ isSkipped: (UInt8) -> Bool) { while index < bytes.endIndex, isSkipped(bytes[index]) { index += 1 } }
    skip { $0 <= 0x20 }
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: "=") else { return nil }
    index += 1
    skip { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let start = index
    skip { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x5F || $0 == 0x3A }
    return index > start && index - start <= 40 ? String(decoding: bytes[start..<index], as: UTF8.self) : nil
  }
}

/// The C library's conversions, for what is not worth a table of our own.
enum Iconv {
  /// Null where there is no such encoding, or a byte that it does not know.
  static func text(_ bytes: [UInt8], from encoding: String) -> String? {
    guard encoding.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != 0x2F }) else { return nil }
    let converter = iconv_open("UTF-8", encoding)
    guard let converter, converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes
    var output = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    var written = 0
    let isWhole = input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        var room = target.count
        let result = iconv(converter, &from, &left, &to, &room)
        written = target.count - room
        return result != Int(bitPattern: UInt.max) && left == 0
      }
    }
    return isWhole ? String(validating: output.prefix(written), as: UTF8.self) : nil
  }
}
