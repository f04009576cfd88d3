/// Encodings of one byte a character that end as Latin-1 does.
struct SingleByte {
  /// What the bytes from 0x80 on stand for.
  private let upper: [UInt16]

  /// Windows-1252; its five holes are read as the control characters of Latin-1, as browsers do.
  static let windows = SingleByte(
    replacing: [
      0x80: 0x20AC, 0x82: 0x201A, 0x83: 0x0192, 0x84: 0x201E, 0x85: 0x2026, 0x86: 0x2020, 0x87: 0x2021, 0x88: 0x02C6,
      0x89: 0x2030, 0x8A: 0x0160, 0x8B: 0x2039, 0x8C: 0x0152, 0x8E: 0x017D, 0x91: 0x2018, 0x92: 0x2019, 0x93: 0x201C,
      0x94: 0x201D, 0x95: 0x2022, 0x96: 0x2013, 0x97: 0x2014, 0x98: 0x02DC, 0x99: 0x2122, 0x9A: 0x0161, 0x9B: 0x203A,
      0x9C: 0x0153, 0x9E: 0x017E, 0x9F: 0x0178,
    ])

  /// ISO 8859-15: Latin-1 with the euro and the French `œ`.
  static let latin9 = SingleByte(
    replacing: [
      0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
    ])

  private init(replacing: [Int: UInt16]) {
    upper = (0x80...0xFF).map { replacing[$0] ?? UInt16($0) }
  }

  /// - Parameter keepingUTF8: sequences that are UTF-8 stay what they are.
  func text(_ bytes: [UInt8], keepingUTF8: Bool = false) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        output.append(byte)
      } else if keepingUTF8, let length = UTF8Sequence.length(in: bytes, at: index) {
        output.append(contentsOf: bytes[index..<(index + length)])
        index += length
        continue
      } else {
        append(upper[Int(byte) - 0x80], to: &output)
      }
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private func append(_ scalar: UInt16, to output: inout [UInt8]) {
    if scalar < 0x800 {
      output.append(UInt8(0xC0 | scalar >> 6))
    } else {
      output.append(UInt8(0xE0 | scalar >> 12))
      output.append(UInt8(0x80 | scalar >> 6 & 0x3F))
    }
    output.append(UInt8(0x80 | scalar & 0x3F))
  }

  /// Whether what would be `½` or `¼` stands in a word, or what would be `¤` beside a figure, and nothing is left of
  /// Windows-1252.
  static func isLatin9(_ bytes: [UInt8]) -> Bool {
    var marks = 0
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      if byte < 0xA0 { return false }
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      if byte == 0xBD || byte == 0xBC, isLetter(next) { marks += 1 }
      if byte == 0xA4 { marks += 1 }
    }
    return marks > 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0xC0 }
}
