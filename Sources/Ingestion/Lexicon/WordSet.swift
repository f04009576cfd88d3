import Vocabulary

/// Words that a rule names, given folded: `["who", "which"]`.
///
/// Each word's place is told by its length, first and last byte, so that most words of a text are turned away without
/// a comparison and none is hashed.
struct WordSet: ExpressibleByArrayLiteral, Sendable {
  /// The words, bucket after bucket.
  private let words: ContiguousArray<Spelling>
  /// Where each bucket's words begin, and after the last their number.
  private let starts: ContiguousArray<UInt16>
  /// Which buckets hold any.
  private let mask: UInt64
  /// Keeps the bytes of words that are no literals.
  private let owner: OwnedSpellings?

  init(arrayLiteral words: Spelling...) { self.init(words, owner: nil) }

  /// - Parameter words: given folded.
  init(_ words: [String]) {
    let owner = OwnedSpellings(words)
    self.init(owner.spellings, owner: owner)
  }

  private init(_ words: [Spelling], owner: OwnedSpellings?) {
    self.owner = owner
    var mask: UInt64 = 0
    var sorted: ContiguousArray<Spelling> = []
    var starts: ContiguousArray<UInt16> = [0]
    for bucket in 0..<64 {
      for word in words where Self.bucket(of: word) == bucket {
        sorted.append(word)
        mask |= 1 << UInt64(bucket)
      }
      starts.append(UInt16(sorted.count))
    }
    self.words = sorted
    self.starts = starts
    self.mask = mask
  }

  func contains(_ word: Spelling) -> Bool { place(of: word) != nil }

  /// Where the word stands in `spellings`; null for a word that is not in the set.
  func place(of word: Spelling) -> Int? {
    let bucket = Self.bucket(of: word)
    guard mask & (1 << UInt64(bucket)) != 0 else { return nil }
    for index in Int(starts[bucket])..<Int(starts[bucket + 1]) where words[index] == word { return index }
    return nil
  }

  /// The words in the set's own order.
  var spellings: ContiguousArray<Spelling> { words }

  @inline(__always) private static func bucket(of word: Spelling) -> Int {
    guard word.count > 0 else { return 0 }
    return (Int(word.start[0]) &* 5 &+ Int(word.start[word.count - 1]) &* 3 &+ word.count) & 63
  }
}

/// What a rule or table says of words, given folded: `["both": 2, "deux": 2]`.
struct WordMap<Value: Sendable>: ExpressibleByDictionaryLiteral, Sendable {
  private let words: WordSet
  /// In the order of the words in their set.
  private let values: [Value]

  init(dictionaryLiteral pairs: (String, Value)...) { self.init(Dictionary(uniqueKeysWithValues: pairs)) }

  init(_ values: [String: Value]) {
    words = WordSet(Array(values.keys))
    self.values = words.spellings.compactMap { values[$0.text] }
  }

  subscript(_ word: Spelling) -> Value? { words.place(of: word).map { values[$0] } }
}

/// Spellings made at run time, and their bytes.
private final class OwnedSpellings: @unchecked Sendable {
  // Unchecked, as nothing changes once it is made.
  let spellings: [Spelling]
  private let pool: BytePool

  init(_ words: [String]) {
    var pool = BytePool()
    spellings = words.map { word in
      Array(word.utf8).withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { pool.keep(Spelling(start: $0, count: bytes.count)) } ?? .none
      }
    }
    self.pool = pool
  }

  deinit { pool.deallocate() }
}

/// Beginnings of words that a rule names, given folded; told apart by their first letter.
struct WordBeginnings: ExpressibleByArrayLiteral, Sendable {
  private let beginnings: ContiguousArray<Spelling>
  /// Which first letters there are, by the low bits of the byte.
  private let mask: UInt32

  init(arrayLiteral beginnings: Spelling...) {
    self.beginnings = ContiguousArray(beginnings)
    mask = beginnings.reduce(0) { $0 | 1 << UInt32($1.start[0] & 31) }
  }

  /// Whether the word begins with one of them.
  func matches(_ word: Spelling) -> Bool {
    guard word.count > 0, mask & (1 << UInt32(word.start[0] & 31)) != 0 else { return false }
    return beginnings.contains { word.hasPrefix($0) }
  }
}

/// Endings of words that a rule names, given folded; told apart by their last letter.
struct WordEndings: ExpressibleByArrayLiteral, Sendable {
  private let endings: ContiguousArray<Spelling>
  private let mask: UInt32

  init(arrayLiteral endings: Spelling...) {
    self.endings = ContiguousArray(endings)
    mask = endings.reduce(0) { $0 | 1 << UInt32($1.start[$1.count - 1] & 31) }
  }

  /// Whether the word ends with one of them.
  func matches(_ word: Spelling) -> Bool {
    guard word.count > 0, mask & (1 << UInt32(word.start[word.count - 1] & 31)) != 0 else { return false }
    return endings.contains { word.hasSuffix($0) }
  }
}

extension WordSet {
  /// A list of `rule-words.tsv`, both languages together; a name that the file lacks is a mistake of the rule's.
  static func listed(_ name: String) -> WordSet {
    guard let row = Table(.ruleWords).row(code: name) else { preconditionFailure("rule-words.tsv has no \(name)") }
    return WordSet(row.values(1) + row.values(2))
  }
}
