import Communique

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
  /// For each word number, the kinds of detail phrases that can start with it.
  let detailKinds: UnsafeMutablePointer<DetailPhrases.Kinds>
  /// Phrase letters (see `PhraseTrie`), word after word.
  let letters: UnsafeMutablePointer<Int32>
  /// Where the tokenizer folds the word that it is reading.
  let scratch = UnsafeMutablePointer<UInt8>.allocate(capacity: FoldedWord.capacity)
  private var letterCount = 0

  /// For each word number, its folded spelling.
  let spellings: UnsafeMutablePointer<Spelling>
  private var count = 0
  private var bytes = BytePool()
  private var index = WordIndex()

  let alphabet: PhraseAlphabet
  private let grammar: Grammar

  /// Past so many words, new ones share the number of an unknown word of their traits: memory stays flat on
  /// texts without end.
  static let capacity = 1 << 18
  /// Few words stand for a letter: this is room for four each.
  private static let letterCapacity = 1 << 20

  init(language: Language, alphabet: PhraseAlphabet, grammar: Grammar) {
    self.language = language
    self.alphabet = alphabet
    // Room for all words there can be: only what is used takes memory.
    traits = .allocate(capacity: Self.capacity + 1)
    letterRanges = .allocate(capacity: Self.capacity + 1)
    detailKinds = .allocate(capacity: Self.capacity + 1)
    letters = .allocate(capacity: Self.letterCapacity)
    spellings = .allocate(capacity: Self.capacity + 1)
    self.grammar = grammar
    // Number 0 is the word that stands for none.
    _ = add(.none)
  }

  deinit {
    traits.deallocate()
    letterRanges.deallocate()
    detailKinds.deallocate()
    letters.deallocate()
    spellings.deallocate()
    scratch.deallocate()
    bytes.deallocate()
    index.deallocate()
  }

  /// The number of a word given by its folded bytes.
  @inline(__always) func number(of folded: Spelling, hash: WordHash) -> Int32 {
    index.find(hash) { spellings[Int($0)] == folded } ?? insert(folded, hash: hash)
  }

  @inline(never) private func insert(_ folded: Spelling, hash: WordHash) -> Int32 {
    guard count < Self.capacity else { return 0 }
    let number = add(folded)
    index.insert(number, hash: hash)
    return number
  }

  /// Which tries a word can start a phrase in; asked once a word, so that most tokens are passed over at once.
  private var starters: [(Traits, PhraseTrie)] = []
  private var cueLetters: Set<Int32> = []
  private var details: DetailPhrases?

  func mark(_ trait: Traits, from trie: PhraseTrie) { starters.append((trait, trie)) }
  func mark(_ details: DetailPhrases) {
    self.details = details
    mark(.startsDetail, from: details.trie)
  }
  func markCues(_ letters: Set<Int32>) { cueLetters = letters }

  private func add(_ word: Spelling) -> Int32 {
    let number = Int32(count)
    count += 1
    (spellings + Int(number)).initialize(to: bytes.keep(word))
    let folded = UnsafeBufferPointer(start: word.start, count: word.count)
    let firstLetter = Int32(letterCount)
    for letter in alphabet.letters(of: folded) where letterCount < Self.letterCapacity {
      letters[letterCount] = letter
      letterCount += 1
    }
    letterRanges[Int(number)] = firstLetter..<Int32(letterCount)
    traits[Int(number)] = grammar.traits(of: folded)
    let own = UnsafeBufferPointer(start: letters + Int(firstLetter), count: letterCount - Int(firstLetter))
    for (trait, trie) in starters where trie.learn(number, letters: own) { traits[Int(number)].insert(trait) }
    (detailKinds + Int(number)).initialize(to: details?.kinds(startingWith: own) ?? [])
    for index in letterRanges[Int(number)] where cueLetters.contains(letters[Int(index)]) {
      traits[Int(number)].insert(.startsCue)
    }
    return number
  }
}
