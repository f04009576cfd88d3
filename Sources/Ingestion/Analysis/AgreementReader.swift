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
  private let treaty: TreatyReader

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
      for action in found where accepts(action, binding) && !isHeader {
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

  /// "It was agreed to", "il a été décidé de": the parties of the meeting are meant.
  private func isImpersonal(_ statement: ActionFinder.Statement) -> Bool {
    let subject = statement.clause.subject
    guard statement.event.isFinite, subject.count <= 4,
      let last = subject.last(where: { draft.isWord($0) && !draft.has($0, [.adverb, .clitic]) }) ?? subject.last
    else { return false }
    let word = draft.spelling(last)
    let passive = (statement.event.first..<statement.event.head).contains { draft.has($0, .be) }
    return (word == "it" || word == "il") && passive || word == "on" && draft.language == .french
  }

  /// "In June 2014 the two countries concluded", "signed in 2000": told as background, by a year before the text's own.
  private func isHistory(_ statement: ActionFinder.Statement, in sentence: Range<Int>) -> Bool {
    guard let year = (draft.heldOn ?? draft.publishedOn)?.year, statement.event.kind == .cue, statement.event.isFinite
    else { return false }
    let passed =
      draft.has(statement.event.head, .past)
      || (statement.event.first..<statement.event.head).contains { draft.has($0, .have) }
    guard passed || statement.event.strength == .decided else { return false }
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 6, max(sentence.lowerBound, statement.event.first))
    let places = [opening, statement.event.end..<min(statement.event.end + 4, sentence.upperBound)]
    for place in places where place.lowerBound < place.upperBound {
      for index in place {
        if ["derniere", "dernier", "last"].contains(draft.spelling(index)),
          place.contains(where: { ["annee", "year", "mois", "month"].contains(draft.spelling($0)) })
        {
          return true
        }
        if let found = DateFinder.year(draft, index), found < year, index > sentence.lowerBound, draft.isWord(index - 1)
        {
          return true
        }
      }
    }
    return false
  }

  /// A need voiced by one side alone is no undertaking.
  private func isVoicedJointly(_ statement: ActionFinder.Statement, _ subject: SubjectFinder.Subject?) -> Bool {
    guard statement.event.cue >= 0 else { return true }
    let name = draft.vocabulary.cues.cues[statement.event.cue].name
    guard name == "need-to" || name == "need-for" else { return true }
    if draft.language == .english, statement.event.head > 0, draft.has(statement.event.head - 1, [.we, .pluralPronoun])
    {
      return false
    }
    if statement.event.isFinite { return draft.isJoint || draft.meeting.count == 1 }
    guard isStressed(statement) else { return false }
    return (subject?.parties.count ?? 0) > 1 || subject?.parties == draft.meeting
  }

  /// A need counts where it is stressed or recognised, not where it was discussed.
  private func isStressed(_ statement: ActionFinder.Statement) -> Bool {
    var index = statement.event.head - 1
    var steps = 0
    while index >= 0, steps < 40 {
      if draft.has(index, .clauseVerb) {
        let word = draft.spelling(index)
        if !["discuss", "discut", "evoqu", "rais", "call", "appel", "examin", "abord"].allSatisfy({
          !word.hasPrefix($0)
        }) {
          return false
        }
        return true
      }
      if draft.isMark(index, .stop) { return false }
      index -= 1
      steps += 1
    }
    return false
  }

  private func endsOpen(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last else { return false }
    return draft.isMark(last, .colon)
  }

  /// "the following actions:", "les contributions suivantes :", "ce qui suit :".
  private func isAnnouncing(_ tokens: Range<Int>) -> Bool {
    tokens.contains {
      ["following", "follows", "below", "suivant", "suivants", "suivante", "suivantes", "suit", "ci", "apres"].contains(
        draft.spelling($0)) && draft.isWord($0)
    }
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
      return ["while", "whereas", "tandis", "afin"].contains(word)
    default: return true
    }
  }

  /// "au terme de laquelle les deux pays sont convenus", "par lequel ils entendent", "under which they will".
  private func isReportingRelative(_ statement: ActionFinder.Statement) -> Bool {
    let relative = statement.clause.boundary
    guard relative > 1 else { return false }
    let nearby = (max(0, relative - 3)..<relative).map { draft.spelling($0) }
    return nearby.contains {
      ["terme", "termes", "issue", "vertu", "par", "under", "whereby", "following", "through"].contains($0)
    }
  }

  /// ", which is expected to convene annually", said of a meeting.
  private func isMeetingRelative(_ statement: ActionFinder.Statement) -> Bool {
    let relative = statement.clause.boundary
    guard relative > 1, draft.isMark(relative - 1, .comma) || draft.isMark(relative, .comma),
      statement.event.strength <= .committed,
      statement.event.complement == .finite || statement.event.strength == .intended
    else { return false }
    // The meeting must be what the sentence is about: its first mention.
    var index = relative - 1
    while index > 0, index > relative - 12, !draft.isMark(index, .stop), !draft.tokens[index].shape.contains(.lineStart)
    { index -= 1 }
    guard relative - index <= 12 else { return false }
    let subject = index..<relative
    guard let first = subject.first(where: { draft.mentionAt[$0] >= 0 }), first <= index + 2,
      let mention = draft.mention(at: first)
    else { return false }
    return mention.kind == .jointWork || mention.kind == .group && subject.contains { draft.has($0, .meetingNoun) }
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
        whole.parties.count > own.parties.count, whole.tokens.upperBound >= own.tokens.upperBound
      {
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
    let refersBack =
      index >= sentence.lowerBound
      && (max(sentence.lowerBound, head - 3)..<head).contains {
        ["its", "their", "his", "her"].contains(draft.spelling($0))
      }
      || draft.language == .french
        && (head..<min(head + 3, sentence.upperBound)).contains { ["qu", "que"].contains(draft.spelling($0)) }
    while index >= max(sentence.lowerBound, head - 6) {
      if let mention = draft.mention(at: index), !mention.parties.isEmpty {
        let isOwner = draft.language == .english && draft.tokens[mention.tokens.upperBound - 1].shape.contains(.elided)
        guard isOwner || refersBack else { break }
        return SubjectFinder.Subject(parties: mention.parties, tokens: mention.tokens, rule: "possessor")
      }
      if draft.isMark(index, .comma) || draft.has(index, .clauseVerb) { break }
      index -= 1
    }
    var next = head + 1
    while next < min(sentence.upperBound, head + 7), draft.isWord(next) {
      if let mention = draft.mention(at: next), !mention.parties.isEmpty,
        next < statement.event.end || draft.has(next - 1, [.de, .determiner, .office])
      {
        return SubjectFinder.Subject(
          parties: owners(from: mention, limit: statement.event.end), tokens: mention.tokens, rule: "possessor")
      }
      if draft.has(next, .infinitive) { break }
      next += 1
    }
    return nil
  }

  /// "of Australia and Cambodia": all that are named side by side up to the cue's end.
  private func owners(from mention: Mention, limit: Int) -> [Int16] {
    var parties = mention.parties
    var index = mention.tokens.upperBound
    while index < limit {
      if let other = draft.mention(at: index), !other.parties.isEmpty {
        for party in other.parties where !parties.contains(party) { parties.append(party) }
      } else if draft.traits(index).isDisjoint(with: [.and, .de, .determiner, .a]), !draft.isMark(index, .comma),
        draft.spelling(index) != "of"
      {
        break
      }
      index += 1
    }
    return parties
  }

  /// Whom the cue binds; null where its subject is a thing or cannot be told.
  private func binding(
    _ statement: ActionFinder.Statement, _ subject: SubjectFinder.Subject?, _ sentence: Range<Int>,
    _ last: SubjectFinder.Subject?
  ) -> SubjectFinder.Subject? {
    if let subject, subject.isForeign { return nil }
    if let subject, isOutsider(subject) { return nil }
    if var subject, !subject.parties.isEmpty {
      // An instrument of many, signed by some named: the meeting's.
      if statement.event.complement == .instrument,
        draft.meeting.count > 2 || !subject.parties.contains(where: draft.meeting.contains),
        subject.parties.allSatisfy(draft.meeting.contains) || !subject.parties.contains(where: draft.meeting.contains),
        draft.meeting.count > 1
      {
        subject.parties = draft.meeting
      }
      if subject.parties.count > 1, statement.event.complement == .finite,
        let speaker = attributedSpeaker(in: sentence), subject.parties.contains(speaker)
      {
        subject.parties = [speaker]
        subject.rule = "speaker-alone"
      }
      return subject
    }
    let isFree = statement.event.complement == .finite || statement.event.strength < .committed
    if isFree, statement.event.isFinite {
      if statement.clause.opener == .coordination || !isWorkSubject(statement.clause.subject) {
        guard isImpersonal(statement) || isFounded(statement) else { return nil }
      }
    }
    return SubjectFinder.Subject(
      parties: draft.meeting, tokens: sentence.lowerBound..<sentence.lowerBound, rule: "meeting")
  }

  /// ", a annoncé mardi Wang Yi": what one side announces binds that side.
  private func attributedSpeaker(in sentence: Range<Int>) -> Int16? {
    for index in sentence where draft.isMark(index, .comma) && index + 2 < sentence.upperBound {
      let isFrench = draft.has(index + 1, .have) && draft.has(index + 2, .reporting)
      let isEnglish = draft.language == .english && ["said", "announced"].contains(draft.spelling(index + 1))
      guard isFrench || isEnglish else { continue }
      for next in index + 2..<min(index + 7, sentence.upperBound) {
        if let mention = draft.mention(at: next), mention.kind == .person, let party = mention.parties.first {
          return party
        }
      }
    }
    return nil
  }

  /// In a meeting of two, a third state's doings bind neither.
  private func isOutsider(_ subject: SubjectFinder.Subject) -> Bool {
    guard draft.meeting.count == 2, subject.rule == "named", draft.isJoint, draft.isBilateral else { return false }
    return subject.parties.allSatisfy { !draft.meeting.contains($0) }
  }

  /// "A joint cell will be set up", "sera mise en place": what is founded is the parties' work.
  private func isFounded(_ statement: ActionFinder.Statement) -> Bool {
    guard statement.event.complement == .finite else { return false }
    let range = statement.event.head..<min(statement.event.head + 5, statement.limit)
    return range.contains { index in
      [
        "established", "created", "set", "held", "opened", "launched", "signed", "convened", "organised", "organized",
        "instituted", "cree", "creee", "crees", "creees",
        "mise", "mis", "mises", "reuni", "reunie", "organise", "organisee", "organises", "lance", "lancee", "signe",
        "signee", "ouvert", "ouverte", "tenu", "tenue", "instituee", "etabli", "etablie", "constitue", "constituee",
      ].contains(draft.spelling(index)) && draft.isWord(index)
    } && range.contains { draft.has($0, .be) }
  }

  /// "Further efforts will be made", "Focus will be given".
  private func isWorkSubject(_ range: Range<Int>) -> Bool {
    range.contains { draft.has($0, .meetingNoun) }
      && !range.contains { draft.has($0, .instrumentNoun) && !draft.has($0, .meetingNoun) }
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

  // MARK: agreements

  /// A provision of a treaty binds all its parties.
  private func addProvision(_ tokens: Range<Int>, _ context: Context) {
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

  private func add(_ action: Action, _ binding: SubjectFinder.Subject, _ context: Context) {
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
  private func isRepeated(_ text: String, _ earlier: Agreement, _ binding: SubjectFinder.Subject) -> Bool {
    guard earlier.text.utf8.count >= text.utf8.count, earlier.text.hasPrefix(text) else { return false }
    // A document named again in fewer words is the same document.
    return (earlier.text == text || earlier.kind == .instrument)
      && earlier.parties == binding.parties.map { draft.party($0) }
  }

  private func ruleName(_ event: Event) -> String {
    event.cue >= 0 ? draft.vocabulary.cues.cues[event.cue].name : "future-tense"
  }
}
