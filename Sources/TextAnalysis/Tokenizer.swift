import Vocabulary

/// Splits a text into words, in the same way for what is stored and for what is asked.
///
/// Elided words are left out ("l'énergie" → energie; not "aujourd'hui"), whichever apostrophe is used; so is the
/// English possessive s. Soft hyphens and zero-width characters vanish, dotted acronyms close up ("U.S." → us),
/// everything else that is no letter, digit or mark separates.
package struct Tokenizer {
  /// The words of a text, in order.
  package static func tokens(_ text: String) -> [Token] {
    var copy = text
    return copy.withUTF8 { bytes in
      var tokenizer = Tokenizer(bytes: bytes)
      tokenizer.run()
      return tokenizer.tokens
    }
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var tokens: [Token] = []
  private var position = 0

  // The word being read.
  private var start = 0
  private var end = 0
  private var folded: [UInt8] = []
  private var accented: [UInt8] = []
  private var hasAccents = false
  private var capitals = 0
  private var lowerCase = 0
  private var followsApostrophe = false

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 6)
  }

  private mutating func run() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        takeASCII(byte)
        position += 1
      } else {
        let (scalar, length) = Self.decode(bytes, at: position)
        takeWide(scalar, length)
        position += length
      }
    }
    finish()
  }

  private mutating func takeASCII(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      lowerCase += 1
      append(byte, at: position, length: 1)
    case UInt8(ascii: "A")...UInt8(ascii: "Z"):
      capitals += 1
      append(byte | 0x20, at: position, length: 1)
    case UInt8(ascii: "0")...UInt8(ascii: "9"): append(byte, at: position, length: 1)
    case UInt8(ascii: "'"): apostrophe(length: 1)
    case UInt8(ascii: ".") where isInsideAcronym: break
    default: finish()
    }
  }

  private mutating func append(_ byte: UInt8, at place: Int, length: Int) {
    if folded.isEmpty { start = place }
    folded.append(byte)
    accented.append(byte)
    end = place + length
  }

  private mutating func takeWide(_ scalar: UInt32, _ length: Int) {
    switch scalar {
    case 0x2018, 0x2019, 0x201B, 0x2BC, 0x2032, 0xB4: apostrophe(length: length)
    case 0x300..<0x370: combine(scalar)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF:
      if !folded.isEmpty { end = position + length }
    case _ where Letters.isWordPart(scalar): appendWide(scalar, length)
    default: finish()
    }
  }

  private mutating func appendWide(_ scalar: UInt32, _ length: Int) {
    if folded.isEmpty { start = position }
    let source = UnsafeBufferPointer(rebasing: bytes[position..<position + length])
    Folding.append(source, to: &folded)
    switch scalar {
    case 0xC0...0xDE: accented.append(contentsOf: [0xC3, UInt8(0x80 + (scalar + 0x20 - 0xC0))])
    case 0xDF...0xFF: accented.append(contentsOf: source)
    default: Folding.append(source, to: &accented)
    }
    // Latin capitals with accents: enough to tell "ÉTATS" from "états".
    if (0xC0...0xDE).contains(scalar) { capitals += 1 } else { lowerCase += 1 }
    hasAccents = true
    end = position + length
  }

  /// A combining mark: the letter before gets its accent, for the stemmer's sake alone.
  private mutating func combine(_ mark: UInt32) {
    guard let base = accented.last else { return }
    end = position + 2
    guard let composed = Letters.composed(base, mark) else { return }
    accented.removeLast()
    accented.append(contentsOf: composed)
    hasAccents = true
  }

  /// An apostrophe ends a word; the elided word before it is dropped.
  private mutating func apostrophe(length: Int) {
    guard !folded.isEmpty, position + length < bytes.count, Self.startsWord(bytes, at: position + length) else {
      return finish()
    }
    if folded.elementsEqual("aujourd".utf8) { return }
    if Self.elided.contains(where: { $0.utf8.elementsEqual(folded) }) {
      clear()
    } else {
      finish()
      followsApostrophe = true
    }
  }

  private static let elided = [
    "l", "d", "qu", "n", "s", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "quoiqu",
  ]

  /// Whether the full stop here stands between single letters: "U.S.", "O.N.U."
  private var isInsideAcronym: Bool {
    guard !folded.isEmpty, folded.count <= 6, lowerCase == 0, capitals == folded.count else { return false }
    let isSingle = folded.count == 1 || end - start == folded.count * 2 - 1
    guard isSingle, position + 1 < bytes.count else { return false }
    let next = bytes[position + 1]
    guard next >= UInt8(ascii: "A"), next <= UInt8(ascii: "Z") else { return false }
    return position + 2 >= bytes.count || !Self.startsWord(bytes, at: position + 2)
  }

  private mutating func finish() {
    defer { clear() }
    guard !folded.isEmpty, !(followsApostrophe && folded.count == 1 && folded[0] == UInt8(ascii: "s")) else { return }
    tokens.append(
      Token(
        range: start..<end, raw: String(decoding: folded, as: UTF8.self),
        accented: hasAccents ? String(decoding: accented, as: UTF8.self) : nil,
        isCapitals: capitals >= 2 && lowerCase == 0))
  }

  private mutating func clear() {
    folded.removeAll(keepingCapacity: true)
    accented.removeAll(keepingCapacity: true)
    hasAccents = false
    capitals = 0
    lowerCase = 0
    followsApostrophe = false
  }
}

extension Tokenizer {
  private static func startsWord(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    let byte = bytes[position]
    if byte < 0x80 {
      return byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }
    return Letters.isWordPart(decode(bytes, at: position).scalar)
  }

  /// The scalar at a place and its length; the text is valid UTF-8, as every `String` is.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
    func next(_ offset: Int) -> UInt32 {
      index + offset < bytes.count ? UInt32(bytes[index + offset] & 0x3F) : 0
    }
    let first = UInt32(bytes[index])
    if first < 0xE0 { return ((first & 0x1F) << 6 | next(1), min(2, bytes.count - index)) }
    if first < 0xF0 { return ((first & 0x0F) << 12 | next(1) << 6 | next(2), min(3, bytes.count - index)) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), min(4, bytes.count - index))
  }
}
