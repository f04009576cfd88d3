import Communique
import Vocabulary

/// Finds the person who is quoted or reported as saying an action.
///
/// Rules, in order:
/// - The verb of saying nearest before the action, and the name before it: "**Wang Yi** said that China will …", "Le
///   président **Faye** a annoncé que …", "**Olaf Scholz**, chancelier d'Allemagne, s'est engagé à …"; or after it: "said
///   **Wang** on Monday".
/// - After the action: "…, a annoncé M. **Benmerabet**", "…, **Biden** said", "…, selon M. **Attaf**".
/// - Before it: "According to Minister **Joly**, …".
///
/// Two persons, a pronoun or a state alone are nobody: "Biden and Xi announced", "he said", "China announced".
struct SpeakerFinder {
  struct Found {
    var name: String
    var rule: String
    var tokens: Range<Int>
  }

  private let phrases: PhraseReader
  private let names: PersonName

  private var draft: Draft { phrases.draft }

  init(_ phrases: PhraseReader) {
    self.phrases = phrases
    names = PersonName(phrases)
  }

  func speaker(of action: Range<Int>, in sentence: Range<Int>) -> Found? {
    before(action, sentence) ?? after(action, sentence) ?? according(sentence.lowerBound, action.lowerBound)
  }

  private func says(_ index: Int) -> Bool {
    // "l'espoir", "the pledges" are nouns.
    if index > 0, draft.has(index - 1, .determiner) { return false }
    return draft.has(index, .reporting)
      || draft.has(index, .startsDetail) && phrases.longest(.says, at: index, limit: index + 2) != nil
  }

  private func found(_ name: Range<Int>, _ rule: String) -> Found {
    Found(name: draft.text(draft.span(name)), rule: rule, tokens: name)
  }

  // MARK: before the action

  private func before(_ action: Range<Int>, _ sentence: Range<Int>) -> Found? {
    var verb = action.lowerBound
    var isShared = false
    while verb > sentence.lowerBound {
      verb -= 1
      if draft.isMark(verb, .semicolon) { return nil }
      guard says(verb) else { continue }
      if isSecondVerb(verb, sentence) {
        isShared = true
      } else if let name = subject(of: verb, sentence) {
        return found(name, "said-before")
      } else if isAfterComma(verb, sentence) {
        isShared = true
      } else {
        return nil
      }
    }
    return isShared ? sentenceSubject(action, sentence).map { found($0, "said-before") } : nil
  }

  private func isAfterComma(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    let start = groupStart(verb, sentence.lowerBound)
    return start > sentence.lowerBound && draft.isMark(start - 1, .comma)
  }

  /// "Vice President **Harris** met with … and announced": the name before the sentence's first verb.
  private func sentenceSubject(_ action: Range<Int>, _ sentence: Range<Int>) -> Range<Int>? {
    let limit = min(action.lowerBound, sentence.lowerBound + 16)
    let verbs: Traits = [.clauseVerb, .have, .will, .future, .past]
    guard let verb = (sentence.lowerBound..<limit).first(where: { draft.has($0, verbs) && !draft.has($0, .determiner) })
    else { return nil }
    let start = groupStart(verb, sentence.lowerBound)
    guard start > sentence.lowerBound, let name = names.endingAt(start - 1, bound: sentence.lowerBound) else {
      return nil
    }
    return single(name, sentence.lowerBound)
  }

  /// "announced and pledged", "said, adding that": the subject stands before the first verb.
  private func isSecondVerb(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    if draft.has(verb, .gerund) { return true }
    let start = groupStart(verb, sentence.lowerBound)
    return start > sentence.lowerBound && draft.has(start - 1, .and)
  }

  /// Back over auxiliaries, clitics and adverbs: "a également", "s'est", "has also".
  private func groupStart(_ verb: Int, _ bound: Int) -> Int {
    var start = verb
    while start > bound, draft.isWord(start - 1),
      !draft.tokens[start - 1].shape.contains(.capital) || draft.has(start - 1, .adverb),
      draft.has(start - 1, [.have, .be, .adverb, .clitic, .will, .would])
    {
      start -= 1
    }
    return start
  }

  private func subject(of verb: Int, _ sentence: Range<Int>) -> Range<Int>? {
    let bound = sentence.lowerBound
    var last = skipBackOverTime(groupStart(verb, bound) - 1, bound)
    last = skipBackOverState(last, bound)
    guard last >= bound else { return nil }
    if let name = names.endingAt(last, bound: bound) { return single(name, bound) }
    guard draft.isMark(last, .comma) || draft.isMark(last, .closeParenthesis) else { return nil }
    // "The foreign minister, Wang Yi, said".
    if let name = names.endingAt(last - 1, bound: bound), isAtPhraseStart(name.lowerBound, bound) {
      return single(name, bound)
    }
    return beforeApposition(last, bound)
  }

  /// "Wang Yi on Monday said", "M. Wang, lundi, a annoncé".
  private func skipBackOverTime(_ index: Int, _ bound: Int) -> Int {
    var last = index
    if last > bound, draft.isMark(last, .comma), draft.has(last - 1, .weekday) { last -= 1 }
    guard last > bound, draft.has(last, .weekday) else { return index }
    last -= 1
    while last > bound, phrases.isWord(last, ["on", "ce", "le"]) || draft.isMark(last, .comma) { last -= 1 }
    return last
  }

  /// "President Xi of China said".
  private func skipBackOverState(_ index: Int, _ bound: Int) -> Int {
    guard index > bound, let mention = draft.mention(at: index), case .name = mention.kind else { return index }
    var before = mention.tokens.lowerBound - 1
    while before > bound, draft.has(before, [.determiner, .de]) || phrases.isWord(before, ["of"]) { before -= 1 }
    return before < mention.tokens.lowerBound - 1 ? max(before, bound) : index
  }

  private func isAtPhraseStart(_ index: Int, _ bound: Int) -> Bool {
    guard index > bound else { return true }
    return draft.isMark(index - 1, .comma) || draft.isMark(index - 1, .stop)
      || draft.has(index - 1, [.honorific, .office])
  }

  /// "Wang Yi, Chinese foreign minister, said": the name before the comma that opens the apposition.
  private func beforeApposition(_ comma: Int, _ bound: Int) -> Range<Int>? {
    var index = comma - 1
    while index > bound, comma - index < 24 {
      if draft.isMark(index, .comma), let name = names.endingAt(index - 1, bound: bound) { return single(name, bound) }
      if draft.isMark(index, .semicolon) { return nil }
      index -= 1
    }
    return nil
  }

  /// The name where no other is joined to it: "Biden and Xi".
  private func single(_ name: Range<Int>, _ bound: Int) -> Range<Int>? {
    var index = name.lowerBound - 1
    var steps = 0
    while index >= bound, steps < 8, draft.isWord(index) || draft.isMark(index, .stop) {
      if draft.has(index, .and), draft.mentionAt[index] < 0 {
        return joinsPersons(index, bound) ? nil : name
      }
      if draft.has(index, [.that, .clauseVerb, .preposition]), !draft.has(index, [.de, .office]),
        !phrases.isWord(index, ["of"])
      {
        break
      }
      index -= 1
      steps += 1
    }
    return name
  }

  /// "President Biden and", "M. Wang et"; "Foreign Affairs and" is one office.
  private func joinsPersons(_ and: Int, _ bound: Int) -> Bool { names.endingAt(and - 1, bound: bound) != nil }

  // MARK: after the action

  private func after(_ action: Range<Int>, _ sentence: Range<Int>) -> Found? {
    let limit = min(sentence.upperBound, action.upperBound + 30)
    guard action.upperBound < limit, startsAttribution(action.upperBound) else { return nil }
    for verb in action.upperBound..<min(limit, action.upperBound + 12) {
      if phrases.longest(.according, at: verb, limit: limit) != nil, let found = according(verb, limit) { return found }
      if draft.isMark(verb, .semicolon) || draft.has(verb, [.relative, .gerund]) { return nil }
      guard says(verb) else { continue }
      if let name = namePreceding(verb, action.upperBound) { return found(name, "said-after") }
      return nameFollowing(verb + 1, limit).map { found($0, "said-after") }
    }
    return nil
  }

  private func startsAttribution(_ index: Int) -> Bool {
    switch draft.tokens[index].mark {
    case .comma, .dash, .closeQuote, .quote: true
    default: phrases.longest(.according, at: index, limit: index + 3) != nil
    }
  }

  private func namePreceding(_ verb: Int, _ bound: Int) -> Range<Int>? {
    let start = groupStart(verb, bound)
    guard start > bound else { return nil }
    return names.endingAt(start - 1, bound: bound)
  }

  /// The first name after an inverted verb: "a annoncé lundi à Athènes l'ambassadeur d'Algérie, M. Benmerabet".
  private func nameFollowing(_ start: Int, _ limit: Int) -> Range<Int>? {
    for index in start..<max(start, limit) {
      if draft.isMark(index, .semicolon)
        || draft.has(index, [.relative, .that, .subordinator, .singularPronoun, .pluralPronoun])
      {
        return nil
      }
      if let name = names.startingAt(index, limit: limit), isIntroduced(index, start) { return name }
    }
    return nil
  }

  /// Directly after the verb, a title or a comma: other words in capitals are places.
  private func isIntroduced(_ index: Int, _ start: Int) -> Bool {
    if index == start || draft.mention(at: index)?.kind == .person { return true }
    let before = index - 1
    if draft.isMark(before, .comma) || draft.has(before, [.honorific, .office]) { return true }
    if draft.isMark(before, .stop), before > start { return draft.has(before - 1, .honorific) }
    // "le ministre allemand Johann Wadephul", "le ministre des Affaires étrangères Jean-Noël Barrot".
    return (max(start, index - 6)..<index).contains { draft.has($0, .office) } && !draft.has(before, .preposition)
  }

  // MARK: "according to"

  private func according(_ start: Int, _ limit: Int) -> Found? {
    guard let match = phrases.longest(.according, at: start, limit: limit) else { return nil }
    return nameFollowing(match.end, limit).map { found($0, "according-to") }
  }
}
