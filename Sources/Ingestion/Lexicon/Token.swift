/// A word, number or mark of a text.
///
/// Hyphens and apostrophes inside words separate tokens without being one: "l'Asie-Pacifique" is `l`, `asie`,
/// `pacifique`, the first elided, the last joined.
struct Token {
  enum Kind: UInt8 {
    case word, number, mark
  }

  struct Shape: OptionSet {
    let rawValue: UInt8
    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Starts with a capital letter.
    static let capital = Shape(rawValue: 1)
    /// All its letters are capitals (and there are at least two).
    static let allCapitals = Shape(rawValue: 2)
    /// A hyphen joins it to the token before.
    static let joined = Shape(rawValue: 4)
    /// An apostrophe follows it without a space: "l'", "d'", or the word before "'s".
    static let elided = Shape(rawValue: 8)
    /// White space stands before it.
    static let spaced = Shape(rawValue: 16)
    /// A line break stands before it.
    static let lineStart = Shape(rawValue: 32)
    /// Has a letter beyond ASCII: "à" and "a" fold alike.
    static let accented = Shape(rawValue: 64)
  }

  /// UTF-8 byte offsets, half open.
  var start: Int32
  var end: Int32
  /// The word's number in the lexicon; for a mark its scalar's first byte (see `mark`); for a number 0.
  var word: Int32
  var kind: Kind
  var shape: Shape

  var range: Range<Int> { Int(start)..<Int(end) }
}

/// The marks that rules ask about; others are `.other`.
enum Mark: Int32 {
  case comma = 1, stop, colon, semicolon, question, exclamation, openParenthesis, closeParenthesis
  case openQuote, closeQuote, quote, dash, slash, bullet, percent, currency, ellipsis, bracket, greater, other
}

extension Token {
  /// Whether it is this mark.
  func isMark(_ mark: Mark) -> Bool { kind == .mark && word == mark.rawValue }
  var mark: Mark? { kind == .mark ? Mark(rawValue: word) : nil }
}
