import Communique
import Vocabulary

/// How a name stands for a party.
enum NameKind: UInt8 {
  /// "Kazakhstan", "the People's Republic of China", "ASEAN".
  case name
  /// "Kazakh", "chinoise".
  case demonym
  /// "Beijing", "Astana".
  case capital
  /// "the White House", "le Quai d'Orsay".
  case metonym
}

/// The names of states and organisations in one language, ready to be matched.
final class Gazetteer {
  struct Entry {
    var party: Int16
    var kind: NameKind
    /// Matches only where the text has capitals throughout ("US", "UE", "SCO").
    var needsCapitals: Bool
    /// Half of a compound ("sino-"): another name must be joined to it.
    var isPrefix: Bool

    /// As the trie holds it.
    fileprivate var value: Int32 {
      Int32(party) << 16 | Int32(kind.rawValue) << 8 | (needsCapitals ? 2 : 0) | (isPrefix ? 1 : 0)
    }
  }

  /// The parties that entries number, states first.
  private(set) var parties: [Party] = []
  private(set) var stateCount = 0
  let trie = PhraseTrie()
  /// Organisations that are gatherings without a body of their own ("G7", "Quad").
  private(set) var forums: Set<Int16> = []
  private var numberByCode: [String: Int16] = [:]

  init(language: Language, alphabet: PhraseAlphabet) {
    addStates(language, alphabet)
    stateCount = parties.count
    addOrganisations(language, alphabet)
  }

  func number(of code: String) -> Int16? { numberByCode[code] }

  func freeze(alphabet: PhraseAlphabet) { trie.freeze(alphabet: alphabet) }

  private func register(_ code: String) -> Int16 {
    if let number = numberByCode[code] { return number }
    let number = Int16(parties.count)
    parties.append(Party(code))
    numberByCode[code] = number
    return number
  }

  private func addStates(_ language: Language, _ alphabet: PhraseAlphabet) {
    let english = language == .english
    for row in Table(.countries) {
      let party = register(row[0])
      let own = english ? [2, 4, 6] : [3, 5, 7]
      // Formal names and abbreviations of the other language occur too; its plain words would only confuse.
      for column in own { for name in row.values(column) { add(name, party, .name, alphabet) } }
      for name in row.values(english ? 8 : 9) { add(name, party, .demonym, alphabet) }
      for name in row.values(english ? 10 : 11) { add(name, party, .capital, alphabet) }
      for name in row.values(english ? 12 : 13) { add(name, party, .metonym, alphabet) }
    }
  }

  private func addOrganisations(_ language: Language, _ alphabet: PhraseAlphabet) {
    for row in Table(.organisations) {
      let party = register(row[0])
      if row[1] == "forum" { forums.insert(party) }
      let own = language == .english ? [2, 4, 6] : [3, 5, 7]
      for column in own { for name in row.values(column) { add(name, party, .name, alphabet) } }
      // Acronyms travel between the languages, unless they mean something else there.
      for name in row.values(language == .english ? 5 : 4) where name.utf8.count >= 4 {
        add(name, party, .name, alphabet)
      }
    }
  }

  private func add(_ name: String, _ party: Int16, _ kind: NameKind, _ alphabet: PhraseAlphabet) {
    let words = Phrase.words(of: name)
    guard !words.isEmpty else { return }
    let entry = Entry(party: party, kind: kind, needsCapitals: isAcronym(name), isPrefix: name.hasSuffix("-"))
    trie.insert(words, value: entry.value, alphabet: alphabet)
  }

  /// At most six letters, all of them capitals.
  private func isAcronym(_ name: String) -> Bool {
    // Most names have a small letter near their beginning; the properties of scalars are slow to ask for.
    if name.utf8.contains(where: { $0 &- 0x61 < 26 }) { return false }
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
    return letters.count <= 6 && letters.allSatisfy { $0.properties.isUppercase } && !letters.isEmpty
  }
}

extension Gazetteer.Entry {
  /// - Parameter value: what the trie holds of it.
  init(value: Int32) {
    party = Int16(truncatingIfNeeded: value >> 16)
    kind = NameKind(rawValue: UInt8(truncatingIfNeeded: value >> 8)) ?? .name
    needsCapitals = value & 2 != 0
    isPrefix = value & 1 != 0
  }
}

/// How a phrase of the vocabulary is cut into words: as the tokenizer cuts a text.
enum Phrase {
  /// The folded words of a phrase; a final `*` of a word is kept.
  static func words(of phrase: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var current: [UInt8] = []
    for byte in Folding.folded(phrase).utf8 {
      let isWord = byte >= 0x80 || (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      if isWord || (byte == UInt8(ascii: "*") && !current.isEmpty) {
        current.append(byte)
      } else if !current.isEmpty {
        words.append(current)
        current = []
      }
    }
    if !current.isEmpty { words.append(current) }
    return words
  }
}
