import Communique
import Vocabulary

// Cues: which of those that match a word fit where it stands.
extension EventFinder {
  func cueEvent(at position: Int, in sentence: Range<Int>) -> Event? {
    var best: CueMatch?
    book.matches(at: position, limit: sentence.upperBound, tokens: draft.tokens, lexicon: draft.lexicon) { match in
      if let best, (match.tokens.count, -match.cue) <= (best.tokens.count, -best.cue) { return }
      if fits(match, sentence) { best = match }
    }
    guard let best else { return nil }
    let cue = book.cues[best.cue]
    if cue.role == .commit, isVerbUsedAsNoun(position, cue, sentence) { return nil }
    // "a proposé de": a proposal; "propose de" (present) is an intention. Folded they are alike.
    if cue.name == "intend-to", draft.spelling(position) == "propose", draft.tokens[position].shape.contains(.accented)
    {
      return nil
    }
    let first = verbGroupStart(position, sentence)
    let finite = isFinite(position, sentence) && !isCueNoun(position)
    if cue.role == .drop, !finite { return nil }
    if !finite, !mayBeLoose(position, cue) { return nil }
    return Event(
      kind: .cue, first: first, head: position, end: best.tokens.upperBound, cue: best.cue, role: cue.role,
      strength: cue.strength, complement: cue.complement, isFinite: finite,
      isNegated: isNegated(first, position, sentence))
  }

  /// Whether the words around a match are what its cue needs.
  func fits(_ match: CueMatch, _ sentence: Range<Int>) -> Bool {
    let cue = book.cues[match.cue]
    let end = match.tokens.upperBound
    let next = skipAdverbs(end, sentence)
    switch cue.complement {
    case .inf:
      guard next < sentence.upperBound else { return true }
      if draft.isMark(end, .colon) { return true }
      if cue.name == "obliged-to", !draft.isTreaty { return false }
      return startsVerb(next, sentence) || draft.language == .english && draft.has(next, .gerund)
    case .finite: return fitsFinite(match, cue, next, sentence)
    case .instrument:
      if cue.name == "signing-of" { return true }
      return isFinite(match.tokens.lowerBound, sentence) && !isReducedRelative(match.tokens.lowerBound, sentence)
    case .noun: return fitsNoun(match, cue, next, sentence)
    case .any:
      guard next < sentence.upperBound else { return draft.language == .english }
      if cue.name == "agreed-to", draft.tokens[next].kind == .word { return true }
      return draft.tokens[next].kind == .word || draft.isMark(next, .colon) || draft.isMark(next, .openQuote)
    case .list where cue.name.hasSuffix("-colon"):
      return next < sentence.upperBound && draft.isMark(next, .colon) && isFinite(match.tokens.lowerBound, sentence)
    case .that, .list, .none: return true
    }
  }

  func fitsFinite(_ match: CueMatch, _ cue: Cue, _ next: Int, _ sentence: Range<Int>) -> Bool {
    guard next < sentence.upperBound else { return false }
    let start = match.tokens.lowerBound
    guard isFinite(start, sentence) || cue.name == "continue-to" else { return false }
    switch cue.name {
    case "will":
      if draft.spelling(next) == "be" { return isPassive(after: next, sentence) }
      guard draft.isWord(next) else {
        return draft.isMark(next, .colon) || draft.tokens[next].kind == .number || draft.isMark(next, .openParenthesis)
      }
      return !draft.has(start, .determiner)
        && !(start > sentence.lowerBound && draft.has(start - 1, [.determiner, .preposition]))
    case "would":
      if draft.has(next, .exploratory) { return true }
      guard isReported(start, sentence) else { return false }
      return draft.spelling(next) == "be"
        ? isPassive(after: next, sentence) : !["like", "have"].contains(draft.spelling(next))
    case "are-to" where draft.language == .english:
      if draft.spelling(next) == "be", !isPassive(after: next, sentence) { return false }
      return draft.has(start, .be) && startsVerb(next, sentence)
        && !(start > sentence.lowerBound
          && (draft.has(start - 1, [.thingPronoun, .singularPronoun]) || Self.aims.contains(draft.spelling(start - 1))))
    case "binding-shall", "obliged-to": return draft.isTreaty
    default: return true
    }
  }

  /// "be held", "be further developed": a participle within three words.
  func isPassive(after be: Int, _ sentence: Range<Int>) -> Bool {
    var index = be + 1
    while index < sentence.upperBound, index < be + 4, draft.isWord(index) {
      if draft.has(index, .past) || draft.spelling(index).hasSuffix("ed") { return true }
      guard draft.has(index, .adverb) || draft.spelling(index).hasSuffix("ly") else { return false }
      index += 1
    }
    return false
  }

  /// "working groups launched by the Ministers", "the agreement signed in 2000".
  func isReducedRelative(_ position: Int, _ sentence: Range<Int>) -> Bool {
    guard verbGroupStart(position, sentence) == position, position + 1 < sentence.upperBound, draft.isWord(position + 1)
    else { return false }
    return ["by", "in", "at", "on", "between", "during", "under", "par", "en", "entre", "lors", "le", "dans"].contains(
      draft.spelling(position + 1))
      && (draft.language == .english || !draft.has(position, [.have, .be]) && draft.spelling(position + 1) != "le")
  }

  static let aims = WordSet.listed("verb-aims")

  func fitsNoun(_ match: CueMatch, _ cue: Cue, _ next: Int, _ sentence: Range<Int>) -> Bool {
    guard next < sentence.upperBound else { return false }
    switch cue.name {
    case "announced-measure":
      // Only what is given: an amount, or a noun of giving.
      return isFinite(match.tokens.lowerBound, sentence) && startsMeasure(next, sentence)
    case "agreed-on":
      guard draft.language == .french || draft.has(next, .determiner) || !draft.has(next, .preposition) else {
        return false
      }
      return draft.tokens[next].kind == .word && !startsVerb(next, sentence)
    default: return true
    }
  }

  /// "the donation of", "an extension", "$5 million", "la création", "18 millions de dollars".
  func startsMeasure(_ next: Int, _ sentence: Range<Int>) -> Bool {
    var index = next
    while index < sentence.upperBound, index < next + 6 {
      let token = draft.tokens[index]
      if token.isMark(.currency) { return true }
      if token.kind == .number { return true }
      guard token.kind == .word else { return false }
      if Self.measures.matches(draft.spelling(index)) { return true }
      if !draft.traits(index).isDisjoint(with: [.preposition, .that, .relative, .and, .clauseVerb]),
        !draft.has(index, .determiner)
      {
        return false
      }
      index += 1
    }
    return false
  }

  static let measures: WordBeginnings = [
    "donat", "extension", "grant", "contribut", "provision", "suppl", "deploy", "opening", "allocat", "fund", "aid",
    "assistance", "loan", "package", "lifting", "suspension", "reduction", "increase", "renewal", "delivery",
    "dispatch",
    "scholarship", "exempt", "ouverture", "don", "prolong", "octroi", "envoi", "livraison", "versement", "financement",
    "aide", "pret", "bourse", "levee", "hausse", "augment", "renouvel", "deploiement", "alloc", "reouverture",
    "subvention",
    "million", "billion", "milliard",
  ]

  /// Which cues count without being the verb of a clause: nouns ("their commitment to"), adjectives ("ready to"), gerunds.
  /// "institutions chargées de", "pour étudier les possibilités de", "proposé de" are none.
  func mayBeLoose(_ position: Int, _ cue: Cue) -> Bool {
    if draft.has(position, .cueNoun) { return true }
    if cue.name.hasPrefix("explore") { return draft.has(position, .gerund) && draft.language == .english }
    guard draft.language == .french else { return true }
    return !Self.participles(draft.spelling(position)) || cue.name == "ready-to" || cue.name == "determined-to"
  }

  /// "a task force to", "in order to commit to": a verb of a cue as noun or infinitive.
  func isVerbUsedAsNoun(_ position: Int, _ cue: Cue, _ sentence: Range<Int>) -> Bool {
    guard draft.language == .english, draft.has(position, .infinitive), !draft.has(position, [.cueNoun, .past]),
      position > sentence.lowerBound,
      verbGroupStart(position, sentence) == position
    else { return false }
    return draft.has(position - 1, [.determiner, .to, .may]) && !draft.has(position - 1, .adverb)
  }

  /// "their commitment", "Spain's decision"; English "pledge", "promise" and "hope" are verbs without an article.
  func isCueNoun(_ position: Int) -> Bool {
    guard draft.has(position, .cueNoun) else { return false }
    guard draft.has(position, [.clauseVerb, .infinitive]), position > 0 else { return true }
    if position + 1 < draft.tokens.count, draft.spelling(position + 1) == "of" { return true }
    return draft.has(position - 1, [.determiner, .preposition]) || draft.tokens[position - 1].shape.contains(.elided)
  }
}
