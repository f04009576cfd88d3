import Communique
import Vocabulary

/// The phrases of `publishers.tsv`, ready to be matched.
final class PublisherMarks {
  struct Publisher {
    var name: String
    /// Code of the state or organisation whose outlet it is; empty for none.
    var home: String
  }

  private let trie = PhraseTrie()
  private var publishers: [Publisher] = []

  init(alphabet: PhraseAlphabet) {
    for row in Table(.publishers) {
      publishers.append(Publisher(name: row[0], home: row[1]))
      for mark in row.values(2) {
        trie.insert(Phrase.words(of: mark), value: Int32(publishers.count - 1), alphabet: alphabet)
      }
    }
  }

  func freeze(alphabet: PhraseAlphabet) { trie.freeze(alphabet: alphabet) }
  var frozenTrie: PhraseTrie { trie }

  /// A publisher by its name, in any case and with or without accents.
  func named(_ name: String) -> Publisher? {
    let wanted = Folding.folded(name)
    return publishers.first { Folding.folded($0.name) == wanted }
  }

  /// The publisher named first in a text; outlets that are named inside the text count alike.
  func first(in tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon) -> Publisher? {
    for start in tokens.indices
    where tokens[start].kind == .word && lexicon.traits[Int(tokens[start].word)].contains(.startsPublisher) {
      var found: (value: Int32, end: Int)?
      trie.matches(at: start, limit: tokens.count, tokens: tokens, lexicon: lexicon) { match in
        if match.end > (found?.end ?? 0) { found = (match.value, match.end) }
      }
      if let found { return publishers[Int(found.value)] }
    }
    return nil
  }
}
