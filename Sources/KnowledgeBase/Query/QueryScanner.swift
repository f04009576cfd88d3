/// Cuts a question into signs, words and quoted texts. It knows no field and no value, only shapes.
struct QueryScanner {
  enum Item: Hashable {
    case open, close, minus, or, and, not
    /// As typed, less the colon: `country:`.
    case field(String)
    case word(String)
    case quoted(String)
    /// Between the values of a field.
    case comma
  }

  struct Place: Hashable {
    let item: Item
    /// UTF-8 byte offsets in the question.
    let range: Range<Int>
    /// No blank before it.
    let isAttached: Bool
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Inside a field's values a comma separates.
  private var isInsideValues = false
  private var places: [Place] = []

  static func places(in text: String) throws(QueryError) -> [Place] {
    var scanner = QueryScanner(bytes: Array(text.utf8))
    try scanner.run()
    return scanner.places
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func run() throws(QueryError) {
    while true {
      let isAttached = skipBlanks() == 0
      guard position < bytes.count else { return }
      if !isAttached, !endsWithFieldOrComma { isInsideValues = false }
      try scanOne(isAttached: isAttached)
    }
  }

  private var endsWithFieldOrComma: Bool {
    switch places.last?.item {
    case .field, .comma: true
    default: false
    }
  }

  private mutating func scanOne(isAttached: Bool) throws(QueryError) {
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "("): add(.open, length: 1, isAttached)
    case UInt8(ascii: ")"): add(.close, length: 1, isAttached)
    case UInt8(ascii: "|"): add(.or, length: 1, isAttached)
    case UInt8(ascii: ",") where isInsideValues: add(.comma, length: 1, isAttached)
    case UInt8(ascii: "-") where startsNegation: add(.minus, length: 1, isAttached)
    default:
      if let quote = Quote(at: position, in: bytes) {
        try scanQuoted(quote, isAttached)
      } else {
        scanWord(isAttached)
      }
    }
    // Every turn must move on, whatever the input.
    if position == start { position += 1 }
  }

  /// A minus that stands before something, and at a word's beginning (which is where words are scanned).
  private var startsNegation: Bool {
    !endsWithFieldOrComma && position + 1 < bytes.count && blank(at: position + 1) == 0
      && bytes[position + 1] != UInt8(ascii: ")")
  }

  private mutating func add(_ item: Item, length: Int, _ isAttached: Bool) {
    places.append(Place(item: item, range: position..<position + length, isAttached: isAttached))
    position += length
    if item != .comma { isInsideValues = false }
  }

  private mutating func scanQuoted(_ quote: Quote, _ isAttached: Bool) throws(QueryError) {
    let start = position
    var end = position + quote.opening.count
    while end < bytes.count, !quote.closes(at: end, in: bytes) { end += 1 }
    guard end < bytes.count else { throw QueryError(.unbalancedQuote, at: start..<bytes.count) }
    // Quotes inside other quotes have no way to be printed, and mean nothing to a search.
    let inside = bytes[start + quote.opening.count..<end].map { $0 == UInt8(ascii: "\"") ? UInt8(ascii: " ") : $0 }
    position = end + quote.closing.count
    places.append(
      Place(item: .quoted(Self.trimmed(inside)), range: start..<position, isAttached: isAttached))
  }

  private mutating func scanWord(_ isAttached: Bool) {
    let start = position
    while position < bytes.count, blank(at: position) == 0, !endsWord(at: position) {
      if bytes[position] == UInt8(ascii: ":"), !isInsideValues, let name = fieldName(start..<position) {
        places.append(Place(item: .field(name), range: start..<position + 1, isAttached: isAttached))
        position += 1
        isInsideValues = true
        return
      }
      position += 1
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    let item = isInsideValues ? Item.word(text) : Self.operators[text.lowercased()] ?? .word(text)
    places.append(Place(item: item, range: start..<position, isAttached: isAttached))
  }

  private func endsWord(at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"): true
    case UInt8(ascii: ","): isInsideValues
    default: Quote(at: index, in: bytes) != nil
    }
  }

  /// The letters before a colon, unless it is an address (`https://`) or ends a sentence's word.
  private func fieldName(_ range: Range<Int>) -> String? {
    guard !range.isEmpty, bytes[range].allSatisfy({ $0 >= 0x80 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }),
      !(range.upperBound + 1 < bytes.count && bytes[range.upperBound + 1] == UInt8(ascii: "/"))
    else { return nil }
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private static let operators: [String: Item] = [
    "or": .or, "ou": .or, "and": .and, "et": .and, "not": .not, "sauf": .not,
  ]
}

extension QueryScanner {
  /// Moves past blanks; gives how many bytes they took.
  private mutating func skipBlanks() -> Int {
    let start = position
    while position < bytes.count {
      let length = blank(at: position)
      if length == 0 { break }
      position += length
    }
    return position - start
  }

  /// The length of the blank at a place, 0 where there is none: ASCII's, no-break and typographic spaces, and NUL.
  private func blank(at index: Int) -> Int {
    switch bytes[index] {
    case 0...0x20, 0x7F: 1
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: 2
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      // U+2000 … U+200A and U+202F
      bytes[index + 2] <= 0x8A || bytes[index + 2] == 0xAF ? 3 : 0
    case 0xE3 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80: 3
    default: 0
    }
  }

  private static func trimmed(_ inside: [UInt8]) -> String {
    String(decoding: inside, as: UTF8.self)
      .split(whereSeparator: { $0.isWhitespace || $0 == "\0" }).joined(separator: " ")
  }

  /// A pair of quotation marks: "…", “…”, «…».
  private struct Quote {
    let opening: [UInt8]
    let closing: [UInt8]

    private static let pairs = [("\"", "\""), ("“", "”"), ("”", "”"), ("„", "“"), ("«", "»")]
      .map { (Array($0.utf8), Array($1.utf8)) }

    init?(at index: Int, in bytes: [UInt8]) {
      let first = bytes[index]
      guard first == 0x22 || first == 0xE2 || first == 0xC2,
        let pair = Self.pairs.first(where: { bytes[index...].starts(with: $0.0) })
      else { return nil }
      (opening, closing) = pair
    }

    func closes(at index: Int, in bytes: [UInt8]) -> Bool { bytes[index...].starts(with: closing) }
  }
}
