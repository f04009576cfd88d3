import Communique
import Vocabulary

/// The phrases of `furniture.tsv` in one language, ready to be matched.
final class FurniturePhrases {
  enum Place: String {
    case start, whole, any, end
  }

  private let trie = PhraseTrie()
  private let places: [Place] = [.start, .whole, .any, .end]

  init(language: Language, alphabet: PhraseAlphabet) {
    // Pages carry furniture of either language: a French text on an English site, and the reverse.
    for row in Table(.furniture) {
      guard let place = Place(rawValue: row[0]), let value = places.firstIndex(of: place) else { continue }
      for phrase in row.values(1) + row.values(2) {
        trie.insert(Phrase.words(of: phrase), value: Int32(value), alphabet: alphabet)
      }
    }
  }

  func freeze(alphabet: PhraseAlphabet) { trie.freeze(alphabet: alphabet) }
  var frozenTrie: PhraseTrie { trie }

  /// What the phrases say of a line: null where none fits.
  func verdict(tokens: UnsafeBufferPointer<Token>, line: Range<Int>, lexicon: Lexicon) -> Place? {
    guard let first = line.first(where: { tokens[$0].kind == .word }) else { return nil }
    var found: Place?
    for start in line
    where tokens[start].kind == .word && lexicon.traits[Int(tokens[start].word)].contains(.startsFurniture) {
      trie.matches(at: start, limit: line.upperBound, tokens: tokens, lexicon: lexicon) { match in
        let place = places[Int(match.value)]
        switch place {
        case .end where start == first: found = .end
        case .start where start == first && found != .end: found = .start
        case .whole where start == first && match.end >= line.upperBound - 1: found = found ?? .whole
        case .any: found = found ?? .any
        default: break
        }
      }
    }
    return found
  }
}
