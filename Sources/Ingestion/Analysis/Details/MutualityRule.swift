import Communique
import Vocabulary

/// Tells whether an agreement binds one party, several together, or each towards the other.
///
/// Rules: one party is unilateral, several are joint; several are reciprocal where the action, the words between its
/// cue and it, or its subject say so: "support each other", "each side will grant", "se soutenir mutuellement", "l'un
/// l'autre", "respectivement". "Mutually beneficial" and "mutuellement avantageux" do not.
struct MutualityRule {
  private let phrases: PhraseReader

  private var draft: Draft { phrases.draft }

  init(_ phrases: PhraseReader) { self.phrases = phrases }

  /// - Returns: the mutuality, and the words that made it reciprocal.
  func mutuality(
    of parties: Int, tokens: Range<Int>, in sentence: Range<Int>, subject: Range<Int>?
  ) -> (mutuality: Mutuality, words: Range<Int>?) {
    guard parties > 1 else { return (.unilateral, nil) }
    if let words = reciprocal(in: tokens) ?? each(at: tokens.lowerBound, limit: tokens.upperBound) {
      return (.reciprocal, words)
    }
    let before = max(sentence.lowerBound, tokens.lowerBound - 3)..<tokens.lowerBound
    if let words = reciprocal(in: before) { return (.reciprocal, words) }
    if let subject, sentence.contains(subject.lowerBound) {
      // "Each side": the subject's own words may leave out its first.
      let words = max(sentence.lowerBound, subject.lowerBound - 1)..<min(sentence.upperBound, subject.upperBound + 2)
      if let words = reciprocal(in: words) { return (.reciprocal, words) }
      for index in words { if let found = each(at: index, limit: sentence.upperBound) { return (.reciprocal, found) } }
    }
    return (.joint, nil)
  }

  /// "Each side will", "chaque partie": as a subject only.
  private func each(at index: Int, limit: Int) -> Range<Int>? {
    phrases.longest(.each, at: index, limit: limit).map { index..<$0.end }
  }

  private func reciprocal(in range: Range<Int>) -> Range<Int>? {
    var position = range.lowerBound
    while position < range.upperBound {
      guard let match = phrases.longest([.reciprocal, .plain], at: position, limit: range.upperBound) else {
        position += 1
        continue
      }
      // "the Agreement on Reciprocal Trade" is a name.
      let isName = draft.tokens[position].shape.contains(.capital) && position > range.lowerBound
      if match.kind == .reciprocal, !isName { return position..<match.end }
      position = match.end
    }
    return nil
  }
}
