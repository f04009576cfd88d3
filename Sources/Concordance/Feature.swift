/// Something in a text that its translation, or its copy, shows too.
package struct Feature: Sendable, Hashable {
  package enum Kind: UInt8, Sendable {
    /// A stem: shared by texts of one language.
    case stem
    /// A meaning of the lexicon: the same in both languages.
    case concept
    /// A number, in digits or in words.
    case number
    /// The beginning of a long word: "coope…" stands in both languages.
    case cognate
    /// The consonants of a name, which outlive its transliteration: Ruslan, Rouslan.
    case name
  }

  package let kind: Kind
  /// Tells features of all kinds apart.
  package let hash: UInt64
  /// Where it stands: a UTF-8 byte offset into the text.
  package let offset: Int

  init(_ kind: Kind, _ value: some Sequence<UInt8>, at offset: Int) {
    self.kind = kind
    self.offset = offset
    hash = Hash.of(value, salt: kind.rawValue)
  }

  private init(_ kind: Kind, hash: UInt64, offset: Int) {
    self.kind = kind
    self.hash = hash
    self.offset = offset
  }

  func moved(by bytes: Int) -> Feature { Feature(kind, hash: hash, offset: offset + bytes) }
}

/// FNV-1a with a last stirring: quick, and the same in every run, as the store keeps what it gives.
package enum Hash {
  package static func of(_ bytes: some Sequence<UInt8>, salt: UInt8 = 0) -> UInt64 {
    var hash: UInt64 = (0xCBF2_9CE4_8422_2325 ^ UInt64(salt)) &* 0x100_0000_01B3
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return stirred(hash)
  }

  package static func of(_ left: UInt64, _ right: UInt64) -> UInt64 {
    stirred(left &* 0x9E37_79B9_7F4A_7C15 &+ right)
  }

  /// The last step of SplitMix64, which makes every bit depend on all.
  package static func stirred(_ value: UInt64) -> UInt64 {
    var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
