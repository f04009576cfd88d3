/// What the tokenizer knows of characters beyond ASCII.
enum Letters {
  /// Whether a character belongs to a word: letters, digits and marks of any script.
  static func isWordPart(_ value: UInt32) -> Bool {
    switch value {
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
    case 0..<0xC0, 0xD7, 0xF7, 0x2000...0x2BFF, 0x3000...0x3004: value == 0xAA || value == 0xB5 || value == 0xBA
    default: isWordPartOfAnyScript(value)
    }
  }

  private static func isWordPartOfAnyScript(_ value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark:
      true
    default: false
    }
  }

  /// The UTF-8 of a letter that French writes with that combining mark; null for others.
  static func composed(_ base: UInt8, _ mark: UInt32) -> [UInt8]? {
    let second: UInt8? =
      switch (base, mark) {
      case (UInt8(ascii: "a"), 0x300): 0xA0
      case (UInt8(ascii: "a"), 0x302): 0xA2
      case (UInt8(ascii: "c"), 0x327): 0xA7
      case (UInt8(ascii: "e"), 0x300): 0xA8
      case (UInt8(ascii: "e"), 0x301): 0xA9
      case (UInt8(ascii: "e"), 0x302): 0xAA
      case (UInt8(ascii: "e"), 0x308): 0xAB
      case (UInt8(ascii: "i"), 0x302): 0xAE
      case (UInt8(ascii: "i"), 0x308): 0xAF
      case (UInt8(ascii: "o"), 0x302): 0xB4
      case (UInt8(ascii: "u"), 0x300): 0xB9
      case (UInt8(ascii: "u"), 0x302): 0xBB
      case (UInt8(ascii: "u"), 0x308): 0xBC
      default: nil
      }
    return second.map { [0xC3, $0] }
  }
}
