import Communique
import Vocabulary

/// Tells the domains of an action: from its own words first, then from its sentence, paragraph, heading and text.
///
/// Rules: each term of `domain-terms.tsv` found in the action counts its weight, more at its beginning; what stands
/// around it adds a fraction, so that "exchange information" under "Counter-terrorism" is security. The best domain is
/// the main one; others follow where the action's own words name them, four at most, in the order of the text. Where
/// nothing tells, it is `politics`.
final class DomainTagger {
  private let draft: Draft
  private let terms: DomainTerms
  private let politics: Int
  /// Domains whose words come with every topic: they give way to the text's own.
  private let generic: Set<Int>
  private var paragraphScores: (paragraph: Int, scores: [Found])?
  private lazy var textScores: [Double] = scoresOfText()

  init(_ draft: Draft) {
    self.draft = draft
    let terms = draft.vocabulary.domainTerms
    self.terms = terms
    politics = terms.number(of: "politics") ?? 0
    generic = Set(["politics", "multilateral", "development"].compactMap { terms.number(of: $0) })
  }

  struct Verdict {
    var domains: [Domain]
    /// The words that told the main domain; null where the surroundings did.
    var words: Range<Int>?
    var rule: String
  }

  private struct Found {
    var score = 0.0
    var first = Int.max
    var words: Range<Int> = 0..<0
  }

  func domains(of action: Range<Int>, sentence: Range<Int>, heading: Range<Int>?, title: Range<Int>?) -> Verdict {
    let own = scores(action)
    var total = own.map(\.score)
    add(context(heading, title), to: &total)
    guard let best = total.indices.max(by: { (total[$0], -own[$0].first) < (total[$1], -own[$1].first) }), total[best] > 0 else {
      return Verdict(domains: [terms.domains[politics]], words: nil, rule: "no-term")
    }
    let strongest = own.map(\.score).max() ?? 0
    var others = own.indices.filter { $0 != best && own[$0].score >= max(2, strongest * 0.5) }
    if own[best].score > 0 || !others.isEmpty { others.removeAll { $0 == politics } }
    others.sort { (own[$0].first, $0) < (own[$1].first, $1) }
    let told = own[best].score > 0
    return Verdict(
      domains: ([best] + others.prefix(3)).map { terms.domains[$0] }, words: told ? own[best].words : nil,
      rule: told ? "own-words" : "surroundings")
  }

  // MARK: surroundings

  /// What the surroundings add: the paragraph, the heading, the title, and what the whole text is about.
  private func context(_ heading: Range<Int>?, _ title: Range<Int>?) -> [Double] {
    var sum = [Double](repeating: 0, count: terms.domains.count)
    accumulate(scoresOfParagraph(), 0.12, limit: 5, into: &sum)
    if let heading { accumulate(scores(heading), 0.4, limit: 4, into: &sum) }
    if let title { accumulate(scores(title), 0.12, limit: 4, into: &sum) }
    for domain in sum.indices where !generic.contains(domain) { sum[domain] += textScores[domain] * 0.35 }
    return sum
  }

  private func accumulate(_ found: [Found], _ weight: Double, limit: Double, into sum: inout [Double]) {
    for domain in found.indices where !generic.contains(domain) { sum[domain] += min(found[domain].score, limit) * weight }
  }

  private func add(_ context: [Double], to total: inout [Double]) {
    for domain in total.indices { total[domain] += context[domain] }
  }

  private func scoresOfParagraph() -> [Found] {
    if let known = paragraphScores, known.paragraph == draft.currentParagraph { return known.scores }
    guard draft.paragraphs.indices.contains(draft.currentParagraph) else { return [] }
    let tokens = draft.paragraphs[draft.currentParagraph].tokens
    let found = scores(tokens.lowerBound..<min(tokens.upperBound, tokens.lowerBound + 400))
    paragraphScores = (draft.currentParagraph, found)
    return found
  }

  /// For each domain, its share of what the text's first part is about, 1 for the most.
  private func scoresOfText() -> [Double] {
    let found = scores(0..<min(draft.tokens.count, 1500)).map(\.score)
    let most = found.indices.filter { !generic.contains($0) }.map { found[$0] }.max() ?? 0
    return most > 0 ? found.map { $0 / most } : found
  }

  // MARK: terms

  private func scores(_ range: Range<Int>) -> [Found] {
    var found = [Found](repeating: Found(), count: terms.domains.count)
    var position = range.lowerBound
    let length = Double(max(1, range.count))
    while position < range.upperBound {
      guard draft.has(position, .startsTerm) else {
        position += 1
        continue
      }
      var longest = position + 1
      var matches: [(DomainTerms.Term, Int)] = []
      terms.trie.matches(at: position, limit: range.upperBound, tokens: draft.tokens, lexicon: draft.lexicon) { match in
        matches.append((terms.terms[Int(match.value)], match.end))
        longest = max(longest, match.end)
      }
      let nearness = 1.0 + 0.35 * (1 - Double(position - range.lowerBound) / length)
      for (term, end) in matches where end == longest || term.weight >= 2 {
        let domain = Int(term.domain)
        found[domain].score += Double(term.weight) * nearness * (end == longest ? 1 : 0.5)
        if position < found[domain].first {
          found[domain].first = position
          found[domain].words = position..<end
        }
      }
      position = matches.isEmpty ? position + 1 : longest
    }
    return found
  }
}
