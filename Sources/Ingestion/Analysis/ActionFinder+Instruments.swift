import Communique
import Vocabulary

// Documents, bodies and programmes that were signed, adopted or launched.
extension ActionFinder {
  func instrument(_ statement: Statement, _ range: Range<Int>, _ sentence: Range<Int>) -> [Action] {
    let event = statement.event
    if (event.first..<event.head).contains(where: {
      draft.spelling($0) == "had" || draft.spelling($0) == "avait" || draft.spelling($0) == "avaient"
    }) {
      return []
    }
    let passive = (event.first..<event.head).contains { draft.has($0, .be) } && !isReflexive(event)
    if passive {
      return instruments.subjects(in: passiveSubject(statement, sentence), verb: event.head).compactMap {
        guard var action = action($0, statement, kind: .instrument) else { return nil }
        action.isImpersonal = true
        return action
      }
    }
    let isNominal = !event.isFinite
    if isNominal, (max(sentence.lowerBound, event.head - 3)..<event.head).contains(where: { draft.has($0, .existing) })
    {
      return []
    }
    let named = instruments.objects(in: range, verb: event.head)
    if named.isEmpty, event.isFinite { return adopted(statement, range) }
    return named.compactMap {
      // "la signature du contrat": a document known already; "la signature d'un contrat": the one concluded now.
      if isNominal, !isIndefinite($0, event) { return nil }
      return action($0, statement, kind: .instrument)
    }
  }

  /// "approved a common scale of fees", "lancent la phase opérationnelle": what was decided, without a word for a document.
  func adopted(_ statement: Statement, _ range: Range<Int>) -> [Action] {
    let verb = draft.spelling(statement.event.head)
    guard
      ["adopt", "approv", "approuv", "endors", "enterin", "launch", "lanc", "inaugur", "instaur", "institu"].contains(
        where: { verb.hasPrefix($0) })
    else { return [] }
    let start = finder.skipAdverbs(range.lowerBound, range)
    guard start + 1 < range.upperBound, draft.has(start, .determiner), draft.spelling(start + 1) != "appel" else {
      return []
    }
    return [
      action(
        start..<range.upperBound, statement,
        kind: verb.hasPrefix("approv") || verb.hasPrefix("approuv") || verb.hasPrefix("adopt")
          ? .commitment : .instrument)
    ].compactMap { $0 }
  }

  func isIndefinite(_ range: Range<Int>, _ event: Event) -> Bool {
    let word = draft.spelling(range.lowerBound)
    if draft.tokens[range.lowerBound].kind == .number { return true }
    return ["a", "an", "un", "une", "two", "three", "four", "deux", "trois", "quatre", "several", "plusieurs"].contains(
      word)
      || word == "de" && draft.language == .french
      || ["d", "des"].contains(draft.spelling(range.lowerBound - 1)) && draft.language == .french
  }

  /// Back to the sentence's start or a semicolon: instruments in a list are divided by commas.
  func passiveSubject(_ statement: Statement, _ sentence: Range<Int>) -> Range<Int> {
    var start = statement.event.first
    while start > sentence.lowerBound, !draft.isMark(start - 1, .semicolon), !draft.has(start - 1, .that) { start -= 1 }
    return start..<statement.event.first
  }

  func isReflexive(_ event: Event) -> Bool {
    (event.first..<event.head).contains { draft.has($0, .se) }
  }
}
