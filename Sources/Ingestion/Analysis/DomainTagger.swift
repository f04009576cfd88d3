import Communique
import Vocabulary

/// Tells the domains of an action: from its own words first, then from its sentence, paragraph, heading and text.
///
/// Own words: of the terms of `domain-terms.tsv` that start at a word the longest counts, once for each domain. A term
/// counts its weight, a third more at the action's beginning than at its end, half in a clause that tells a purpose or
/// a condition ("with a view to …"), less where the domain was named before. The name of a party is no sign that the
/// matter is multilateral.
///
/// Surroundings: the rest of the sentence, the paragraph, the heading, the title and what the whole text is about each
/// add a fraction, so that "exchange information" under "Counter-terrorism" is security. They never make an action
/// politics, multilateral or development: words of these come with every topic.
///
/// Verdict: the domain with the highest sum is the main one. `politics` counts less beside the words of any topic: a
/// meeting on energy is energy first. Others follow, four at most in the order of the text, where the action's own
/// words name them half as clearly as the clearest; the surroundings help, generic domains need more. Where the words
/// name one domain alone, surroundings that speak loudly add another. Where nothing tells, it is `politics`.
final class DomainTagger {
  private let draft: Draft
  private let terms: DomainTerms
  private let politics: Int
  private let multilateral: Int
  /// Domains whose words come with every topic: they give way to the text's own.
  private let isGeneric: [Bool]
  private var paragraphScores: (paragraph: Int, scores: [Found])?
  private var headingScores: Remembered?
  private var titleScores: Remembered?
  private lazy var textScores: [Double] = scoresOfText()
  private lazy var places = TermPlaces(draft)

  init(_ draft: Draft) {
    self.draft = draft
    let terms = draft.vocabulary.domainTerms
    self.terms = terms
    politics = terms.number(of: "politics") ?? 0
    multilateral = terms.number(of: "multilateral") ?? 0
    let generic = ["politics", "multilateral", "development"].compactMap { terms.number(of: $0) }
    isGeneric = terms.domains.indices.map(generic.contains)
  }

  struct Verdict {
    var domains: [Domain]
    /// The words that told the main domain; null where the surroundings did.
    var words: Range<Int>?
    var rule: String
  }

  fileprivate struct Found {
    var score = 0.0
    var first = Int.max
    var words: Range<Int> = 0..<0
  }

  private struct Remembered {
    var range: Range<Int>
    var scores: [Found]
  }

  /// How much each rule counts; found by trial on annotated texts, where a third more or less changes little.
  private enum Weight {
    /// Of a term, by its weight in the table.
    static let term: [Double] = [0, 0.7, 2, 3]
    static let nearness = 0.35
    static let purpose = 0.5
    static let repeated = 0.7
    static let politicsBesideTopic = 0.4
    static let genericSecond = 0.5
    /// Of what the surroundings found, up to a limit.
    static let sentence = 0.2
    static let paragraph = 0.16
    static let heading = 0.4
    static let title = 0.2
    static let text = 0.6
    /// What a second domain needs: so much in all, and so much of what the clearest has.
    static let second = 1.5
    static let secondShare = 0.5
    /// What a domain of the surroundings alone needs.
    static let secondAround = 2.0
    static let secondAroundShare = 0.4
  }

  func domains(of action: Range<Int>, sentence: Range<Int>, heading: Range<Int>?, title: Range<Int>?) -> Verdict {
    let own = scores(action, purpose: purpose(in: action))
    let clear = givingWay(own)
    let around = surroundings(action, sentence, heading, title)
    let total = own.indices.map { clear[$0] + around[$0] }
    let best = total.indices.max { (total[$0], own[$1].first, $1) < (total[$1], own[$0].first, $0) }
    guard let best, total[best] > 0 else {
      return Verdict(domains: [terms.domains[politics]], words: nil, rule: "no-term")
    }
    var others = seconds(besides: best, own, clear, around)
    if others.isEmpty { others = loudest(besides: best, around, total) }
    let told = own[best].score > 0
    return Verdict(
      domains: ([best] + others.prefix(3)).map { terms.domains[$0] }, words: told ? own[best].words : nil,
      rule: told ? "own-words" : "surroundings")
  }

  /// The scores of the own words, politics less beside a topic.
  private func givingWay(_ own: [Found]) -> [Double] {
    var clear = own.map(\.score)
    if own.indices.contains(where: { own[$0].score >= Weight.term[2] && !isGeneric[$0] }) {
      clear[politics] *= Weight.politicsBesideTopic
    }
    return clear
  }

  /// The domains that the own words name besides the main one, in the order of the text.
  private func seconds(besides best: Int, _ own: [Found], _ clear: [Double], _ around: [Double]) -> [Int] {
    let needed = max(Weight.second, (clear.max() ?? 0) * Weight.secondShare)
    return own.indices
      .filter { domain in
        let weight = isGeneric[domain] ? Weight.genericSecond : 1
        return domain != best && own[domain].score > 0 && own[domain].score * weight + around[domain] * 0.5 >= needed
      }
      .sorted { (own[$0].first, $0) < (own[$1].first, $1) }
  }

  /// The domain that the surroundings name loudly besides the main one, if there is one.
  private func loudest(besides best: Int, _ around: [Double], _ total: [Double]) -> [Int] {
    let other = around.indices.filter { $0 != best }.max { around[$0] < around[$1] }
    guard let other else { return [] }
    let needed = max(Weight.secondAround, total[best] * Weight.secondAroundShare)
    return around[other] >= needed ? [other] : []
  }

  // MARK: surroundings

  /// What the surroundings add: the sentence, the paragraph, the heading, the title, and what the text is about.
  private func surroundings(
    _ action: Range<Int>, _ sentence: Range<Int>, _ heading: Range<Int>?, _ title: Range<Int>?
  ) -> [Double] {
    var sum = [Double](repeating: 0, count: terms.domains.count)
    let before = scores(min(sentence.lowerBound, action.lowerBound)..<action.lowerBound)
    let after = scores(action.upperBound..<max(sentence.upperBound, action.upperBound))
    let text = textScores
    for domain in sum.indices where !isGeneric[domain] {
      sum[domain] += min(before[domain].score + after[domain].score, 5) * Weight.sentence
      sum[domain] += text[domain] * Weight.text
    }
    add(scoresOfParagraph(), Weight.paragraph, limit: 5, to: &sum)
    if let heading { add(remembered(heading, in: &headingScores), Weight.heading, limit: 4, to: &sum) }
    if let title { add(remembered(title, in: &titleScores), Weight.title, limit: 4, to: &sum) }
    return sum
  }

  private func add(_ found: [Found], _ weight: Double, limit: Double, to sum: inout [Double]) {
    for domain in found.indices where !isGeneric[domain] {
      sum[domain] += min(found[domain].score, limit) * weight
    }
  }

  private func scoresOfParagraph() -> [Found] {
    if let known = paragraphScores, known.paragraph == draft.currentParagraph { return known.scores }
    guard draft.paragraphs.indices.contains(draft.currentParagraph) else { return [] }
    let tokens = draft.paragraphs[draft.currentParagraph].tokens
    let found = scores(tokens.lowerBound..<min(tokens.upperBound, tokens.lowerBound + 400))
    paragraphScores = (draft.currentParagraph, found)
    return found
  }

  /// The scores of a heading, worked out once for all that stands under it.
  private func remembered(_ range: Range<Int>, in memory: inout Remembered?) -> [Found] {
    if let memory, memory.range == range { return memory.scores }
    let found = scores(range)
    memory = Remembered(range: range, scores: found)
    return found
  }

  /// For each domain, its share of what the text's first part is about, 1 for the most.
  private func scoresOfText() -> [Double] {
    let found = scores(0..<min(draft.tokens.count, 1500), nearness: 0, repeated: 1).map(\.score)
    let most = found.indices.filter { !isGeneric[$0] }.map { found[$0] }.max() ?? 0
    return most > 0 ? found.map { $0 / most } : found
  }

  // MARK: terms

  /// Where a clause of purpose or condition starts in an action; its end where there is none.
  private func purpose(in action: Range<Int>) -> Int {
    let openers = draft.language == .english ? Self.purposeEnglish : Self.purposeFrench
    var index = action.lowerBound + 2
    while index + 1 < action.upperBound {
      if draft.isWord(index), draft.isWord(index + 1),
        let next = openers[draft.spelling(index)], next.contains(draft.spelling(index + 1))
      {
        return index
      }
      index += 1
    }
    return action.upperBound
  }

  private static let purposeEnglish: WordMap<WordSet> = [
    "view": ["to"], "order": ["to"], "so": ["as", "that"], "aim": ["of"], "aimed": ["at"], "purpose": ["of"],
    "to": ["ensure"], "accordance": ["with"], "subject": ["to"], "as": ["part"], "under": ["the"],
  ]

  private static let purposeFrench: WordMap<WordSet> = [
    "afin": ["de", "d", "que", "qu"], "vue": ["de", "d"], "maniere": ["a"], "facon": ["a"], "but": ["de", "d"],
    "visant": ["a"], "pour": ["que", "qu"], "sous": ["reserve"], "conformement": ["a", "au", "aux"],
  ]

  /// For each domain, what its terms in a range of words count; those after `purpose` count half.
  private func scores(
    _ range: Range<Int>, purpose: Int = .max, nearness: Double = Weight.nearness, repeated: Double = Weight.repeated
  ) -> [Found] {
    var found = [Found](repeating: Found(), count: terms.domains.count)
    let places = places
    let book = places.terms
    var position = range.lowerBound
    let length = Double(max(1, range.count))
    var next = places.first(from: position)
    while next < places.places.count, places.places[next].position < range.upperBound {
      let place = places.places[next]
      next += 1
      guard place.position >= position else { continue }
      if place.end <= range.upperBound {
        count(book[place.terms], at: place.position..<place.end)
        position = place.end
      } else {
        // The range cuts the longest off: a shorter one may fit.
        var shorter: ContiguousArray<DomainTerms.Term> = []
        position = terms.longest(at: place.position, limit: range.upperBound, draft, into: &shorter)
        count(shorter[...], at: place.position..<position)
      }
    }
    return found

    func count(_ longest: ArraySlice<DomainTerms.Term>, at words: Range<Int>) {
      let part = Double(words.lowerBound - range.lowerBound) / length
      let place = (1 + nearness * (1 - part)) * (words.lowerBound >= purpose ? Weight.purpose : 1)
      for term in longest where Int(term.domain) != multilateral || !isParty(words.lowerBound) {
        found[Int(term.domain)].count(Weight.term[Int(term.weight)] * place, words, repeated: repeated)
      }
    }
  }

  /// Whether the name of one of the meeting's parties starts here.
  private func isParty(_ position: Int) -> Bool {
    guard let mention = draft.mention(at: position), !mention.parties.isEmpty else { return false }
    return mention.parties.allSatisfy(draft.meeting.contains)
  }
}

extension DomainTagger.Found {
  /// Counts a term: in full where it is the weightiest so far, else a part of it.
  fileprivate mutating func count(_ weight: Double, _ place: Range<Int>, repeated: Double) {
    let most = max(score, weight)
    score = score > 0 ? most + (score + weight - most) * repeated : weight
    guard place.lowerBound < first else { return }
    first = place.lowerBound
    words = place
  }
}
