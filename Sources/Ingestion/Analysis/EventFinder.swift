import Communique
import Vocabulary

/// Finds what a sentence says: its cues and finite verbs, in order.
///
/// Rules:
/// - The longest cue at a word counts; "agreed to" needs an action or a noun behind it, "intends to" a verb.
/// - French futures are undertakings of their own ("ouvriront"), conditionals in reported speech too ("a indiqué
///   qu'elle prolongerait").
/// - A verb counts as finite where a subject or an auxiliary is before it, not after "to", "de", an article or a
///   preposition.
struct EventFinder {
  let draft: Draft

  let book: CueBook

  init(_ draft: Draft) {
    self.draft = draft
    book = draft.vocabulary.cues
  }

  func events(in sentence: Range<Int>) -> [Event] {
    var events: [Event] = []
    var position = sentence.lowerBound
    while position < sentence.upperBound {
      let traits = draft.traits(position)
      if traits.isDisjoint(with: [.startsCue, .clauseVerb, .future, .conditional]),
        !isFuturePassive(position, sentence, traits)
      {
        position += 1
        continue
      }
      if let event = event(at: position, in: sentence, traits) {
        events.append(event)
        position = max(event.end, position + 1)
      } else {
        position += 1
      }
    }
    return events
  }

  func event(at position: Int, in sentence: Range<Int>, _ traits: Traits) -> Event? {
    if traits.contains(.startsCue), let event = cueEvent(at: position, in: sentence) { return event }
    if isFuturePassive(position, sentence, traits) {
      let first = verbGroupStart(position, sentence)
      return Event(
        kind: .future, first: first, head: position, end: position + 1, cue: -1, role: .commit, strength: .committed,
        complement: .finite, isFinite: true, isNegated: isNegated(first, position, sentence))
    }
    if !traits.isDisjoint(with: [.future, .conditional]), let event = futureEvent(at: position, in: sentence, traits) {
      return event
    }
    if traits.contains(.clauseVerb), isFinite(position, sentence) {
      let first = verbGroupStart(position, sentence)
      return Event(
        kind: .other, first: first, head: position, end: position + 1, cue: -1, role: .drop, strength: .decided,
        complement: .none, isFinite: true, isNegated: false)
    }
    return nil
  }

  /// "sera créé", "seront organisées", in reported speech "serait ouverte".
  func isFuturePassive(_ position: Int, _ sentence: Range<Int>, _ traits: Traits) -> Bool {
    guard draft.language == .french, !traits.isDisjoint(with: [.be, .have]) else { return false }
    let word = draft.spelling(position)
    if word == "aura" || word == "auront", position + 1 < sentence.upperBound, draft.spelling(position + 1) == "lieu" {
      return true
    }
    if position > sentence.lowerBound, draft.has(position - 1, .se) { return false }
    guard
      word == "sera" || word == "seront" || (word == "serait" || word == "seraient") && isReported(position, sentence)
    else {
      return false
    }
    var index = position + 1
    while index < sentence.upperBound,
      draft.has(index, .adverb) || draft.isWord(index) && draft.spelling(index).hasSuffix("ment")
    { index += 1 }
    guard index < sentence.upperBound, draft.isWord(index), draft.tokens[index].shape.isDisjoint(with: .capital) else {
      return false
    }
    let participle = draft.spelling(index)
    let isParticiple =
      draft.tokens[index].shape.contains(.accented)
      && (participle.hasSuffix("e") || participle.hasSuffix("es") || participle.hasSuffix("ee")
        || participle.hasSuffix("ees"))
      || [
        "mis", "mise", "mises", "ouvert", "ouverte", "ouverts", "tenu", "tenue", "soumis", "soumise", "conclu",
        "conclue", "pris", "prise", "prises", "construit", "fourni", "fournie", "etabli", "etablie", "remis", "remise",
      ].contains(participle)
    return isParticiple
      && ![
        "representee", "represente", "composee", "compose", "situe", "representes", "preoccupe", "interesse",
        "considere", "liee", "anime",
      ].contains(participle)
  }

  func futureEvent(at position: Int, in sentence: Range<Int>, _ traits: Traits) -> Event? {
    guard !draft.has(position, [.determiner, .may]), !isAgenda(position),
      draft.tokens[position].shape.isDisjoint(with: .capital)
    else { return nil }
    if position > sentence.lowerBound, draft.has(position - 1, .determiner), !draft.has(position - 1, .clitic) {
      return nil
    }
    if traits.contains(.conditional), !traits.contains(.future), !isReported(position, sentence) { return nil }
    let first = verbGroupStart(position, sentence)
    return Event(
      kind: .future, first: first, head: position, end: position + 1, cue: -1, role: .commit, strength: .committed,
      complement: .finite, isFinite: true, isNegated: isNegated(first, position, sentence))
  }

  /// "discuterons", "aborderons": a speaker's agenda for the meeting itself.
  func isAgenda(_ position: Int) -> Bool {
    let word = draft.spelling(position)
    return Self.agenda.matches(word)
  }

  static let agenda: WordBeginnings = [
    "discuter", "aborder", "evoquer", "parler", "reviendr", "concentrerons", "signifier", "dir", "pourr", "devr",
    "permettr",
    "constituer", "representer", "restera", "demeurer", "fallo",
  ]

  /// Whether the clause hangs on "said that", "a indiqué que", "ajoutant que".
  func isReported(_ position: Int, _ sentence: Range<Int>) -> Bool {
    var index = position - 1
    var sawThat = false
    var steps = 0
    while index >= sentence.lowerBound, steps < 60 {
      if draft.has(index, .that) { sawThat = true }
      if draft.has(index, .reporting) { return sawThat || draft.language == .english }
      if draft.has(index, .clauseVerb), sawThat { return true }
      if draft.isMark(index, .semicolon) { return false }
      index -= 1
      steps += 1
    }
    return false
  }
}
