import Communique
import Vocabulary

/// Reads the sentences in order and makes agreements of their actions: whom each binds, how firmly, in which domain.
struct AgreementReader {
  private let draft: Draft
  private let actions: ActionFinder
  private let subjects: SubjectFinder
  private let tagger: DomainTagger
  private let details: Details
  private let title: Range<Int>?

  /// What a list hangs on: the cue that its header left open.
  private struct OpenList {
    var statement: ActionFinder.Statement
    var parties: [Int16]
    var takesNouns: Bool
  }

  init(_ draft: Draft) {
    self.draft = draft
    actions = ActionFinder(draft)
    subjects = SubjectFinder(draft: draft)
    tagger = DomainTagger(draft)
    details = Details(draft)
    title = draft.paragraphs.first.flatMap { $0.kind == .title ? $0.tokens : nil }
  }

  func read() {
    var last: SubjectFinder.Subject?
    var heading: Range<Int>?
    var list: OpenList?
    for sentence in draft.sentences {
      let paragraph = draft.paragraphs[sentence.paragraph]
      if paragraph.kind == .title { continue }
      if paragraph.kind == .heading {
        heading = paragraph.tokens
        continue
      }
      if paragraph.kind == .body, sentence.tokens.lowerBound == paragraph.contentStart { list = nil }
      let context = Context(sentence: sentence.tokens, heading: heading, title: title)
      if let open = list, paragraph.kind == .listItem, sentence.tokens.lowerBound == paragraph.contentStart,
        readItem(sentence, open, context) {
        continue
      }
      list = readSentence(sentence, &last, context) ?? list
    }
  }

  struct Context {
    var sentence: Range<Int>
    var heading: Range<Int>?
    var title: Range<Int>?
  }

  // MARK: sentences

  /// Reads one sentence; gives the list that it opens.
  private func readSentence(
    _ sentence: Sentence, _ last: inout SubjectFinder.Subject?, _ context: Context
  ) -> OpenList? {
    let statements = actions.statements(in: sentence.tokens)
    guard !statements.isEmpty else {
      if let subject = subjects.subject(in: sentence.tokens, last: last), subject.parties.count == 1 { last = subject }
      return nil
    }
    var asked = false
    var current: SubjectFinder.Subject?
    var open: OpenList?
    var taken = -1
    for statement in statements {
      let subject = subject(of: statement, in: sentence.tokens, current, last)
      if statement.event.isFinite, statement.clause.opener != .relative {
        if isMain(statement) { asked = statement.event.role == .ask }
        if let subject { current = subject }
      }
      guard statement.event.role == .commit, !asked, !statement.event.isNegated, counts(statement, taken) else { continue }
      guard let binding = binding(statement, subject ?? current, sentence.tokens, last) else { continue }
      let found = actions.actions(of: statement, in: sentence.tokens)
      for action in found where accepts(action, binding) {
        add(action, binding, context)
        taken = max(taken, action.tokens.upperBound)
      }
      if endsOpen(sentence.tokens), statement.limit >= sentence.tokens.upperBound - 1 {
        open = OpenList(
          statement: statement, parties: binding.parties,
          takesNouns: ["noun", "instrument", "any", "list"].contains(statement.event.complement.rawValue))
      }
    }
    if let current, !current.parties.isEmpty { last = current }
    return open
  }

  private func endsOpen(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last else { return false }
    return draft.isMark(last, .colon)
  }

  private func isMain(_ statement: ActionFinder.Statement) -> Bool {
    switch statement.clause.opener {
    case .start, .coordination, .newSubject: true
    case .that, .relative, .subordinator: false
    }
  }

  /// Whether a cue counts where it stands.
  private func counts(_ statement: ActionFinder.Statement, _ taken: Int) -> Bool {
    guard statement.event.head >= taken else { return false }
    guard statement.event.isFinite else { return true }
    switch statement.clause.opener {
    case .relative: return false
    case .subordinator:
      let word = draft.spelling(statement.clause.boundary)
      return ["while", "whereas", "tandis", "alors", "as", "comme", "since", "afin"].contains(word)
    default: return true
    }
  }

  // MARK: subjects

  private func subject(
    of statement: ActionFinder.Statement, in sentence: Range<Int>, _ current: SubjectFinder.Subject?,
    _ last: SubjectFinder.Subject?
  ) -> SubjectFinder.Subject? {
    let before = current ?? last
    if !statement.event.isFinite { return possessor(of: statement, in: sentence, before) }
    if let own = subjects.subject(in: statement.clause.subject, last: before) { return own }
    if statement.clause.opener == .coordination, let current { return current }
    if current == nil, statement.clause.opener != .that {
      return subjects.subject(in: sentence.lowerBound..<statement.event.first, last: before)
    }
    return nil
  }

  /// "Sweden's decision to", "l'engagement de la France", "its commitment to": whose the noun is.
  private func possessor(
    of statement: ActionFinder.Statement, in sentence: Range<Int>, _ before: SubjectFinder.Subject?
  ) -> SubjectFinder.Subject? {
    let head = statement.event.head
    var index = head - 1
    while index >= max(sentence.lowerBound, head - 5) {
      if let mention = draft.mention(at: index), !mention.parties.isEmpty {
        return SubjectFinder.Subject(parties: mention.parties, tokens: mention.tokens, rule: "possessor")
      }
      if draft.isMark(index, .comma) || draft.has(index, .clauseVerb) { break }
      index -= 1
    }
    var next = head + 1
    while next < min(sentence.upperBound, head + 7), draft.isWord(next) {
      if let mention = draft.mention(at: next), !mention.parties.isEmpty, next < statement.event.end || draft.has(next - 1, [.de, .determiner, .office]) {
        return SubjectFinder.Subject(parties: mention.parties, tokens: mention.tokens, rule: "possessor")
      }
      if draft.has(next, .infinitive) { break }
      next += 1
    }
    return nil
  }

  /// Whom the cue binds; null where its subject is a thing or cannot be told.
  private func binding(
    _ statement: ActionFinder.Statement, _ subject: SubjectFinder.Subject?, _ sentence: Range<Int>,
    _ last: SubjectFinder.Subject?
  ) -> SubjectFinder.Subject? {
    if let subject, subject.isForeign { return nil }
    if let subject, !subject.parties.isEmpty { return subject }
    let isFree = statement.event.complement == .finite && statement.clause.opener != .coordination
    if isFree, !isWorkSubject(statement.clause.subject) { return nil }
    return SubjectFinder.Subject(parties: draft.meeting, tokens: sentence.lowerBound..<sentence.lowerBound, rule: "meeting")
  }

  /// "Further efforts will be made", "Focus will be given".
  private func isWorkSubject(_ range: Range<Int>) -> Bool {
    range.contains { draft.has($0, .meetingNoun) } && !range.contains { draft.has($0, .instrumentNoun) && !draft.has($0, .meetingNoun) }
  }

  private func accepts(_ action: Action, _ binding: SubjectFinder.Subject) -> Bool {
    guard !binding.parties.isEmpty else { return false }
    if binding.isJointWork, action.event.complement == .finite { return true }
    return true
  }

  // MARK: lists

  /// Reads a list item under an open cue; false where it has a statement of its own.
  private func readItem(_ sentence: Sentence, _ open: OpenList, _ context: Context) -> Bool {
    let statements = actions.statements(in: sentence.tokens)
    if statements.contains(where: { $0.event.isFinite && $0.event.role == .commit && $0.clause.opener == .start }) { return false }
    let first = actions.finder.skipAdverbs(sentence.tokens.lowerBound, sentence.tokens)
    guard first < sentence.tokens.upperBound else { return false }
    var start = first
    if draft.has(start, [.to]) || draft.has(start, .de) && !draft.has(start, .determiner) || draft.spelling(start) == "de" || draft.spelling(start) == "d" { start += 1 }
    let verb = actions.finder.verbStart(start, sentence.tokens)
    let isGerund = start < sentence.tokens.upperBound && draft.has(start, .gerund)
    guard verb != nil || isGerund || open.takesNouns else { return false }
    var statement = open.statement
    statement.limit = sentence.tokens.upperBound
    statement.event.end = start
    if verb == nil, !isGerund { statement.event.complement = .noun } else { statement.event.complement = .inf }
    let subject = SubjectFinder.Subject(parties: open.parties, tokens: 0..<0, rule: "list-header")
    for action in actions.actions(of: statement, in: sentence.tokens) { add(action, subject, context) }
    return true
  }

  // MARK: agreements

  private func add(_ action: Action, _ binding: SubjectFinder.Subject, _ context: Context) {
    let span = draft.span(action.tokens)
    guard !span.isEmpty else { return }
    let text = draft.text(span)
    if draft.agreements.contains(where: { $0.span.overlaps(span) }) { return }
    let verdict = tagger.domains(
      of: action.tokens, sentence: context.sentence, heading: context.heading, title: context.title)
    var reasons = [
      Evidence.Reason(field: "detection", rule: ruleName(action.event), span: draft.span(action.event.first..<action.event.end)),
      Evidence.Reason(field: "parties", rule: binding.rule, span: binding.tokens.isEmpty ? nil : draft.span(binding.tokens)),
      Evidence.Reason(field: "domains", rule: verdict.rule, span: verdict.words.map { draft.span($0) }),
    ]
    if let lowering = action.lowering {
      reasons.append(Evidence.Reason(field: "strength", rule: "lowered-by-verb", span: draft.span(lowering..<lowering + 1)))
    }
    var agreement = Agreement(
      text: text, span: span, parties: binding.parties.map { draft.party($0) }, kind: action.kind,
      strength: action.strength, domains: verdict.domains, evidence: Evidence(reasons: reasons))
    details.complete(
      &agreement, tokens: action.tokens, sentence: context.sentence, subject: binding.tokens.isEmpty ? nil : binding.tokens)
    draft.agreements.append(agreement)
  }

  private func ruleName(_ event: Event) -> String {
    event.cue >= 0 ? draft.vocabulary.cues.cues[event.cue].name : "future-tense"
  }
}
