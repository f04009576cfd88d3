import Communique
import Vocabulary

/// Tells the domains of an action: from its own words first, then from its paragraph, heading and title.
///
/// Rules: each term of `domain-terms.tsv` found counts its weight, longer terms more and the first terms of the action
/// most; the best domain is the main one, others follow from half its score on, four at most, in the order of the text.
/// Where the action's own words tell nothing, the sentence, the heading and the title are asked, else `politics`.
struct DomainTagger {
  private let draft: Draft
  private let terms: DomainTerms
  private let politics: Int
  private let generic: Set<Int>

  init(_ draft: Draft) {
    self.draft = draft
    let terms = draft.vocabulary.domainTerms
    self.terms = terms
    politics = terms.number(of: "politics") ?? 0
    generic = Set(["politics", "multilateral", "development"].compactMap { terms.number(of: $0) })
  }

  struct Verdict {
    var domains: [Domain]
    var words: Range<Int>?
    var rule: String
  }

  func domains(of action: Range<Int>, sentence: Range<Int>, heading: Range<Int>?, title: Range<Int>?) -> Verdict {
    if let own = verdict(action, "own-words", minimum: 1) { return own }
    let places: [(Range<Int>?, String)] = [(sentence, "sentence"), (heading, "heading"), (title, "title")]
    for (place, rule) in places {
      guard let place, let found = verdict(place, rule, minimum: 2) else { continue }
      return Verdict(domains: Array(found.domains.prefix(1)), words: found.words, rule: rule)
    }
    return Verdict(domains: [terms.domains[politics]], words: nil, rule: "no-term")
  }

  private struct Found {
    var score = 0.0
    var first = Int.max
    var words: Range<Int> = 0..<0
  }

  private func verdict(_ range: Range<Int>, _ rule: String, minimum: Double) -> Verdict? {
    let found = scores(range)
    guard let best = found.max(by: { ($0.value.score, -$0.value.first) < ($1.value.score, -$1.value.first) }), best.value.score >= minimum else {
      return nil
    }
    var chosen = found.filter { $0.value.score >= max(2, best.value.score * 0.5) }
    // "cooperation in energy" is energy: general words name a domain only where nothing else does.
    if !generic.contains(best.key) || chosen.contains(where: { !generic.contains($0.key) && $0.value.score >= 2 }) {
      chosen = chosen.filter { $0.key != politics || $0.value.score >= best.value.score }
    }
    let ordered = chosen.sorted { left, right in
      if left.key == best.key || right.key == best.key { return left.key == best.key }
      return (left.value.first, left.key) < (right.value.first, right.key)
    }
    return Verdict(
      domains: ordered.prefix(4).map { terms.domains[$0.key] }, words: best.value.words, rule: rule)
  }

  private func scores(_ range: Range<Int>) -> [Int: Found] {
    var found: [Int: Found] = [:]
    var position = range.lowerBound
    let length = max(1, range.count)
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
      // A name of a state or organisation says little of the domain.
      for (term, end) in matches where end == longest || term.weight >= 2 {
        let nearness = 1.0 + 0.35 * (1 - Double(position - range.lowerBound) / Double(length))
        let score = Double(term.weight) * nearness * (end == longest ? 1 : 0.5)
        var entry = found[Int(term.domain)] ?? Found()
        entry.score += score
        if position < entry.first {
          entry.first = position
          entry.words = position..<end
        }
        found[Int(term.domain)] = entry
      }
      position = matches.isEmpty ? position + 1 : longest
    }
    return found
  }
}
