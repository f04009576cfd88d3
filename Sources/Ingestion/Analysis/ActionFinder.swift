import Communique
import Vocabulary

/// Finds the actions of a sentence: for each cue that counts, what hangs on it.
///
/// Rules:
/// - An action runs from its verb to the next statement of the sentence ("…, and stressed that", "; they will").
/// - Cues inside a relative or subordinate clause do not count ("a framework which will"), nor do those in the reach of
///   a request ("called on China to continue to"), nor negated ones.
/// - A cue directly on another belongs to it: "agreed to continue to work" is one action.
struct ActionFinder {
  let draft: Draft

  let finder: EventFinder

  let splitter: VerbSplitter

  let trimmer: TailTrimmer

  let instruments: InstrumentFinder

  let clauses: ClauseFinder

  init(_ draft: Draft) {
    self.draft = draft
    finder = EventFinder(draft)
    splitter = VerbSplitter(draft: draft, finder: finder)
    trimmer = TailTrimmer(draft: draft)
    instruments = InstrumentFinder(draft: draft)
    clauses = ClauseFinder(draft: draft)
  }

  /// What a sentence says, clause by clause.
  struct Statement {
    var event: Event
    var clause: Clause
    /// The token at which the next statement begins.
    var limit: Int
  }

  func statements(in sentence: Range<Int>) -> [Statement] {
    var statements: [Statement] = []
    for event in finder.events(in: sentence) {
      let clause = clauses.clause(of: event, in: sentence)
      statements.append(Statement(event: event, clause: clause, limit: sentence.upperBound))
    }
    for index in statements.indices {
      if let next = statements[(index + 1)...].first(where: { isBoundary($0, after: statements[index]) }) {
        statements[index].limit = max(next.clause.boundary, statements[index].event.end)
      }
    }
    return statements
  }

  /// Whether a statement ends the action before it.
  func isBoundary(_ next: Statement, after current: Statement) -> Bool {
    guard next.event.isFinite, next.event.first >= current.event.end else { return false }
    switch next.clause.opener {
    case .relative, .that, .start: return false
    case .subordinator:
      // A condition belongs to its action ("appuyer, si les parties en font la demande, les efforts").
      guard !["si", "if", "when", "where", "lorsque", "unless"].contains(draft.spelling(next.clause.boundary)) else {
        return false
      }
      return next.clause.boundary > current.event.end
    case .coordination: return next.clause.boundary >= current.event.end && !isBareVerb(next.event)
    case .newSubject:
      guard next.clause.boundary >= current.event.end else { return false }
      return hasSubject(next.clause.subject) && !isBareNoun(next)
    }
  }

  /// "…, support regional stability": a base form in a list of verbs is no statement of its own.
  func isBareVerb(_ event: Event) -> Bool {
    draft.language == .english && event.first == event.head && draft.has(event.head, .infinitive)
      && draft.traits(event.head).isDisjoint(with: [.past, .thirdPerson])
  }

  func isBareNoun(_ statement: Statement) -> Bool {
    isBareVerb(statement.event) && !statement.clause.subject.contains { draft.mentionAt[$0] >= 0 }
  }

  func hasSubject(_ range: Range<Int>) -> Bool {
    range.contains { draft.mentionAt[$0] >= 0 }
      || range.count <= 9 && range.contains { draft.has($0, [.determiner, .thingPronoun]) }
  }

  func actions(of statement: Statement, in sentence: Range<Int>) -> [Action] {
    let event = statement.event
    let isWholeSentence = name(of: event) == "look-forward-noun"
    let range = event.end..<max(event.end, isWholeSentence ? sentence.upperBound : statement.limit)
    switch event.complement {
    case .none, .list: return []
    case .finite: return finite(statement, sentence)
    case .that: return that(statement, range)
    case .instrument: return instrument(statement, range, sentence)
    case .noun: return nouns(statement, range)
    case .inf, .any: return verbs(statement, range, sentence)
    }
  }

  func action(
    _ tokens: Range<Int>, _ statement: Statement, kind: AgreementKind = .commitment, verb: Int? = nil
  ) -> Action? {
    let trimmed = trimmer.trim(tokens, keepsRelative: name(of: statement.event) == "look-forward-noun")
    guard trimmed.count >= 2 || trimmed.count == 1 && kind == .instrument else { return nil }
    var strength = statement.event.strength
    var lowering: Int?
    if let verb, let level = level(of: verb, in: trimmed), level < strength {
      strength = level
      lowering = verb
    }
    return Action(
      tokens: trimmed, event: statement.event, kind: kind, strength: strength, lowering: lowering,
      clause: statement.clause, isImpersonal: isImpersonal(statement), header: nil)
  }

  /// The level to which a verb lowers its cue: "agreed to explore", "will consider", "agreed to continue to explore".
  func level(of verb: Int, in range: Range<Int>) -> Strength? {
    if draft.has(verb, .exploratory) { return .exploratory }
    if draft.spelling(verb) == "look", verb + 1 < range.upperBound, draft.spelling(verb + 1) == "into" {
      return .exploratory
    }
    if draft.has(verb, .intended) { return .intended }
    guard
      [
        "continue", "continuing", "start", "begin", "continuer", "continueront", "continuera", "commencer",
        "poursuivre", "jointly",
      ].contains(draft.spelling(verb))
    else { return nil }
    for index in verb + 1..<min(verb + 4, range.upperBound) where draft.has(index, [.infinitive, .gerund]) {
      return draft.has(index, .exploratory) ? .exploratory : draft.has(index, .intended) ? .intended : nil
    }
    return nil
  }

  /// "It was agreed to", "il a été convenu de".
  func isImpersonal(_ statement: Statement) -> Bool {
    let subject = statement.clause.subject
    if subject.isEmpty { return false }
    guard subject.count <= 3, let last = subject.last(where: { draft.isWord($0) && !draft.has($0, .adverb) }) else {
      return false
    }
    let word = draft.spelling(last)
    return word == "it"
      || word == "il" && (statement.event.first..<statement.event.head).contains { draft.has($0, .be) } || word == "on"
  }

  func name(of event: Event) -> String { event.cue >= 0 ? draft.vocabulary.cues.cues[event.cue].name : "" }

  func isAgreedCue(_ name: String) -> Bool { name.hasPrefix("agreed") || name.hasPrefix("decided") }

  /// Whether no party is named in the subject.
  func subjectIsThing(_ statement: Statement) -> Bool {
    !statement.clause.subject.contains { index in
      guard let mention = draft.mention(at: index) else { return false }
      return mention.kind != .jointWork
    }
  }
}
