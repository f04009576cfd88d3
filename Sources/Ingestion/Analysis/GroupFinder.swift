import Communique
import Vocabulary

/// Finds the phrases that stand for the parties of the meeting: "the two sides", "both leaders", "les deux ministres",
/// "we", "they", "he", and for their joint work: "the working group", "these efforts".
struct GroupFinder {
  func find(_ draft: Draft) {
    for sentence in draft.sentences {
      var position = sentence.tokens.lowerBound
      while position < sentence.tokens.upperBound {
        if draft.mentionAt[position] < 0, let mention = mention(at: position, in: sentence.tokens, draft) {
          draft.mentions.append(mention)
          position = mention.tokens.upperBound
        } else {
          position += 1
        }
      }
    }
  }

  private func mention(at position: Int, in sentence: Range<Int>, _ draft: Draft) -> Mention? {
    guard draft.isWord(position) else { return nil }
    let traits = draft.traits(position)
    let one = position..<position + 1
    if traits.contains(.we) { return isReflexive(position, draft) ? nil : Mention(tokens: one, kind: .we, parties: []) }
    if traits.contains(.i) { return Mention(tokens: one, kind: .he, parties: []) }
    if traits.contains(.pluralPronoun), draft.spelling(position) != "them" {
      return Mention(tokens: one, kind: .they, parties: [])
    }
    if traits.contains(.singularPronoun) || draft.language == .english && draft.spelling(position) == "it" {
      return Mention(tokens: one, kind: .he, parties: [])
    }
    guard !traits.isDisjoint(with: [.determiner, .groupCount, .groupNoun, .office, .meetingNoun, .adverb]) else {
      return nil
    }
    if let each = eachOfThem(at: position, in: sentence, draft) ?? ownGovernment(at: position, in: sentence, draft) {
      return each
    }
    return groupPhrase(at: position, in: sentence, draft) ?? twoOffices(at: position, in: sentence, draft)
      ?? jointWork(at: position, in: sentence, draft)
  }

  /// "each side", "each of them", "chaque partie", "chacun d'eux".
  private func eachOfThem(at position: Int, in sentence: Range<Int>, _ draft: Draft) -> Mention? {
    let word = draft.spelling(position)
    guard Self.each.contains(word), position + 1 < sentence.upperBound, draft.isWord(position + 1) else { return nil }
    let next = draft.spelling(position + 1)
    if ["side", "party", "country", "government", "partie", "pays", "state", "etat"].contains(next) {
      return Mention(tokens: position..<position + 2, kind: .group, parties: [])
    }
    guard ["of", "d", "des", "de"].contains(next) else { return nil }
    return Mention(tokens: position..<min(position + 3, sentence.upperBound), kind: .group, parties: [])
  }

  /// "her government", "son pays": the speaker's.
  private func ownGovernment(at position: Int, in sentence: Range<Int>, _ draft: Draft) -> Mention? {
    guard Self.possessives.contains(draft.spelling(position)), position + 1 < sentence.upperBound else { return nil }
    let next = draft.spelling(position + 1)
    guard
      ["government", "country", "administration", "gouvernement", "pays", "administration", "ministry", "ministere"]
        .contains(next)
    else { return nil }
    return Mention(tokens: position..<position + 2, kind: .he, parties: [])
  }

  /// "nous" before a verb of "nous sommes convenus" is the subject; a second one is a reflexive.
  private func isReflexive(_ position: Int, _ draft: Draft) -> Bool {
    draft.language == .french && position > 0 && draft.has(position - 1, .we)
  }

  /// "the two sides", "both leaders", "les deux chefs d'État", "Ministers".
  private func groupPhrase(at position: Int, in sentence: Range<Int>, _ draft: Draft) -> Mention? {
    var index = position
    var counted = false
    while index < sentence.upperBound, index < position + 5, draft.isWord(index) {
      let traits = draft.traits(index)
      if traits.contains(.groupNoun) || counted && isCountedBody(index, draft), draft.mentionAt[index] < 0,
        isPlural(index, counted, draft)
      {
        guard index > position || draft.tokens[index].shape.contains(.capital) else { return nil }
        if !counted,
          [
            "countries", "pays", "nations", "peoples", "membres", "members", "partenaires", "partners", "voisins",
            "neighbours", "neighbors", "femmes", "hommes", "capitales", "capitals", "organisations", "institutions",
          ].contains(draft.spelling(index))
        {
          return nil
        }
        return Mention(tokens: position..<index + 1, kind: .group, parties: [])
      }
      if traits.contains(.groupCount), draft.spelling(index) != "the", draft.spelling(index) != "les" { counted = true }
      let isModifier =
        !traits.isDisjoint(with: [.determiner, .groupCount, .adverb, .honorific, .office])
        || draft.tokens[index].shape.contains(.joined) || Self.modifiers.contains(draft.spelling(index))
      guard isModifier else { return nil }
      index += 1
    }
    return nil
  }

  /// "the two ministries", "les deux marines": counted like the parties, a body of each.
  private func isCountedBody(_ index: Int, _ draft: Draft) -> Bool {
    let word = draft.spelling(index)
    return (word.hasSuffix("s") || word.hasSuffix("x"))
      && draft.traits(index).isDisjoint(with: [.instrumentNoun, .meetingNoun, .preposition, .have, .timeNoun, .cueNoun])
      && (draft.has(index, .government)
        || [
          "ministries", "agencies", "navies", "armies", "administrations", "universities", "academies", "services",
          "banks", "ministeres", "agences", "marines", "armees", "universites", "academies", "banques",
        ].contains(word))
  }

  private func isPlural(_ index: Int, _ counted: Bool, _ draft: Draft) -> Bool {
    let word = draft.spelling(index)
    return counted || word.hasSuffix("s") || word == "pays" || word.hasSuffix("x")
  }

  /// "The President and the Prime Minister": two offices without names.
  private func twoOffices(at position: Int, in sentence: Range<Int>, _ draft: Draft) -> Mention? {
    var index = position
    var offices = 0
    var lastWasOffice = false
    while index < sentence.upperBound, index < position + 10, draft.isWord(index), draft.mentionAt[index] < 0 {
      let traits = draft.traits(index)
      if traits.contains(.office) {
        if !lastWasOffice { offices += 1 }
        lastWasOffice = true
      } else if traits.contains(.and) {
        lastWasOffice = false
      } else if !traits.contains(.determiner) {
        break
      }
      index += 1
    }
    return offices >= 2 && lastWasOffice ? Mention(tokens: position..<index, kind: .group, parties: []) : nil
  }

  /// "The next session", "these efforts", "la cinquième réunion", "the Working Groups".
  private func jointWork(at position: Int, in sentence: Range<Int>, _ draft: Draft) -> Mention? {
    var index = position
    while index < sentence.upperBound, index < position + 6 {
      guard draft.isWord(index) || draft.tokens[index].kind == .number else { return nil }
      if draft.has(index, .meetingNoun), index > position || draft.tokens[index].shape.contains(.capital) {
        var end = index + 1
        while end < sentence.upperBound, draft.has(end, .meetingNoun) { end += 1 }
        return Mention(tokens: position..<end, kind: .jointWork, parties: [])
      }
      if index > position,
        !draft.traits(index).isDisjoint(with: [.preposition, .and, .have, .be, .clauseVerb, .relative])
      {
        return nil
      }
      index += 1
    }
    return nil
  }

  private static let each: WordSet = ["each", "chaque", "chacun", "chacune", "either"]
  private static let possessives: WordSet = ["his", "her", "its", "son", "sa"]
  private static let modifiers = WordSet.listed("group-modifiers")
}
