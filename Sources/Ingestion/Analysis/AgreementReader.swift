import Communique
import Vocabulary

/// Reads the sentences in order and makes agreements of their actions: whom each binds, how firmly, in which domain.
struct AgreementReader {
  private let draft: Draft
  private let actions: ActionFinder
  private let subjects: SubjectFinder
  private let tagger: DomainTagger
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
        list = nil
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
      let subject = isImpersonal(statement) ? nil : subject(of: statement, in: sentence.tokens, current, last)
      if statement.event.isFinite, statement.clause.opener != .relative {
        if isMain(statement) { asked = statement.event.role == .ask }
        if let subject { current = subject }
      }
      if statement.event.role == .ask, !statement.event.isFinite { asked = true }
      guard statement.event.role == .commit, !asked, !statement.event.isNegated, counts(statement, taken) else { continue }
      guard isVoicedJointly(statement, current ?? last) else { continue }
      let inherited = subject ?? (statement.clause.opener == .coordination || !statement.event.isFinite ? current : nil)
      guard let binding = binding(statement, inherited, sentence.tokens, last) else { continue }
      let found = actions.actions(of: statement, in: sentence.tokens)
      let isHeader = endsOpen(sentence.tokens) && isAnnouncing(sentence.tokens) && statement.limit >= sentence.tokens.upperBound - 1
      for action in found where accepts(action, binding) && !isHeader {
        add(action, binding, context)
        taken = max(taken, action.tokens.upperBound)
      }
      if endsOpen(sentence.tokens), statement.limit >= sentence.tokens.upperBound - 1 {
        let announcesList = isAnnouncing(sentence.tokens)
        open = OpenList(
          statement: statement, parties: binding.parties,
          takesNouns: announcesList || found.isEmpty && ["noun", "any", "list"].contains(statement.event.complement.rawValue))
      }
    }
    if let current, !current.parties.isEmpty { last = current }
    return open
  }

  /// "It was agreed to", "il a été décidé de": the parties of the meeting are meant.
  private func isImpersonal(_ statement: ActionFinder.Statement) -> Bool {
    let subject = statement.clause.subject
    guard statement.event.isFinite, subject.count <= 4, let last = subject.last(where: { draft.isWord($0) && !draft.has($0, [.adverb, .clitic]) }) ?? subject.last else { return false }
    let word = draft.spelling(last)
    let passive = (statement.event.first..<statement.event.head).contains { draft.has($0, .be) }
    return (word == "it" || word == "il") && passive || word == "on" && draft.language == .french
  }

  /// A need voiced by one side alone is no undertaking.
  private func isVoicedJointly(_ statement: ActionFinder.Statement, _ subject: SubjectFinder.Subject?) -> Bool {
    guard statement.event.cue >= 0 else { return true }
    let name = draft.vocabulary.cues.cues[statement.event.cue].name
    guard name == "need-to" || name == "need-for" else { return true }
    if draft.language == .english, statement.event.head > 0, draft.has(statement.event.head - 1, [.we, .pluralPronoun]) { return false }
    if statement.event.isFinite { return draft.isJoint }
    return (subject?.parties.count ?? 0) > 1
  }

  private func endsOpen(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last else { return false }
    return draft.isMark(last, .colon)
  }

  /// "the following actions:", "les contributions suivantes :", "ce qui suit :".
  private func isAnnouncing(_ tokens: Range<Int>) -> Bool {
    tokens.contains { ["following", "follows", "below", "suivant", "suivants", "suivante", "suivantes", "suit", "ci"].contains(draft.spelling($0)) && draft.isWord($0) }
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
    case .relative: return isReportingRelative(statement) || isMeetingRelative(statement)
    case .subordinator:
      let word = draft.spelling(statement.clause.boundary)
      return ["while", "whereas", "tandis", "alors", "as", "comme", "since", "afin"].contains(word)
    default: return true
    }
  }

  /// "au terme de laquelle les deux pays sont convenus", "par lequel ils entendent", "under which they will".
  private func isReportingRelative(_ statement: ActionFinder.Statement) -> Bool {
    let relative = statement.clause.boundary
    guard relative > 1 else { return false }
    let nearby = (max(0, relative - 3)..<relative).map { draft.spelling($0) }
    return nearby.contains { ["terme", "termes", "issue", "vertu", "par", "under", "whereby", "following", "through"].contains($0) }
  }

  /// ", which is expected to convene annually", said of a meeting.
  private func isMeetingRelative(_ statement: ActionFinder.Statement) -> Bool {
    let relative = statement.clause.boundary
    guard relative > 1, draft.isMark(relative - 1, .comma) || draft.isMark(relative, .comma), statement.event.strength <= .committed,
      statement.event.complement == .finite || statement.event.strength == .intended
    else { return false }
    var index = relative - 1
    while index > 0, index > relative - 12 {
      if let mention = draft.mention(at: index), mention.kind == .jointWork { return true }
      if draft.has(index, .meetingNoun) { return true }
      index -= 1
    }
    return false
  }

  // MARK: subjects

  private func subject(
    of statement: ActionFinder.Statement, in sentence: Range<Int>, _ current: SubjectFinder.Subject?,
    _ last: SubjectFinder.Subject?
  ) -> SubjectFinder.Subject? {
    let before = current ?? last
    if !statement.event.isFinite { return possessor(of: statement, in: sentence, before) }
    if let own = subjects.subject(in: statement.clause.subject, last: before) {
      if current == nil, statement.clause.opener == .newSubject,
        let whole = subjects.subject(in: sentence.lowerBound..<statement.event.first, last: before),
        whole.parties.count > own.parties.count, whole.tokens.upperBound >= own.tokens.upperBound {
        return whole
      }
      return own
    }
    if statement.clause.opener == .coordination, let current { return current }
    // ", which is expected to meet": the antecedent.
    if statement.clause.opener == .relative, statement.clause.boundary > sentence.lowerBound {
      return subjects.subject(in: sentence.lowerBound..<statement.clause.boundary, last: before)
    }
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
    while index >= max(sentence.lowerBound, head - 6) {
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
    let isFree = statement.event.complement == .finite || statement.event.strength < .committed
    if isFree, statement.event.isFinite {
      if statement.clause.opener == .coordination || !isWorkSubject(statement.clause.subject) {
        guard isImpersonal(statement) else { return nil }
      }
    }
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
    if statements.contains(where: { $0.event.isFinite && $0.clause.opener == .start && $0.event.first > sentence.tokens.lowerBound }) { return false }
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
    if draft.agreements.contains(where: { $0.span.overlaps(span) || isRepeated(text, $0, binding) }) { return }
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
    draft.agreements.append(
      Agreement(
        text: text, span: span, parties: binding.parties.map { draft.party($0) }, kind: action.kind,
        strength: action.strength, domains: verdict.domains, evidence: Evidence(reasons: reasons)))
  }

  /// Repeated word for word, an undertaking counts once.
  private func isRepeated(_ text: String, _ earlier: Agreement, _ binding: SubjectFinder.Subject) -> Bool {
    earlier.text.utf8.count == text.utf8.count && earlier.text == text && earlier.parties == binding.parties.map { draft.party($0) }
  }

  private func ruleName(_ event: Event) -> String {
    event.cue >= 0 ? draft.vocabulary.cues.cues[event.cue].name : "future-tense"
  }
}
