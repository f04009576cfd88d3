import Communique
import Vocabulary

/// The words that tell a domain, in one language, ready to be matched.
struct DomainTerms {
  struct Term {
    /// The domain's place in `domains`.
    var domain: UInt8
    /// 3 names the domain unmistakably, 1 only hints at it.
    var weight: UInt8
    var words: UInt8
  }

  private(set) var domains: [Domain] = []
  private(set) var terms: [Term] = []
  let trie = PhraseTrie()

  init(language: Language, alphabet: PhraseAlphabet) {
    domains = Names.domains
    let numbers = Dictionary(uniqueKeysWithValues: domains.enumerated().map { ($0.element.rawValue, $0.offset) })
    for row in Table(.domainTerms) {
      guard let domain = numbers[row[0]], let weight = UInt8(row[1]) else { continue }
      for term in row.values(language == .english ? 2 : 3) { add(term, domain, weight, alphabet) }
    }
  }

  func number(of domain: String) -> Int? { domains.firstIndex(of: Domain(domain)) }

  mutating func freeze(alphabet: PhraseAlphabet) { trie.freeze(alphabet: alphabet) }

  private mutating func add(_ term: String, _ domain: Int, _ weight: UInt8, _ alphabet: PhraseAlphabet) {
    let words = Phrase.words(of: term)
    guard !words.isEmpty else { return }
    terms.append(Term(domain: UInt8(domain), weight: weight, words: UInt8(words.count)))
    trie.insert(words, value: Int32(terms.count - 1), alphabet: alphabet)
  }
}
