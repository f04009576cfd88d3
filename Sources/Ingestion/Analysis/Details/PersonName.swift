import Vocabulary

/// Reads the name of a person that ends or starts at a place of the text, without honorific and office.
///
/// "Foreign Minister **Wang Yi** said", "**Mohammed bin Salman** said", "a annoncé M. **Benmerabet**", "a déclaré le
/// ministre, **Jean-Noël Barrot**". A run of words in capitals that are no words of an office, a party's name or a
/// date; small particles and initials inside it belong to it.
struct PersonName {
  let phrases: PhraseReader
  private var draft: Draft { phrases.draft }

  init(_ phrases: PhraseReader) { self.phrases = phrases }

  private let most = 5

  /// The name whose last word is the token at `last`; null where that is none.
  func endingAt(_ last: Int, bound: Int) -> Range<Int>? {
    guard last >= bound, isPart(last), !draft.tokens[last].shape.contains(.elided) else { return nil }
    var start = last
    while start > bound, last - start < most {
      var before = start - 1
      // "Antony J. Blinken"; "M. Wang" stays outside.
      if draft.isMark(before, .stop), before > bound, isInitial(before - 1) { before -= 1 }
      while before > bound, isParticle(before), isPart(before - 1) || isParticle(before - 1) { before -= 1 }
      guard isPart(before) || isInitial(before) else { break }
      start = before
    }
    return start..<last + 1
  }

  /// The name whose first word is the token at `first`.
  func startingAt(_ first: Int, limit: Int) -> Range<Int>? {
    guard first < limit, isPart(first) else { return nil }
    var end = first + 1
    while end < limit, end - first < most {
      var next = end
      if isInitial(next), next + 1 < limit, draft.isMark(next + 1, .stop) {
        end = next + 2
        continue
      }
      while next + 1 < limit, isParticle(next) { next += 1 }
      guard isPart(next) else { break }
      end = next + 1
    }
    return first..<end
  }

  private func isPart(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word, token.shape.contains(.capital), token.end - token.start > 1 else { return false }
    if let mention = draft.mention(at: index) {
      // "the Prime Minister" stands for a person too, but names none.
      return mention.kind == .person && !draft.has(index, [.office, .honorific, .government, .determiner])
    }
    guard
      draft.traits(index).isDisjoint(
        with: [
          .office, .honorific, .government, .groupNoun, .determiner, .preposition, .and, .month, .weekday,
          .instrumentNoun,
          .meetingNoun, .pluralPronoun, .singularPronoun, .we, .subordinator, .relative,
        ])
    else { return false }
    return phrases.longest(.portfolio, at: index, limit: index + 1) == nil
  }

  /// "bin", "da", "al": small letters inside a name, or before a hyphen ("al-Sisi").
  private func isParticle(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word, token.end - token.start <= 5 else { return false }
    return phrases.longest(.particle, at: index, limit: index + 1) != nil
  }

  private func isInitial(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.kind == .word && token.end - token.start == 1 && token.shape.contains(.capital)
      && !draft.has(index, .honorific)
  }
}
