import Communique
import Vocabulary

// What hangs on a cue: verbs, nouns, a clause, or the verb group itself.
extension ActionFinder {
  func verbs(_ statement: Statement, _ range: Range<Int>, _ sentence: Range<Int>) -> [Action] {
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

  func form(_ event: Event) -> VerbSplitter.Form {
    guard draft.language == .french, event.end > 0 else { return .base }
    let last = event.end - 1
    if draft.has(last, .de) && ["de", "d"].contains(draft.spelling(last)) { return .de }
    if draft.spelling(last) == "a" { return .a }
    if draft.spelling(last) == "pour" { return .pour }
    return .base
  }

  /// "commitment to the implementation of …", "ready for the opening of …", "agreed to a Framework".
  func nounUnderCue(_ statement: Statement, _ range: Range<Int>) -> [Action] {
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
  func namesAction(_ range: Range<Int>, _ cue: String) -> Bool {
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

  static let actionEndings: WordEndings = [
    "tion", "tions", "ment", "ments", "ance", "sion", "ing", "ement", "age", "isation",
  ]

  static let actionNouns = WordSet.listed("action-action-nouns")

  static let stances: WordBeginnings = [
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

  func nouns(_ statement: Statement, _ range: Range<Int>) -> [Action] {
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
  func repeatedNouns(_ statement: Statement, _ range: Range<Int>) -> [Range<Int>] {
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

  func that(_ statement: Statement, _ range: Range<Int>) -> [Action] {
    guard
      (range.contains { draft.has($0, [.will, .would, .may, .future, .conditional, .be]) }) || draft.language == .french
    else { return [] }
    if range.contains(where: { Self.opinions.contains(draft.spelling($0)) }) { return [] }
    return [action(range, statement)].compactMap { $0 }
  }

  /// "agreed that the situation would have benefited", "is based on": a view, no action.
  static let opinions = WordSet.listed("action-opinions")

  func finite(_ statement: Statement, _ sentence: Range<Int>) -> [Action] {
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

  func firstVerb(after event: Event, _ range: Range<Int>) -> Int? {
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
  func futureLevel(_ head: Int) -> Strength? {
    let word = draft.spelling(head)
    for (stem, level) in Self.futureStems where word.hasPrefix(stem) { return level }
    return nil
  }

  static let futureStems: [(Spelling, Strength)] = [
    ("etudier", .exploratory), ("examiner", .exploratory), ("explorer", .exploratory), ("envisager", .exploratory),
    ("reflechir", .exploratory), ("souhaiter", .exploratory), ("considerer", .exploratory), ("discuter", .exploratory),
    ("efforcer", .intended), ("chercher", .intended), ("viser", .intended), ("tenter", .intended),
    ("tacher", .intended),
  ]
}
