import Communique
import Vocabulary

/// The phrases that tell an agreement's further fields (deadline, sums, instruments, speaker, mutuality) in one
/// language, ready to be matched: `deadlines.tsv`, `numbers.tsv`, `currencies.tsv`, `details.tsv` and the months of
/// `calendar.tsv`.
final class DetailPhrases {
  /// What a phrase is; the tables explain each. A word can be several things ("second", "sept", "à").
  struct Kinds: OptionSet, Hashable {
    let rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(bit: Int) { rawValue = 1 << UInt64(bit) }

    // deadlines.tsv
    static let by = Kinds(bit: 0)
    static let before = Kinds(bit: 1)
    static let `for` = Kinds(bit: 2)
    static let within = Kinds(bit: 3)
    static let `in` = Kinds(bit: 4)
    static let on = Kinds(bit: 5)
    static let start = Kinds(bit: 6)
    static let edge = Kinds(bit: 7)
    static let ordinal = Kinds(bit: 8)
    static let unit = Kinds(bit: 9)
    static let year = Kinds(bit: 10)
    static let month = Kinds(bit: 11)
    static let week = Kinds(bit: 12)
    static let quarter = Kinds(bit: 13)
    static let half = Kinds(bit: 14)
    static let season = Kinds(bit: 15)
    static let next = Kinds(bit: 16)
    static let filler = Kinds(bit: 17)
    static let from = Kinds(bit: 18)
    static let anchor = Kinds(bit: 19)
    /// "January": from `calendar.tsv`.
    static let monthName = Kinds(bit: 20)
    // numbers.tsv
    static let number = Kinds(bit: 21)
    static let one = Kinds(bit: 22)
    static let scale = Kinds(bit: 23)
    static let suffix = Kinds(bit: 24)
    static let link = Kinds(bit: 25)
    // currencies.tsv
    /// A name of money; the value is the currency's place in `currencies`.
    static let currency = Kinds(bit: 26)
    /// "USD": the value is the currency's place in `currencies`.
    static let currencyCode = Kinds(bit: 27)
    // details.tsv
    static let reciprocal = Kinds(bit: 28)
    static let plain = Kinds(bit: 29)
    static let says = Kinds(bit: 30)
    static let according = Kinds(bit: 31)
    static let particle = Kinds(bit: 32)
    static let portfolio = Kinds(bit: 33)
    static let document = Kinds(bit: 34)
    static let topic = Kinds(bit: 35)
    static let instrument = Kinds(bit: 36)
    static let body = Kinds(bit: 37)
    static let each = Kinds(bit: 38)
    /// deadlines.tsv
    static let again = Kinds(bit: 39)
    /// details.tsv
    static let titled = Kinds(bit: 40)
  }

  struct Entry {
    var kind: Kinds
    var value: Double
  }

  private var building: [Entry] = []
  /// By value of the trie; plain memory, as the rules ask for one at most phrases of a sentence.
  private(set) var entries = UnsafeBufferPointer<Entry>(start: nil, count: 0)
  let trie = PhraseTrie()
  /// For each letter, the kinds of the phrases that it can start.
  private var startKinds: [Int32: Kinds] = [:]
  /// "bn", "M", "Mds" written together with a number, folded.
  private(set) var suffixes: [String: Double] = [:]
  let currencies: Currencies
  /// For each letter of the alphabet, the kinds of the phrases that start with it.

  init(language: Language, alphabet: PhraseAlphabet) {
    let english = language == .english
    currencies = Currencies()
    addValued(.numbers, english ? 2 : 3, alphabet)
    addValued(.deadlines, english ? 2 : 3, alphabet)
    for row in Table(.calendar) where row[0] == "month" {
      for phrase in row.values(english ? 2 : 3) { add(phrase, .monthName, Double(row[1]) ?? 0, alphabet) }
    }
    for row in Table(.details) {
      guard let kind = Self.kinds[row[0]] else { continue }
      for phrase in row.values(english ? 1 : 2) { add(phrase, kind, 0, alphabet) }
    }
    for (index, row) in Table(.currencies).enumerated() {
      add(row[0], .currencyCode, Double(index), alphabet)
      for phrase in row.values(english ? 4 : 5) { add(phrase, .currency, Double(index), alphabet) }
    }
  }

  func freeze(alphabet: PhraseAlphabet) {
    trie.freeze(alphabet: alphabet)
    let copy = UnsafeMutableBufferPointer<Entry>.allocate(capacity: building.count)
    _ = copy.initialize(from: building)
    entries = UnsafeBufferPointer(copy)
    building = []
  }

  deinit { entries.deallocate() }

  private func addValued(_ file: Table.File, _ column: Int, _ alphabet: PhraseAlphabet) {
    for row in Table(file) {
      guard let kind = Self.kinds[row[0]], let value = Double(row[1]) else {
        assertionFailure("\(file): \(row[0])")
        continue
      }
      for phrase in row.values(column) {
        add(phrase, kind, value, alphabet)
        if kind == .suffix { suffixes[Folding.folded(phrase)] = value }
      }
    }
  }

  private func add(_ phrase: String, _ kind: Kinds, _ value: Double, _ alphabet: PhraseAlphabet) {
    let words = Phrase.words(of: phrase)
    guard !words.isEmpty else { return }
    building.append(Entry(kind: kind, value: value))
    trie.insert(words, value: Int32(building.count - 1), alphabet: alphabet)
    startKinds[alphabet.letter(for: words[0]), default: []].formUnion(kind)
  }

  /// The kinds of the phrases that can start with a word, given by its letters.
  func kinds(startingWith letters: some Sequence<Int32>) -> Kinds {
    letters.reduce(into: []) { $0.formUnion(startKinds[$1] ?? []) }
  }

  private static let kinds: [String: Kinds] = [
    "by": .by, "before": .before, "for": .for, "within": .within, "in": .in, "on": .on, "start": .start, "edge": .edge,
    "ordinal": .ordinal, "unit": .unit, "year": .year, "month": .month, "week": .week, "quarter": .quarter,
    "half": .half, "season": .season, "next": .next, "filler": .filler, "from": .from, "anchor": .anchor,
    "number": .number, "one": .one, "scale": .scale, "suffix": .suffix, "link": .link, "reciprocal": .reciprocal,
    "plain": .plain, "says": .says, "according": .according, "particle": .particle, "portfolio": .portfolio,
    "document": .document, "topic": .topic, "instrument": .instrument, "body": .body, "each": .each, "again": .again,
    "titled": .titled,
  ]
}

/// The currencies of `currencies.tsv`, in its order.
struct Currencies {
  struct Currency {
    /// ISO 4217.
    var code: String
    var states: Set<Party>
    /// Whether it stands for its names when no state decides.
    var isDefault: Bool
  }

  private(set) var all: [Currency] = []
  private var bySign: [String: [Int]] = [:]

  init() {
    for row in Table(.currencies) {
      for sign in row.values(3) { bySign[sign, default: []].append(all.count) }
      all.append(
        Currency(code: row[0], states: Set(row.values(1).map { Party($0) }), isDefault: row[2] == "default"))
    }
  }

  /// The currencies that are written with a sign ("$", "US$"), by their place in `all`; empty for an unknown sign.
  func currencies(signed sign: String) -> [Int] { bySign[sign] ?? [] }
}
