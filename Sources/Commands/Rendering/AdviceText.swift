import Communique
import KnowledgeBase

/// What to say where nothing matches: which part has no match, how it may be spelled, what giving up a part finds.
enum AdviceText {
  /// To standard error: results go elsewhere.
  static func note(
    _ request: SearchRequest, in store: KnowledgeBase, _ context: Context
  ) throws(KnowledgeBaseError) {
    for line in try lines(request, in: store, context.language) { context.note(line) }
  }

  static func lines(
    _ request: SearchRequest, in store: KnowledgeBase, _ language: Language
  ) throws(KnowledgeBaseError) -> [String] {
    let words = Words.store
    if try store.count(.everything) == 0 { return [words.emptyStore.text(language)] }
    let advice = try store.advice(forEmpty: request.query, exact: request.isExact)
    return [words.noMatch.text(language)]
      + advice.parts.map { "  " + text($0, language) }
      + advice.relaxations.prefix(4).map { "  " + text($0, language) }
  }

  private static func text(_ part: Advice.Part, _ language: Language) -> String {
    let name = quoted(part.query, language)
    guard part.count == 0 else {
      return Words.store.partAlone.text(language, name, Words.result.agreements.text(language, part.count))
    }
    let suggestions = part.suggestions.prefix(3).map(\.term)
    let hint = Messages(language: language).didYouMean(Array(suggestions)).map { " " + $0 } ?? ""
    return Words.store.partWithout.text(language, name) + hint
  }

  private static func text(_ relaxation: Advice.Relaxation, _ language: Language) -> String {
    let count = Words.result.agreements.text(language, relaxation.total)
    switch relaxation.kind {
    case .withoutPart:
      return Words.store.withoutPart.text(language, relaxation.dropped.map { quoted($0, language) } ?? "", count)
    case .anyWord: return Words.store.anyWord.text(language, count, relaxation.query.printed)
    case .notExact: return Words.store.notExact.text(language, count)
    case .respelled: return Words.store.respelled.text(language, quoted(relaxation.query, language), count)
    }
  }

  private static func quoted(_ query: Query, _ language: Language) -> String {
    Messages(language: language).quoted(query.printed)
  }
}
