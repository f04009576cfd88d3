import Communique
import Vocabulary

/// The words of one language as the analysis knows them: each word met gets a number, its traits and the
/// vocabulary phrases that it can be part of, worked out once.
///
/// Words are told apart by their folded bytes. Not Sendable: words are added as they are met; each worker of
/// an ingestion has its own.
final class Lexicon {
  let language: Language
  /// For each word number, its grammar.
  let traits: UnsafeMutablePointer<Traits>
  /// For each word number, where its letters stand in `letters`.
  let letterRanges: UnsafeMutablePointer<Range<Int32>>
  /// Phrase letters (see `PhraseTrie`), word after word.
  let letters: UnsafeMutablePointer<Int32>
  private var letterCount = 0

  /// For each word number, its folded spelling.
  private(set) var spellings: ContiguousArray<String> = []
  private var pool: ContiguousArray<UInt8> = []
  /// For each word number, its hash: most words that share a slot differ in it.
  private var hashes: ContiguousArray<UInt64> = []
  private var poolRanges: ContiguousArray<Range<Int32>> = []
  private var slots: ContiguousArray<Int32>
  private var mask: Int

  let alphabet: PhraseAlphabet
  private let grammar: Grammar

  /// Past so many words, new ones share the number of an unknown word of their traits: memory stays flat on
  /// texts without end.
  private static let capacity = 1 << 18
  /// Few words stand for a letter: this is room for four each.
  private static let letterCapacity = 1 << 20

  init(language: Language, alphabet: PhraseAlphabet, grammar: Grammar) {
    self.language = language
    self.alphabet = alphabet
    // Room for all words there can be: only what is used takes memory.
    traits = .allocate(capacity: Self.capacity + 1)
    letterRanges = .allocate(capacity: Self.capacity + 1)
    letters = .allocate(capacity: Self.letterCapacity)
    self.grammar = grammar
    slots = ContiguousArray(repeating: -1, count: 1 << 14)
    mask = (1 << 14) - 1
    // Number 0 is the word that stands for none.
    _ = add(UnsafeBufferPointer(start: nil, count: 0), hash: 0)
  }

  deinit {
    traits.deallocate()
    letterRanges.deallocate()
    letters.deallocate()
  }

  /// The number of a word given by its folded bytes.
  func number(of folded: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let number = slots[slot]
      if number < 0 { return insert(folded, hash: hash) }
      if hashes[Int(number)] == hash, isEqual(poolRanges[Int(number)], folded) { return number }
      slot = (slot + 1) & mask
    }
  }

  /// The folded bytes of a word.
  func spelling(_ number: Int32) -> String { spellings[Int(number)] }

  /// The number of a word given as text; for rules that name a word.
  func number(of word: String) -> Int32 {
    var folded = Folding.folded(word)
    return folded.withUTF8 { number(of: $0, hash: Self.hash($0)) }
  }

  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return finish(hash)
  }

  static func finish(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 29) }

  private func isEqual(_ range: Range<Int32>, _ folded: UnsafeBufferPointer<UInt8>) -> Bool {
    guard range.count == folded.count else { return false }
    var position = Int(range.lowerBound)
    for byte in folded {
      if pool[position] != byte { return false }
      position += 1
    }
    return true
  }

  private func insert(_ folded: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
    guard poolRanges.count < Self.capacity else { return 0 }
    let number = add(folded, hash: hash)
    if poolRanges.count * 2 > slots.count { grow() } else { place(number, hash: hash) }
    return number
  }

  /// Which tries a word can start a phrase in; asked once a word, so that most tokens are passed over at once.
  private var starters: [(Traits, PhraseTrie)] = []
  private var cueLetters: Set<Int32> = []

  func mark(_ trait: Traits, from trie: PhraseTrie) { starters.append((trait, trie)) }
  func markCues(_ letters: Set<Int32>) { cueLetters = letters }

  private func add(_ folded: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int32 {
    let number = Int32(poolRanges.count)
    let start = Int32(pool.count)
    pool.append(contentsOf: folded)
    spellings.append(String(decoding: folded, as: UTF8.self))
    hashes.append(hash)
    poolRanges.append(start..<Int32(pool.count))
    let firstLetter = Int32(letterCount)
    for letter in alphabet.letters(of: folded) where letterCount < Self.letterCapacity {
      letters[letterCount] = letter
      letterCount += 1
    }
    letterRanges[Int(number)] = firstLetter..<Int32(letterCount)
    traits[Int(number)] = grammar.traits(of: folded)
    for (trait, trie) in starters where trie.starts(with: number, lexicon: self) { traits[Int(number)].insert(trait) }
    for index in letterRanges[Int(number)] where cueLetters.contains(letters[Int(index)]) {
      traits[Int(number)].insert(.startsCue)
    }
    return number
  }

  private func place(_ number: Int32, hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = number
  }

  private func grow() {
    slots = ContiguousArray(repeating: -1, count: slots.count * 2)
    mask = slots.count - 1
    for number in 1..<Int32(poolRanges.count) {
      place(number, hash: hashes[Int(number)])
    }
  }
}
