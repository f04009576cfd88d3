import Communique
import Vocabulary

// Verb groups and infinitives: where they begin, and whether they are finite or negated.
extension EventFinder {
  /// Goes back over auxiliaries, negations, adverbs and clitics.
  func verbGroupStart(_ position: Int, _ sentence: Range<Int>) -> Int {
    var first = position
    var index = position - 1
    while index >= sentence.lowerBound, draft.isWord(index), draft.mentionAt[index] < 0 {
      let traits = draft.traits(index)
      let isAuxiliary = !traits.isDisjoint(with: [.be, .have, .negation, .doVerb]) && !isAccentedA(index)
      let isClitic =
        draft.language == .french && traits.contains(.clitic) && index + 1 == first && !traits.contains(.determiner)
      if isAuxiliary || isClitic {
        first = index
      } else if draft.language == .english && traits.contains(.will) {
        first = index
      } else if traits.isDisjoint(with: .adverb) && !Self.seemingVerbs.contains(draft.spelling(index)) {
        break
      } else if Self.seemingVerbs.contains(draft.spelling(index)) {
        first = index
      }
      index -= 1
    }
    return first
  }

  static let seemingVerbs = WordSet.listed("verb-seeming-verbs")

  func isAccentedA(_ index: Int) -> Bool {
    draft.language == .french && draft.tokens[index].shape.contains(.accented) && draft.spelling(index) == "a"
  }

  func isNegated(_ first: Int, _ head: Int, _ sentence: Range<Int>) -> Bool {
    for index in first..<head where draft.isWord(index) {
      let word = draft.spelling(index)
      if ["not", "never", "ne", "n", "pas", "jamais", "neither"].contains(word) { return !isNoLess(head) }
    }
    return head + 1 < sentence.upperBound && draft.language == .french && draft.spelling(head + 1) == "pas"
      && !isNoLess(head)
  }

  /// "n'en ambitionnent pas moins", "n'épargnera aucun effort": negative in form only.
  func isNoLess(_ head: Int) -> Bool {
    for index in head + 1..<min(head + 4, draft.tokens.count)
    where ["moins", "aucun", "aucune", "menager"].contains(draft.spelling(index)) { return true }
    return draft.spelling(head).hasPrefix("epargner") || draft.spelling(head).hasPrefix("menager")
  }

  /// Whether the word is the verb of a clause rather than a noun, an adjective or an infinitive.
  func isFinite(_ position: Int, _ sentence: Range<Int>) -> Bool {
    let first = verbGroupStart(position, sentence)
    let hasAuxiliary = (first..<position).contains {
      draft.has($0, [.be, .have]) || Self.seemingVerbs.contains(draft.spelling($0)) || draft.has($0, .se)
    }
    if draft.language == .french {
      if (first..<position).contains(where: { draft.spelling($0) == "ayant" }) { return false }
      if Self.participles(draft.spelling(position)) {
        return hasAuxiliary || isInvertedParticiple(position, sentence)
      }
      guard position > sentence.lowerBound else { return true }
      if draft.has(position - 1, .determiner), Self.feminineNouns.contains(draft.spelling(position)) { return false }
      guard first > sentence.lowerBound else { return true }
      if draft.has(first - 1, [.preposition, .determiner]), !draft.has(first - 1, .clitic) { return false }
      return true
    }
    if (first..<position).contains(where: { draft.spelling($0) == "having" }) { return false }
    guard !hasAuxiliary else { return true }
    guard first > sentence.lowerBound else { return true }
    let before = first - 1
    guard draft.isWord(before) else { return true }
    return draft.traits(before).isDisjoint(with: [.to, .determiner, .preposition, .may]) || draft.has(before, .that)
  }

  /// "M. X, ayant …, a dit": participles stand alone after a comma in lists of verbs ("ont salué …, exprimé … et décidé de").
  func isInvertedParticiple(_ position: Int, _ sentence: Range<Int>) -> Bool {
    guard position > sentence.lowerBound else { return false }
    if (max(sentence.lowerBound, position - 4)..<position).contains(where: {
      ["ayant", "having"].contains(draft.spelling($0))
    }) {
      return false
    }
    var index = position - 1
    while index > sentence.lowerBound, draft.has(index, .adverb) { index -= 1 }
    return draft.has(index, .and) || draft.isMark(index, .comma)
  }

  /// Nouns that a verb form is spelt like, after "la" or "une".
  static let feminineNouns = WordSet.listed("verb-feminine-nouns")

  /// French participles by their endings.
  static func participles(_ word: Spelling) -> Bool {
    participleEndings.matches(word) && !present.contains(word)
  }

  static let participleEndings: WordEndings = [
    "e", "es", "ee", "ees", "u", "us", "ue", "ues", "is", "it", "ise", "ises", "ert", "erts", "ort", "i", "its",
  ]

  /// Forms of the present that end like participles.
  static let present = WordSet.listed("verb-present")

  /// Whether an infinitive starts here, clitics passed over.
  func startsVerb(_ position: Int, _ sentence: Range<Int>) -> Bool { verbStart(position, sentence) != nil }

  /// The infinitive that starts here, clitics and adverbs passed over.
  func verbStart(_ position: Int, _ sentence: Range<Int>) -> Int? {
    var index = position
    while index < sentence.upperBound, index < position + 5, draft.isWord(index) {
      let traits = draft.traits(index)
      if traits.contains(.infinitive), !isNounInEnglish(index, position, sentence) { return index }
      if draft.language == .english, isUnknownVerb(index, sentence) { return index }
      guard !traits.isDisjoint(with: draft.language == .french ? [.clitic, .adverb] : [.adverb]) || isManner(index)
      else { return nil }
      index += 1
    }
    return nil
  }

  /// "support for", "work on" after an article are nouns; directly after "to" they are verbs.
  func isNounInEnglish(_ index: Int, _ start: Int, _ sentence: Range<Int>) -> Bool {
    guard draft.language == .english, index > start else { return false }
    return draft.has(index - 1, .determiner) && !draft.has(index - 1, .adverb)
  }

  func isManner(_ index: Int) -> Bool {
    let word = draft.spelling(index)
    return draft.language == .english ? word.hasSuffix("ly") : word.hasSuffix("ment")
  }

  /// A word that the vocabulary does not know, before an article or a possessive: "to re-energise the dialogue".
  func isUnknownVerb(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard
      draft.traits(index).subtracting([.startsName, .startsTerm, .startsFurniture, .startsPublisher, .startsDetail])
        .isEmpty,
      draft.tokens[index].shape.isDisjoint(with: .capital), index + 1 < sentence.upperBound
    else { return false }
    if draft.tokens[index + 1].shape.contains(.joined) { return draft.has(index + 1, .infinitive) }
    return draft.has(index + 1, .determiner)
  }

  func skipAdverbs(_ position: Int, _ sentence: Range<Int>) -> Int {
    var index = position
    while index < sentence.upperBound, draft.has(index, .adverb),
      !draft.has(index, [.infinitive, .determiner, .clitic])
    { index += 1 }
    // ", à cette occasion,"
    if index < sentence.upperBound, draft.isMark(index, .comma) {
      var next = index + 1
      while next < sentence.upperBound, next < index + 10, !draft.isMark(next, .comma) {
        if draft.has(next, [.infinitive, .clauseVerb]) { return index }
        next += 1
      }
      if next < sentence.upperBound, draft.isMark(next, .comma) { return next + 1 }
    }
    return index
  }
}
