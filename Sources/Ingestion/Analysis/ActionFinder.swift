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
  private func isBoundary(_ next: Statement, after current: Statement) -> Bool {
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
  private func isBareVerb(_ event: Event) -> Bool {
    draft.language == .english && event.first == event.head && draft.has(event.head, .infinitive)
      && draft.traits(event.head).isDisjoint(with: [.past, .thirdPerson])
  }

  private func isBareNoun(_ statement: Statement) -> Bool {
    isBareVerb(statement.event) && !statement.clause.subject.contains { draft.mentionAt[$0] >= 0 }
  }

  private func hasSubject(_ range: Range<Int>) -> Bool {
    range.contains { draft.mentionAt[$0] >= 0 }
      || range.count <= 9 && range.contains { draft.has($0, [.determiner, .thingPronoun]) }
  }

  // MARK: actions

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

  private func action(
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
  private func level(of verb: Int, in range: Range<Int>) -> Strength? {
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
  private func isImpersonal(_ statement: Statement) -> Bool {
    let subject = statement.clause.subject
    if subject.isEmpty { return false }
    guard subject.count <= 3, let last = subject.last(where: { draft.isWord($0) && !draft.has($0, .adverb) }) else {
      return false
    }
    let word = draft.spelling(last)
    return word == "it"
      || word == "il" && (statement.event.first..<statement.event.head).contains { draft.has($0, .be) } || word == "on"
  }

  // MARK: verbs under a cue

  private func verbs(_ statement: Statement, _ range: Range<Int>, _ sentence: Range<Int>) -> [Action] {
    var start = finder.skipAdverbs(range.lowerBound, range)
    while start < range.upperBound, draft.isMark(start, .colon) || draft.isMark(start, .openQuote) { start += 1 }
    guard start < range.upperBound else { return [] }
    let cueName = name(of: statement.event)
    // "Nous avons toujours été prêts à": a state of the past.
    if cueName == "ready-to", (statement.event.first..<statement.event.head).contains(where: { draft.has($0, .have) }),
      (statement.event.first..<statement.event.head).contains(where: { ["ete", "been"].contains(draft.spelling($0)) })
    {
      return []
    }
    if cueName == "objective", !draft.isMark(statement.event.end, .colon) { return [] }
    if let verb = finder.verbStart(start, range) {
      // "appelée à être le principal organe": what a thing is, no action.
      if ["be", "etre"].contains(draft.spelling(verb)), !isAgreedCue(cueName), verb + 1 < range.upperBound,
        !draft.has(verb + 1, .past), !draft.tokens[verb + 1].shape.contains(.accented),
        statement.event.strength < .decided, subjectIsThing(statement)
      {
        return []
      }
      let parts = splitter.split(start..<range.upperBound, form: form(statement.event), firstVerb: verb)
      return parts.compactMap { action($0, statement, verb: finder.verbStart($0.lowerBound, $0) ?? verb) }
    }
    if draft.has(start, .gerund)
      || start + 1 < range.upperBound && draft.has(start + 1, .gerund) && draft.spelling(start).hasSuffix("ly")
    {
      let verb = draft.has(start, .gerund) ? start : start + 1
      let parts = splitter.split(start..<range.upperBound, form: .gerund, firstVerb: verb)
      return parts.compactMap { action($0, statement, verb: $0.lowerBound) }
    }
    guard statement.event.complement == .any else { return [] }
    return nounUnderCue(statement, start..<range.upperBound)
  }

  private func name(of event: Event) -> String { event.cue >= 0 ? draft.vocabulary.cues.cues[event.cue].name : "" }

  private func isAgreedCue(_ name: String) -> Bool { name.hasPrefix("agreed") || name.hasPrefix("decided") }

  /// Whether no party is named in the subject.
  private func subjectIsThing(_ statement: Statement) -> Bool {
    !statement.clause.subject.contains { index in
      guard let mention = draft.mention(at: index) else { return false }
      return mention.kind != .jointWork
    }
  }

  private func form(_ event: Event) -> VerbSplitter.Form {
    guard draft.language == .french, event.end > 0 else { return .base }
    let last = event.end - 1
    if draft.has(last, .de) && ["de", "d"].contains(draft.spelling(last)) { return .de }
    if draft.spelling(last) == "a" { return .a }
    if draft.spelling(last) == "pour" { return .pour }
    return .base
  }

  /// "commitment to the implementation of …", "ready for the opening of …", "agreed to a Framework".
  private func nounUnderCue(_ statement: Statement, _ range: Range<Int>) -> [Action] {
    let cue = statement.event.cue >= 0 ? draft.vocabulary.cues.cues[statement.event.cue].name : ""
    if cue == "agreed-to" {
      let named = instruments.objects(in: range, verb: statement.event.head)
      if let first = named.first, first.lowerBound <= range.lowerBound + 2 {
        return named.compactMap { action($0, statement, kind: .instrument) }
      }
      // "agreed to an ongoing commitment of handing down …".
      if let of = (range.lowerBound..<min(range.lowerBound + 8, range.upperBound - 1)).first(where: {
        draft.spelling($0) == "of" && draft.has($0 + 1, .gerund)
      }) {
        return [action(of + 1..<range.upperBound, statement, verb: of + 1)].compactMap { $0 }
      }
    }
    if ["commitment-to", "committed-to", "attached-to"].contains(cue), !namesAction(range, cue) { return [] }
    if cue == "interest-to" || cue == "explore-noun" {
      return repeatedNouns(statement, range).filter { namesAction($0, cue) }.compactMap { action($0, statement) }
    }
    if cue == "look-forward", !(range.contains { draft.has($0, .meetingNoun) }) { return [] }
    return [action(range, statement)].compactMap { $0 }
  }

  /// Whether a noun phrase carries an action: "the robust implementation of", not "peace" or "the partnership".
  private func namesAction(_ range: Range<Int>, _ cue: String) -> Bool {
    var seen = 0
    for index in range where draft.isWord(index) {
      if draft.has(index, [.preposition, .relative, .that]), seen > 0, draft.spelling(index) != "of" || seen > 1 {
        break
      }
      if draft.has(index, [.determiner, .adverb]) { continue }
      seen += 1
      let word = draft.spelling(index)
      if Self.stances.matches(word) { return false }
      if word.count > 6, Self.actionEndings.matches(word) { return true }
      if Self.actionNouns.contains(word) { return true }
      if seen > 4 { break }
    }
    return cue == "committed-to" && draft.language == .english && seen > 1
  }

  private static let actionEndings: WordEndings = [
    "tion", "tions", "ment", "ments", "ance", "sion", "ing", "ement", "age", "isation",
  ]
  private static let actionNouns: WordSet = [
    "policies", "elections", "reform", "reforms", "support", "release", "return", "delivery", "removal", "renewal",
    "use", "defence",
    "defense", "politiques", "reforme", "reformes", "mise", "respect", "lutte", "retour", "envoi", "mesures",
    "measures", "steps",
  ]
  private static let stances: WordBeginnings = [
    "partner", "cooperat", "relation", "agreement", "accord", "constitution", "nation", "region", "region", "peace",
    "paix",
    "principle", "principe", "value", "valeur", "democra", "multilateral", "declaration", "convention", "friendship",
    "amiti",
    "solution", "two", "alliance", "integrity", "integrit", "sovereign", "souverain", "territorial", "rules", "charter",
    "charte",
    "framework", "solidar", "traite", "treaty", "union", "unit", "stabilit", "secur", "one", "rights", "droit",
    "collaborat",
    "bilateral", "common", "open", "coexist", "non", "rule", "environ", "dialogue", "self", "global",
  ]

  // MARK: nouns, clauses and finite verbs

  private func nouns(_ statement: Statement, _ range: Range<Int>) -> [Action] {
    let verb = draft.spelling(statement.event.head)
    // "has committed more than $7 billion since October": told as done.
    if verb.hasPrefix("commit") || verb.hasPrefix("pledge"),
      (statement.event.first..<statement.event.head).contains(where: { draft.has($0, .have) })
    {
      return []
    }
    let start = finder.skipAdverbs(range.lowerBound, range)
    guard start < range.upperBound else { return [] }
    let cue = statement.event.cue >= 0 ? draft.vocabulary.cues.cues[statement.event.cue].name : ""
    if cue == "agreed-on" || cue == "reached-agreement" {
      let named = instruments.objects(in: start..<range.upperBound, verb: statement.event.head)
      if let first = named.first, first.lowerBound <= start + 1 {
        return named.compactMap { action($0, statement, kind: .instrument) }
      }
    }
    if cue == "interest-to", !namesAction(start..<range.upperBound, cue) { return [] }
    if cue == "explore-noun" || cue == "interest-to" || cue == "need-for" {
      return repeatedNouns(statement, start..<range.upperBound).compactMap { action($0, statement) }
    }
    return [action(start..<range.upperBound, statement)].compactMap { $0 }
  }

  /// "intérêt pour la poursuite …, pour le renforcement …, et pour l'examen …".
  private func repeatedNouns(_ statement: Statement, _ range: Range<Int>) -> [Range<Int>] {
    let preposition = draft.spelling(statement.event.end - 1)
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = range.lowerBound + 2
    while index + 1 < range.upperBound {
      let isSeparator = draft.isMark(index - 1, .comma) || draft.has(index - 1, .and)
      if isSeparator, draft.spelling(index) == preposition, draft.isWord(index) {
        var end = index - 1
        while end > start, draft.isMark(end - 1, .comma) || draft.has(end - 1, .and) { end -= 1 }
        parts.append(start..<end)
        start = index + 1
      }
      index += 1
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  private func that(_ statement: Statement, _ range: Range<Int>) -> [Action] {
    guard
      (range.contains { draft.has($0, [.will, .would, .may, .future, .conditional, .be]) }) || draft.language == .french
    else { return [] }
    if range.contains(where: { Self.opinions.contains(draft.spelling($0)) }) { return [] }
    return [action(range, statement)].compactMap { $0 }
  }

  /// "agreed that the situation would have benefited", "is based on": a view, no action.
  private static let opinions: WordSet = [
    "benefited", "based", "never", "jamais", "won", "gagnee", "fondee", "fondees", "repose", "reposent",
  ]

  private func finite(_ statement: Statement, _ sentence: Range<Int>) -> [Action] {
    let event = statement.event
    var start = event.first
    if draft.language == .english, event.kind == .cue, event.first < event.head, draft.has(event.first, [.be, .have]),
      event.complement == .finite, draft.vocabulary.cues.cues[event.cue].name == "continue-to"
    {
      start = event.head
    }
    if draft.vocabulary.cues.cues.indices.contains(event.cue), draft.vocabulary.cues.cues[event.cue].name == "accepted"
    {
      start = draft.language == .french && event.first < event.head ? event.head : event.head
    }
    let range = start..<max(event.end, statement.limit)
    // "will enter into force" of the document itself, "will include": no act of the parties.
    if draft.isTreaty, event.strength == .binding { return [] }
    if draft.language == .english, let verb = firstVerb(after: event, range) {
      let parts = splitter.split(
        range, form: .base, firstVerb: verb, takesTo: name(of: event) == "are-to" || name(of: event) == "continue-to")
      return parts.enumerated().compactMap { number, part in
        action(part, statement, verb: number == 0 ? verb : finder.verbStart(part.lowerBound, part))
      }
    }
    let verb = event.kind == .future ? event.head : finder.verbStart(event.end, range)
    let lowered = event.kind == .future ? futureLevel(event.head) : nil
    if event.kind == .cue, draft.language == .french, let verb,
      ["will", "expected-to-finite", "are-to"].contains(draft.vocabulary.cues.cues[event.cue].name)
    {
      let parts = splitter.split(range, form: .base, firstVerb: verb)
      return parts.compactMap { action($0, statement, verb: finder.verbStart($0.lowerBound, $0) ?? verb) }
    }
    guard var action = action(range, statement, verb: verb) else { return [] }
    if let lowered, lowered < action.strength {
      action.strength = lowered
      action.lowering = event.head
    }
    return [action]
  }

  private func firstVerb(after event: Event, _ range: Range<Int>) -> Int? {
    guard event.end < range.upperBound else { return nil }
    var index = event.end
    while index < min(range.upperBound, event.end + 5),
      draft.isWord(index) || draft.isMark(index, .openParenthesis) || draft.isMark(index, .closeParenthesis)
    {
      if draft.has(index, .infinitive) { return index }
      index += 1
    }
    return event.end
  }

  /// "étudieront", "s'efforceront": the future of a verb that lowers.
  private func futureLevel(_ head: Int) -> Strength? {
    let word = draft.spelling(head)
    for (stem, level) in Self.futureStems where word.hasPrefix(stem) { return level }
    return nil
  }

  private static let futureStems: [(Spelling, Strength)] = [
    ("etudier", .exploratory), ("examiner", .exploratory), ("explorer", .exploratory), ("envisager", .exploratory),
    ("reflechir", .exploratory), ("souhaiter", .exploratory), ("considerer", .exploratory), ("discuter", .exploratory),
    ("efforcer", .intended), ("chercher", .intended), ("viser", .intended), ("tenter", .intended),
    ("tacher", .intended),
  ]

  // MARK: instruments

  private func instrument(_ statement: Statement, _ range: Range<Int>, _ sentence: Range<Int>) -> [Action] {
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
  private func adopted(_ statement: Statement, _ range: Range<Int>) -> [Action] {
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

  private func isIndefinite(_ range: Range<Int>, _ event: Event) -> Bool {
    let word = draft.spelling(range.lowerBound)
    if draft.tokens[range.lowerBound].kind == .number { return true }
    return ["a", "an", "un", "une", "two", "three", "four", "deux", "trois", "quatre", "several", "plusieurs"].contains(
      word)
      || word == "de" && draft.language == .french
      || ["d", "des"].contains(draft.spelling(range.lowerBound - 1)) && draft.language == .french
  }

  /// Back to the sentence's start or a semicolon: instruments in a list are divided by commas.
  private func passiveSubject(_ statement: Statement, _ sentence: Range<Int>) -> Range<Int> {
    var start = statement.event.first
    while start > sentence.lowerBound, !draft.isMark(start - 1, .semicolon), !draft.has(start - 1, .that) { start -= 1 }
    return start..<statement.event.first
  }

  private func isReflexive(_ event: Event) -> Bool {
    (event.first..<event.head).contains { draft.has($0, .se) }
  }
}
