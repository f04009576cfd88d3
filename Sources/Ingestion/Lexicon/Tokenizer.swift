import Vocabulary
/// Cuts UTF-8 text into tokens and numbers its words.
///
/// One pass over the bytes: words are folded as they are read, so that each is hashed and looked up without a
/// copy. An apostrophe or hyphen between letters ends a token without becoming one; "U.S." is one word `us`.
struct Tokenizer {
  let lexicon: Lexicon
  private var word: [UInt8] = []

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    word.reserveCapacity(256)
  }

  /// Appends the tokens of `range` to `tokens`; their offsets refer to the whole of `bytes`.
  mutating func tokenize(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into tokens: inout ContiguousArray<Token>
  ) {
    var position = range.lowerBound
    var shape: Token.Shape = [.spaced, .lineStart]
    while position < range.upperBound {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x09 {
        shape.insert(.spaced)
        position += 1
      } else if byte == 0x0A || byte == 0x0D {
        shape.formUnion([.spaced, .lineStart])
        position += 1
      } else if byte >= 0x30 && byte <= 0x39 {
        position = number(bytes, position, range.upperBound, shape, &tokens)
        shape = []
      } else if isLetter(byte) || (byte >= 0xC3 && wideLetter(bytes, position) > 0) {
        position = word(bytes, position, range.upperBound, &shape, &tokens)
      } else {
        position = mark(bytes, position, range.upperBound, &shape, &tokens)
      }
    }
  }

  @inline(__always) private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  /// The length of the non-ASCII letter at `position`; 0 where it is none.
  @inline(__always) private func wideLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
    let (scalar, length) = Folding.decode(bytes, at: position)
    if scalar == 0xD7 || scalar == 0xF7 { return 0 }
    if scalar >= 0xC0 && scalar < 0x2B0 { return length }
    if scalar >= 0x300 && scalar < 0x2000 && scalar != 0x37E { return length }
    if scalar == 0xAD || (scalar >= 0x3040 && scalar < 0xFB00) || scalar >= 0x10000 && scalar < 0x1F000 { return length }
    return 0
  }

  private mutating func word(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ shape: inout Token.Shape,
    _ tokens: inout ContiguousArray<Token>
  ) -> Int {
    word.removeAll(keepingCapacity: true)
    var position = start
    var capitals = 0
    var lower = 0
    var accented = false
    while position < limit {
      let byte = bytes[position]
      if isLetter(byte) {
        if byte & 0x20 == 0 { capitals += 1 } else { lower += 1 }
        word.append(byte | 0x20)
        position += 1
      } else if byte >= 0xC3 {
        let length = wideLetter(bytes, position)
        guard length > 0, position + length <= limit else { break }
        if isCapital(bytes, position, length) { capitals += 1 } else { lower += 1 }
        accented = true
        _ = Folding.appendWide(bytes, at: position, to: &word)
        position += length
      } else if byte >= 0x30 && byte <= 0x39 {
        word.append(byte)
        position += 1
      } else if byte == 0x2E, isInitials(bytes, position, limit, start) {
        // "U.S.", "R.P.C.": the stops belong to the word.
        position += 1
      } else {
        break
      }
    }
    if position > start, bytes[position - 1] == 0x2E, endsSentence(bytes, position, limit) { position -= 1 }
    if capitals > 0, isCapitalAt(bytes, start) { shape.insert(.capital) }
    if capitals > 1 && lower == 0 { shape.insert(.allCapitals) }
    if accented { shape.insert(.accented) }
    let (next, ending) = joint(bytes, position, limit)
    if ending == .apostrophe { shape.insert(.elided) }
    let number = word.withUnsafeBufferPointer { lexicon.number(of: $0, hash: Lexicon.hash($0)) }
    tokens.append(Token(start: Int32(start), end: Int32(position), word: number, kind: .word, shape: shape))
    shape = ending == .hyphen ? [.joined] : []
    return next
  }

  private enum Joint { case none, hyphen, apostrophe }

  /// What joins the word that ends at `position` to the next, and where that begins.
  private func joint(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ limit: Int) -> (Int, Joint) {
    guard position + 1 < limit else { return (position, .none) }
    var length = 1
    var kind = Joint.none
    switch bytes[position] {
    case 0x2D: kind = .hyphen
    case 0x27: kind = .apostrophe
    case 0xE2 where position + 3 < limit && bytes[position + 1] == 0x80:
      // U+2019 is an apostrophe, U+2010 and U+2011 are hyphens; dashes are marks.
      length = 3
      switch bytes[position + 2] {
      case 0x99: kind = .apostrophe
      case 0x90, 0x91: kind = .hyphen
      default: break
      }
    case 0xCA where position + 2 < limit && bytes[position + 1] == 0xBC:
      length = 2
      kind = .apostrophe
    default: break
    }
    guard kind != .none else { return (position, .none) }
    let next = position + length
    let follows = isLetter(bytes[next]) || bytes[next] >= 0xC3 || (bytes[next] >= 0x30 && bytes[next] <= 0x39)
    return follows ? (next, kind) : (position, .none)
  }

  /// A stop after a single capital that is followed by another capital and stop, or ends such a run.
  private func isInitials(
    _ bytes: UnsafeBufferPointer<UInt8>, _ stop: Int, _ limit: Int, _ start: Int
  ) -> Bool {
    guard bytes[stop - 1] &- 0x41 < 26, stop - 1 == start || bytes[stop - 2] == 0x2E else { return false }
    if stop + 2 < limit, bytes[stop + 1] &- 0x41 < 26, bytes[stop + 2] == 0x2E { return true }
    return stop - 1 > start
  }

  /// Whether initials that end in a stop are followed by a new sentence: a capital that starts a line or text's end.
  private func endsSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ limit: Int) -> Bool {
    position >= limit || bytes[position] == 0x0A || bytes[position] == 0x0D
  }

  private func isCapitalAt(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Bool {
    let byte = bytes[position]
    return byte < 0x80 ? byte &- 0x41 < 26 : isCapital(bytes, position, 2)
  }

  private func isCapital(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ length: Int) -> Bool {
    let (scalar, _) = Folding.decode(bytes, at: position)
    if scalar >= 0xC0 && scalar <= 0xDE { return true }
    if scalar >= 0x100 && scalar < 0x180 { return scalar & 1 == (scalar >= 0x139 && scalar <= 0x148 ? 1 : 0) }
    return false
  }

  private func number(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ shape: Token.Shape,
    _ tokens: inout ContiguousArray<Token>
  ) -> Int {
    var position = start
    while position < limit {
      let byte = bytes[position]
      let isDigit = byte >= 0x30 && byte <= 0x39
      let isInner =
        (byte == 0x2C || byte == 0x2E) && position + 1 < limit && bytes[position + 1] >= 0x30
        && bytes[position + 1] <= 0x39
      guard isDigit || isInner else { break }
      position += 1
    }
    // "1er", "30e", "14th", "5G", "2.9M": up to three letters that follow at once belong to the number.
    var suffix = position
    while suffix < limit, isLetter(bytes[suffix]) { suffix += 1 }
    if suffix - position <= 3, suffix == limit || bytes[suffix] < 0x80 { position = suffix }
    tokens.append(Token(start: Int32(start), end: Int32(position), word: 0, kind: .number, shape: shape))
    return position
  }

  private func mark(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int, _ shape: inout Token.Shape,
    _ tokens: inout ContiguousArray<Token>
  ) -> Int {
    let (scalar, length) = Folding.decode(bytes, at: start)
    let end = min(start + length, limit)
    // No-break and typographic spaces, and what has no width, stand for a blank.
    switch scalar {
    case 0xA0, 0x2000...0x200A, 0x202F, 0x3000:
      shape.insert(.spaced)
      return end
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0xFEFF, 0x00...0x1F: return end
    default: break
    }
    let kind = Self.kind(of: scalar, spaced: shape.contains(.spaced))
    tokens.append(Token(start: Int32(start), end: Int32(end), word: kind.rawValue, kind: .mark, shape: shape))
    shape = []
    return end
  }

  private static func kind(of scalar: UInt32, spaced: Bool) -> Mark {
    switch scalar {
    case 0x2C, 0x3001: .comma
    case 0x2E, 0x3002: .stop
    case 0x3A: .colon
    case 0x3B: .semicolon
    case 0x3F: .question
    case 0x21: .exclamation
    case 0x28: .openParenthesis
    case 0x29: .closeParenthesis
    case 0xAB, 0x201C, 0x201E: .openQuote
    case 0xBB, 0x201D: .closeQuote
    case 0x22, 0x27, 0x2018, 0x2019: .quote
    case 0x2012...0x2015, 0x2212: .dash
    case 0x2D: spaced ? .dash : .other
    case 0x2F: .slash
    case 0x2022, 0x25AA, 0x25CF, 0x25E6, 0x2023, 0xB7, 0x2A: .bullet
    case 0x25: .percent
    case 0x24, 0xA3, 0xA5, 0x20A0...0x20CF: .currency
    case 0x2026: .ellipsis
    case 0x5B, 0x5D: .bracket
    case 0x3E, 0x203A: .greater
    default: .other
    }
  }
}
