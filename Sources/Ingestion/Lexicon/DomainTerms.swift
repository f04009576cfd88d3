import Communique
import Vocabulary

/// The words that tell a domain, in one language, ready to be matched.
final class DomainTerms {
  struct Term {
    /// The domain's place in `domains`.
    var domain: UInt8
    /// 3 names the domain unmistakably, 1 only hints at it.
    var weight: UInt8

    fileprivate init(domain: UInt8, weight: UInt8) {
      self.domain = domain
      self.weight = weight
    }

    /// As the trie holds it.
    init(value: Int32) {
      self.init(domain: UInt8(truncatingIfNeeded: value >> 8), weight: UInt8(truncatingIfNeeded: value))
    }
    fileprivate var value: Int32 { Int32(domain) << 8 | Int32(weight) }
  }

  private(set) var domains: [Domain] = []
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

  func freeze(alphabet: PhraseAlphabet) { trie.freeze(alphabet: alphabet) }

  private func add(_ term: String, _ domain: Int, _ weight: UInt8, _ alphabet: PhraseAlphabet) {
    let words = Phrase.words(of: term)
    guard !words.isEmpty else { return }
    trie.insert(words, value: Term(domain: UInt8(domain), weight: weight).value, alphabet: alphabet)
  }
}
