import Communique
import Vocabulary

/// Reads the sentences in order and makes agreements of their actions: whom each binds, how firmly, in which domain.
struct AgreementReader {
  let draft: Draft

  let actions: ActionFinder

  let subjects: SubjectFinder

  let tagger: DomainTagger

  let details: Details

  let title: Range<Int>?

  let treaty: TreatyReader

  /// What a list hangs on: the cue that its header left open.
  struct OpenList {
    var statement: ActionFinder.Statement
    var parties: [Int16]
    var takesNouns: Bool
  }

  init(_ draft: Draft) {
    self.draft = draft
    actions = ActionFinder(draft)
    subjects = SubjectFinder(draft: draft)
    tagger = DomainTagger(draft)
    treaty = TreatyReader(draft)
    title =
      draft.paragraphs.indices.contains(draft.titleParagraph) ? draft.paragraphs[draft.titleParagraph].tokens : nil
    details = Details(draft)
  }

  func read() {
    var last: SubjectFinder.Subject?
    var heading: Range<Int>?
    var list: OpenList?
    var treatyHeader = false
    for sentence in draft.sentences {
      draft.currentParagraph = sentence.paragraph
      let paragraph = draft.paragraphs[sentence.paragraph]
      if paragraph.kind == .title { continue }
      if paragraph.kind == .heading {
        heading = paragraph.tokens
        list = nil
        continue
      }
      if paragraph.kind == .body, sentence.tokens.lowerBound == paragraph.contentStart { list = nil }
      let context = Context(sentence: sentence.tokens, heading: heading, title: title)
      if draft.isTreaty, treaty.read(sentence, header: &treatyHeader, add: { addProvision($0, context) }) { continue }
      if let open = list, paragraph.kind == .listItem, sentence.tokens.lowerBound == paragraph.contentStart,
        readItem(sentence, open, context)
      {
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

  /// Reads one sentence; gives the list that it opens.
  func readSentence(
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
        let goesOnAsking =
          asked
          && (statement.event.kind == .future && statement.clause.opener == .coordination
            || statement.clause.opener == .that)
        if isMain(statement), !goesOnAsking { asked = statement.event.role == .ask }
        if let subject { current = subject }
      }
      if statement.event.role == .ask, !statement.event.isFinite { asked = true }
      guard statement.event.role == .commit, !asked, !statement.event.isNegated, counts(statement, taken) else {
        continue
      }
      guard isVoicedJointly(statement, current ?? last), !isHistory(statement, in: sentence.tokens) else { continue }
      let inherited = subject ?? (statement.clause.opener == .coordination || !statement.event.isFinite ? current : nil)
      guard let binding = binding(statement, inherited, sentence.tokens, last) else { continue }
      let found = actions.actions(of: statement, in: sentence.tokens)
      let isHeader =
        endsOpen(sentence.tokens) && isAnnouncing(sentence.tokens) && statement.limit >= sentence.tokens.upperBound - 1
      for action in found where !binding.parties.isEmpty && !isHeader {
        add(action, binding, context)
        taken = max(taken, action.tokens.upperBound)
      }
      if endsOpen(sentence.tokens), statement.limit >= sentence.tokens.upperBound - 1 {
        let announcesList = isAnnouncing(sentence.tokens)
        open = OpenList(
          statement: statement, parties: binding.parties,
          takesNouns: announcesList
            || found.isEmpty && ["noun", "any", "list", "instrument"].contains(statement.event.complement.rawValue))
      }
    }
    if var current, !current.parties.isEmpty {
      current.paragraph = sentence.paragraph
      last = current
    }
    return open
  }

  /// A provision of a treaty binds all its parties.
  func addProvision(_ tokens: Range<Int>, _ context: Context) {
    let trimmed = TailTrimmer(draft: draft).trim(tokens, keepsRelative: true)
    let span = draft.span(trimmed)
    guard !span.isEmpty else { return }
    let verdict = tagger.domains(
      of: trimmed, sentence: context.sentence, heading: context.heading, title: context.title)
    var agreement = Agreement(
      text: draft.text(span), span: span, parties: draft.meeting.map { draft.party($0) }, strength: .binding,
      domains: verdict.domains,
      evidence: Evidence(reasons: [
        Evidence.Reason(field: "detection", rule: "treaty-provision", span: span),
        Evidence.Reason(field: "parties", rule: "contracting-parties"),
        Evidence.Reason(field: "domains", rule: verdict.rule, span: verdict.words.map { draft.span($0) }),
      ]))
    details.complete(&agreement, tokens: trimmed, sentence: context.sentence, subject: nil)
    draft.agreements.append(agreement)
  }

  func add(_ action: Action, _ binding: SubjectFinder.Subject, _ context: Context) {
    let span = draft.span(action.tokens)
    guard !span.isEmpty else { return }
    let text = draft.text(span)
    if draft.agreements.contains(where: { $0.span.overlaps(span) || isRepeated(text, $0, binding) }) { return }
    let verdict = tagger.domains(
      of: action.tokens, sentence: context.sentence, heading: context.heading, title: context.title)
    var reasons = [
      Evidence.Reason(
        field: "detection", rule: ruleName(action.event), span: draft.span(action.event.first..<action.event.end)),
      Evidence.Reason(
        field: "parties", rule: binding.rule, span: binding.tokens.isEmpty ? nil : draft.span(binding.tokens)),
      Evidence.Reason(field: "domains", rule: verdict.rule, span: verdict.words.map { draft.span($0) }),
    ]
    if let lowering = action.lowering {
      reasons.append(
        Evidence.Reason(field: "strength", rule: "lowered-by-verb", span: draft.span(lowering..<lowering + 1)))
    }
    var agreement = Agreement(
      text: text, span: span, parties: binding.parties.map { draft.party($0) }, kind: action.kind,
      strength: action.strength, domains: verdict.domains, evidence: Evidence(reasons: reasons))
    details.complete(
      &agreement, tokens: action.tokens, sentence: context.sentence,
      subject: binding.tokens.isEmpty ? nil : binding.tokens)
    draft.agreements.append(agreement)
  }

  /// Repeated word for word, an undertaking counts once.
  func isRepeated(_ text: String, _ earlier: Agreement, _ binding: SubjectFinder.Subject) -> Bool {
    guard earlier.text.utf8.count >= text.utf8.count, earlier.text.hasPrefix(text) else { return false }
    // A document named again in fewer words is the same document.
    return (earlier.text == text || earlier.kind == .instrument)
      && earlier.parties == binding.parties.map { draft.party($0) }
  }

  func ruleName(_ event: Event) -> String {
    event.cue >= 0 ? draft.vocabulary.cues.cues[event.cue].name : "future-tense"
  }
}
