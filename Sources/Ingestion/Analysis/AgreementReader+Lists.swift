import Communique
import Vocabulary

// Lists and numbered points under a cue.
extension AgreementReader {
  func endsOpen(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last else { return false }
    return draft.isMark(last, .colon)
  }

  /// "the following actions:", "les contributions suivantes :", "ce qui suit :".
  func isAnnouncing(_ tokens: Range<Int>) -> Bool {
    tokens.contains {
      ["following", "follows", "below", "suivant", "suivants", "suivante", "suivantes", "suit", "ci", "apres"].contains(
        draft.spelling($0)) && draft.isWord($0)
    }
  }

  /// Reads a list item under an open cue; false where it has a statement of its own.
  func readItem(_ sentence: Sentence, _ open: OpenList, _ context: Context) -> Bool {
    let statements = actions.statements(in: sentence.tokens)
    if statements.contains(where: {
      $0.event.isFinite && $0.clause.opener == .start && $0.event.first > sentence.tokens.lowerBound
    }) {
      return false
    }
    let first = actions.finder.skipAdverbs(sentence.tokens.lowerBound, sentence.tokens)
    guard first < sentence.tokens.upperBound else { return false }
    var start = first
    if draft.has(start, [.to]) || draft.has(start, .de) && !draft.has(start, .determiner)
      || draft.spelling(start) == "de" || draft.spelling(start) == "d"
    {
      start += 1
    }
    let verb = actions.finder.verbStart(start, sentence.tokens)
    let isGerund = start < sentence.tokens.upperBound && draft.has(start, .gerund)
    guard verb != nil || isGerund || open.takesNouns else { return false }
    var statement = open.statement
    statement.limit = sentence.tokens.upperBound
    statement.event.end = start
    let isInstrumentList = open.statement.event.complement == .instrument
    if verb == nil, !isGerund {
      statement.event.complement = isInstrumentList ? .instrument : .noun
    } else {
      statement.event.complement = .inf
    }
    if isInstrumentList, verb == nil { statement.event.isFinite = true; statement.event.first = statement.event.head }
    let subject = SubjectFinder.Subject(parties: open.parties, tokens: 0..<0, rule: "list-header")
    for action in actions.actions(of: statement, in: sentence.tokens) { add(action, subject, context) }
    return true
  }
}
