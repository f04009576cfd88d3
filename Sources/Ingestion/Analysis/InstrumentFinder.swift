import Communique
import Vocabulary

/// Finds the documents, bodies and programmes that were signed, adopted or launched.
///
/// Rules: the noun phrase must hold a word for an instrument ("mémorandum d'entente", "Joint Declaration") within
/// twelve words of the verb; "un mémorandum …, ainsi qu'un programme …" are two; in the passive the phrase stands
/// before the verb ("a Letter of Intent was signed").
struct InstrumentFinder {
  let draft: Draft

  /// The noun phrases after an active verb or "signature of".
  func objects(in range: Range<Int>, verb: Int) -> [Range<Int>] {
    let allowsBodies = isFounding(verb)
    guard let first = phraseStart(in: range, within: 14, allowsBodies) else { return [] }
    return split(first..<end(of: first..<range.upperBound), allowsBodies)
  }

  /// The noun phrases before a passive verb.
  func subjects(in range: Range<Int>, verb: Int) -> [Range<Int>] {
    let allowsBodies = isFounding(verb)
    guard let first = phraseStart(in: range, within: 30, allowsBodies) else { return [] }
    return split(first..<range.upperBound, allowsBodies)
  }

  private func isFounding(_ verb: Int) -> Bool {
    let word = draft.spelling(verb)
    return Self.foundingVerbs.matches(word)
  }

  private static let foundingVerbs: WordBeginnings = [
    "launch", "inaugur", "establish", "creat", "institu", "lanc", "cree", "form", "mise",
  ]

  private func isInstrument(_ index: Int, _ allowsBodies: Bool) -> Bool {
    draft.has(index, .instrumentNoun) || allowsBodies && draft.has(index, .meetingNoun)
  }

  /// Where the noun phrase of the first instrument begins.
  private func phraseStart(in range: Range<Int>, within words: Int, _ allowsBodies: Bool) -> Int? {
    var index = range.lowerBound
    let limit = min(range.upperBound, range.lowerBound + words)
    while index < limit {
      if isInstrument(index, allowsBodies), draft.mentionAt[index] < 0 || draft.tokens[index].shape.contains(.capital) {
        let start = nounPhraseStart(index, range.lowerBound)
        return isBackground(start..<index) ? nil : start
      }
      if draft.has(index, .relative) || draft.isMark(index, .semicolon) { return nil }
      index += 1
    }
    return nil
  }

  /// Back from the noun over adjectives and names to the article.
  private func nounPhraseStart(_ noun: Int, _ bound: Int) -> Int {
    var index = noun
    while index > bound {
      let before = index - 1
      if draft.tokens[before].kind == .number || draft.isMark(before, .openQuote) || draft.isMark(before, .quote) {
        index = before
        continue
      }
      guard draft.isWord(before) else { break }
      if draft.has(before, .determiner), draft.tokens[before].shape.isDisjoint(with: .accented) {
        index = before
        // "all the", "de nouveaux".
        continue
      }
      if draft.spelling(before) == "de", index < noun, draft.language == .french, before == bound { return before }
      if draft.has(before, [.preposition, .and, .clauseVerb, .have, .be, .that]),
        !draft.tokens[before].shape.contains(.capital)
      {
        break
      }
      index = before
    }
    while index < noun, draft.has(index, .adverb), !draft.has(index, [.determiner, .groupCount]) { index += 1 }
    return index
  }

  /// "the recent", "existing", "previous": told as background.
  private func isBackground(_ range: Range<Int>) -> Bool { range.contains { draft.has($0, .existing) } }

  private func end(of range: Range<Int>) -> Int {
    for index in range where index > range.lowerBound + 1 {
      if draft.has(index, .relative), draft.isMark(index - 1, .comma) { return index - 1 }
      if draft.has(index, .weekday)
        || draft.isWord(index) && draft.vocabulary.calendar.days[draft.spelling(index)] != nil
      {
        return index
      }
      if draft.isMark(index - 1, .comma), draft.isWord(index), draft.has(index, .preposition),
        index + 2 < range.upperBound,
        (index..<min(index + 4, range.upperBound)).contains(where: {
          ["occasion", "marge", "margins", "issue", "cours", "presence", "sidelines"].contains(draft.spelling($0))
        })
      {
        return index - 1
      }
      if ["lors", "whereby"].contains(draft.spelling(index)) { return index }
    }
    return range.upperBound
  }

  /// Cuts "a memorandum on X, and a letter on Y" in two.
  private func split(_ range: Range<Int>, _ allowsBodies: Bool) -> [Range<Int>] {
    var starts = [range.lowerBound]
    var links: [Int] = []
    var index = range.lowerBound + 2
    while index < range.upperBound {
      if isLink(index), let start = phraseAfterLink(index, range.upperBound, allowsBodies) {
        var link = index
        while link > range.lowerBound, draft.isMark(link - 1, .comma) { link -= 1 }
        links.append(link)
        starts.append(start)
        index = start + 1
      } else {
        index += 1
      }
    }
    return starts.enumerated().map { $0.element..<($0.offset < links.count ? links[$0.offset] : range.upperBound) }
  }

  private func isLink(_ index: Int) -> Bool {
    draft.isMark(index, .comma) || draft.has(index, .and) || draft.spelling(index) == "ainsi"
  }

  private func phraseAfterLink(_ link: Int, _ limit: Int, _ allowsBodies: Bool) -> Int? {
    var index = link + 1
    while index < limit,
      isLink(index) || draft.has(index, [.that, .de]) || ["as", "well"].contains(draft.spelling(index))
        || draft.has(index, .adverb) && !draft.has(index, .determiner)
    { index += 1 }
    guard index < limit, draft.has(index, .determiner) || draft.tokens[index].shape.contains(.capital) else {
      return nil
    }
    for next in index..<min(index + 4, limit) {
      if next > index, draft.has(next, .preposition) { return nil }
      if isInstrument(next, allowsBodies), next > index { return index }
    }
    return nil
  }
}
