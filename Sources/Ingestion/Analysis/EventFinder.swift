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
  private let draft: Draft
  private let book: CueBook

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

  private func event(at position: Int, in sentence: Range<Int>, _ traits: Traits) -> Event? {
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
  private func isFuturePassive(_ position: Int, _ sentence: Range<Int>, _ traits: Traits) -> Bool {
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

  // MARK: cues

  private func cueEvent(at position: Int, in sentence: Range<Int>) -> Event? {
    var best: CueMatch?
    book.matches(at: position, limit: sentence.upperBound, tokens: draft.tokens, lexicon: draft.lexicon) { match in
      if let best, (match.tokens.count, -match.cue) <= (best.tokens.count, -best.cue) { return }
      if fits(match, sentence) { best = match }
    }
    guard let best else { return nil }
    let cue = book.cues[best.cue]
    if cue.role == .commit, isVerbUsedAsNoun(position, cue, sentence) { return nil }
    // "a proposé de": a proposal; "propose de" (present) is an intention. Folded they are alike.
    if cue.name == "intend-to", draft.spelling(position) == "propose", draft.tokens[position].shape.contains(.accented)
    {
      return nil
    }
    let first = verbGroupStart(position, sentence)
    let finite = isFinite(position, sentence) && !isCueNoun(position)
    if cue.role == .drop, !finite { return nil }
    if !finite, !mayBeLoose(position, cue) { return nil }
    return Event(
      kind: .cue, first: first, head: position, end: best.tokens.upperBound, cue: best.cue, role: cue.role,
      strength: cue.strength, complement: cue.complement, isFinite: finite,
      isNegated: isNegated(first, position, sentence))
  }

  /// Whether the words around a match are what its cue needs.
  private func fits(_ match: CueMatch, _ sentence: Range<Int>) -> Bool {
    let cue = book.cues[match.cue]
    let end = match.tokens.upperBound
    let next = skipAdverbs(end, sentence)
    switch cue.complement {
    case .inf:
      guard next < sentence.upperBound else { return true }
      if draft.isMark(end, .colon) { return true }
      if cue.name == "obliged-to", !draft.isTreaty { return false }
      return startsVerb(next, sentence) || draft.language == .english && draft.has(next, .gerund)
    case .finite: return fitsFinite(match, cue, next, sentence)
    case .instrument:
      if cue.name == "signing-of" { return true }
      return isFinite(match.tokens.lowerBound, sentence) && !isReducedRelative(match.tokens.lowerBound, sentence)
    case .noun: return fitsNoun(match, cue, next, sentence)
    case .any:
      guard next < sentence.upperBound else { return draft.language == .english }
      if cue.name == "agreed-to", draft.tokens[next].kind == .word { return true }
      return draft.tokens[next].kind == .word || draft.isMark(next, .colon) || draft.isMark(next, .openQuote)
    case .list where cue.name.hasSuffix("-colon"):
      return next < sentence.upperBound && draft.isMark(next, .colon) && isFinite(match.tokens.lowerBound, sentence)
    case .that, .list, .none: return true
    }
  }

  private func fitsFinite(_ match: CueMatch, _ cue: Cue, _ next: Int, _ sentence: Range<Int>) -> Bool {
    guard next < sentence.upperBound else { return false }
    let start = match.tokens.lowerBound
    guard isFinite(start, sentence) || cue.name == "continue-to" else { return false }
    switch cue.name {
    case "will":
      if draft.spelling(next) == "be" { return isPassive(after: next, sentence) }
      guard draft.isWord(next) else {
        return draft.isMark(next, .colon) || draft.tokens[next].kind == .number || draft.isMark(next, .openParenthesis)
      }
      return !draft.has(start, .determiner)
        && !(start > sentence.lowerBound && draft.has(start - 1, [.determiner, .preposition]))
    case "would":
      if draft.has(next, .exploratory) { return true }
      guard isReported(start, sentence) else { return false }
      return draft.spelling(next) == "be"
        ? isPassive(after: next, sentence) : !["like", "have"].contains(draft.spelling(next))
    case "are-to" where draft.language == .english:
      if draft.spelling(next) == "be", !isPassive(after: next, sentence) { return false }
      return draft.has(start, .be) && startsVerb(next, sentence)
        && !(start > sentence.lowerBound
          && (draft.has(start - 1, [.thingPronoun, .singularPronoun]) || Self.aims.contains(draft.spelling(start - 1))))
    case "binding-shall", "obliged-to": return draft.isTreaty
    default: return true
    }
  }

  /// "be held", "be further developed": a participle within three words.
  private func isPassive(after be: Int, _ sentence: Range<Int>) -> Bool {
    var index = be + 1
    while index < sentence.upperBound, index < be + 4, draft.isWord(index) {
      if draft.has(index, .past) || draft.spelling(index).hasSuffix("ed") { return true }
      guard draft.has(index, .adverb) || draft.spelling(index).hasSuffix("ly") else { return false }
      index += 1
    }
    return false
  }

  /// "working groups launched by the Ministers", "the agreement signed in 2000".
  private func isReducedRelative(_ position: Int, _ sentence: Range<Int>) -> Bool {
    guard verbGroupStart(position, sentence) == position, position + 1 < sentence.upperBound, draft.isWord(position + 1)
    else { return false }
    return ["by", "in", "at", "on", "between", "during", "under", "par", "en", "entre", "lors", "le", "dans"].contains(
      draft.spelling(position + 1))
      && (draft.language == .english || !draft.has(position, [.have, .be]) && draft.spelling(position + 1) != "le")
  }

  private static let aims: WordSet = [
    "goal", "aim", "objective", "purpose", "ambition", "target", "task", "priority", "way",
  ]

  private func fitsNoun(_ match: CueMatch, _ cue: Cue, _ next: Int, _ sentence: Range<Int>) -> Bool {
    guard next < sentence.upperBound else { return false }
    switch cue.name {
    case "announced-measure":
      // Only what is given: an amount, or a noun of giving.
      return isFinite(match.tokens.lowerBound, sentence) && startsMeasure(next, sentence)
    case "agreed-on":
      guard draft.language == .french || draft.has(next, .determiner) || !draft.has(next, .preposition) else {
        return false
      }
      return draft.tokens[next].kind == .word && !startsVerb(next, sentence)
    default: return true
    }
  }

  /// "the donation of", "an extension", "$5 million", "la création", "18 millions de dollars".
  private func startsMeasure(_ next: Int, _ sentence: Range<Int>) -> Bool {
    var index = next
    while index < sentence.upperBound, index < next + 6 {
      let token = draft.tokens[index]
      if token.isMark(.currency) { return true }
      if token.kind == .number { return true }
      guard token.kind == .word else { return false }
      if Self.measures.matches(draft.spelling(index)) { return true }
      if !draft.traits(index).isDisjoint(with: [.preposition, .that, .relative, .and, .clauseVerb]),
        !draft.has(index, .determiner)
      {
        return false
      }
      index += 1
    }
    return false
  }

  private static let measures: WordBeginnings = [
    "donat", "extension", "grant", "contribut", "provision", "suppl", "deploy", "opening", "allocat", "fund", "aid",
    "assistance", "loan", "package", "lifting", "suspension", "reduction", "increase", "renewal", "delivery",
    "dispatch",
    "scholarship", "exempt", "ouverture", "don", "prolong", "octroi", "envoi", "livraison", "versement", "financement",
    "aide", "pret", "bourse", "levee", "hausse", "augment", "renouvel", "deploiement", "alloc", "reouverture",
    "subvention",
    "million", "billion", "milliard",
  ]

  /// Which cues count without being the verb of a clause: nouns ("their commitment to"), adjectives ("ready to"), gerunds.
  /// "institutions chargées de", "pour étudier les possibilités de", "proposé de" are none.
  private func mayBeLoose(_ position: Int, _ cue: Cue) -> Bool {
    if draft.has(position, .cueNoun) { return true }
    if cue.name.hasPrefix("explore") { return draft.has(position, .gerund) && draft.language == .english }
    guard draft.language == .french else { return true }
    return !Self.participles(draft.spelling(position)) || cue.name == "ready-to" || cue.name == "determined-to"
  }

  /// "a task force to", "in order to commit to": a verb of a cue as noun or infinitive.
  private func isVerbUsedAsNoun(_ position: Int, _ cue: Cue, _ sentence: Range<Int>) -> Bool {
    guard draft.language == .english, draft.has(position, .infinitive), !draft.has(position, [.cueNoun, .past]),
      position > sentence.lowerBound,
      verbGroupStart(position, sentence) == position
    else { return false }
    return draft.has(position - 1, [.determiner, .to, .may]) && !draft.has(position - 1, .adverb)
  }

  /// "their commitment", "Spain's decision"; English "pledge", "promise" and "hope" are verbs without an article.
  private func isCueNoun(_ position: Int) -> Bool {
    guard draft.has(position, .cueNoun) else { return false }
    guard draft.has(position, [.clauseVerb, .infinitive]), position > 0 else { return true }
    if position + 1 < draft.tokens.count, draft.spelling(position + 1) == "of" { return true }
    return draft.has(position - 1, [.determiner, .preposition]) || draft.tokens[position - 1].shape.contains(.elided)
  }

  // MARK: futures

  private func futureEvent(at position: Int, in sentence: Range<Int>, _ traits: Traits) -> Event? {
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
  private func isAgenda(_ position: Int) -> Bool {
    let word = draft.spelling(position)
    return Self.agenda.matches(word)
  }

  private static let agenda: WordBeginnings = [
    "discuter", "aborder", "evoquer", "parler", "reviendr", "concentrerons", "signifier", "dir", "pourr", "devr",
    "permettr",
    "constituer", "representer", "restera", "demeurer", "fallo",
  ]

  /// Whether the clause hangs on "said that", "a indiqué que", "ajoutant que".
  private func isReported(_ position: Int, _ sentence: Range<Int>) -> Bool {
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

  // MARK: verb groups

  /// Goes back over auxiliaries, negations, adverbs and clitics.
  func verbGroupStart(_ position: Int, _ sentence: Range<Int>) -> Int {
    var first = position
    var index = position - 1
    while index >= sentence.lowerBound, draft.isWord(index), draft.mentionAt[index] < 0 {
      let traits = draft.traits(index)
      let isAuxiliary = !traits.isDisjoint(with: [.be, .have, .negation, .doVerb]) && !isAccentedA(index)
      let isClitic =
        draft.language == .french && traits.contains(.clitic) && index + 1 == first && !traits.contains(.determiner)
      if isAuxiliary || isClitic {
        first = index
      } else if draft.language == .english && traits.contains(.will) {
        first = index
      } else if traits.isDisjoint(with: .adverb) && !Self.seemingVerbs.contains(draft.spelling(index)) {
        break
      } else if Self.seemingVerbs.contains(draft.spelling(index)) {
        first = index
      }
      index -= 1
    }
    return first
  }

  private static let seemingVerbs: WordSet = [
    "stand", "stands", "stood", "remain", "remains", "dit", "dits", "dite", "dites", "tient", "tiennent", "declare",
    "declaree", "declarent", "disent", "montre", "montres", "declares", "declarees",
  ]

  private func isAccentedA(_ index: Int) -> Bool {
    draft.language == .french && draft.tokens[index].shape.contains(.accented) && draft.spelling(index) == "a"
  }

  private func isNegated(_ first: Int, _ head: Int, _ sentence: Range<Int>) -> Bool {
    for index in first..<head where draft.isWord(index) {
      let word = draft.spelling(index)
      if ["not", "never", "ne", "n", "pas", "jamais", "neither"].contains(word) { return !isNoLess(head) }
    }
    return head + 1 < sentence.upperBound && draft.language == .french && draft.spelling(head + 1) == "pas"
      && !isNoLess(head)
  }

  /// "n'en ambitionnent pas moins", "n'épargnera aucun effort": negative in form only.
  private func isNoLess(_ head: Int) -> Bool {
    for index in head + 1..<min(head + 4, draft.tokens.count)
    where ["moins", "aucun", "aucune", "menager"].contains(draft.spelling(index)) { return true }
    return draft.spelling(head).hasPrefix("epargner") || draft.spelling(head).hasPrefix("menager")
  }

  /// Whether the word is the verb of a clause rather than a noun, an adjective or an infinitive.
  func isFinite(_ position: Int, _ sentence: Range<Int>) -> Bool {
    let first = verbGroupStart(position, sentence)
    let hasAuxiliary = (first..<position).contains {
      draft.has($0, [.be, .have]) || Self.seemingVerbs.contains(draft.spelling($0)) || draft.has($0, .se)
    }
    if draft.language == .french {
      if (first..<position).contains(where: { draft.spelling($0) == "ayant" }) { return false }
      if Self.participles(draft.spelling(position)) {
        return hasAuxiliary || isInvertedParticiple(position, sentence)
      }
      guard position > sentence.lowerBound else { return true }
      if draft.has(position - 1, .determiner), Self.feminineNouns.contains(draft.spelling(position)) { return false }
      guard first > sentence.lowerBound else { return true }
      if draft.has(first - 1, [.preposition, .determiner]), !draft.has(first - 1, .clitic) { return false }
      return true
    }
    if (first..<position).contains(where: { draft.spelling($0) == "having" }) { return false }
    guard !hasAuxiliary else { return true }
    guard first > sentence.lowerBound else { return true }
    let before = first - 1
    guard draft.isWord(before) else { return true }
    return draft.traits(before).isDisjoint(with: [.to, .determiner, .preposition, .may]) || draft.has(before, .that)
  }

  /// "M. X, ayant …, a dit": participles stand alone after a comma in lists of verbs ("ont salué …, exprimé … et décidé de").
  private func isInvertedParticiple(_ position: Int, _ sentence: Range<Int>) -> Bool {
    guard position > sentence.lowerBound else { return false }
    if (max(sentence.lowerBound, position - 4)..<position).contains(where: {
      ["ayant", "having"].contains(draft.spelling($0))
    }) {
      return false
    }
    var index = position - 1
    while index > sentence.lowerBound, draft.has(index, .adverb) { index -= 1 }
    return draft.has(index, .and) || draft.isMark(index, .comma)
  }

  /// Nouns that a verb form is spelt like, after "la" or "une".
  private static let feminineNouns: WordSet = [
    "demande", "note", "charge", "attache", "passe", "visite", "estime", "reforme",
  ]

  /// French participles by their endings.
  private static func participles(_ word: Spelling) -> Bool {
    participleEndings.matches(word) && !present.contains(word)
  }

  private static let participleEndings: WordEndings = [
    "e", "es", "ee", "ees", "u", "us", "ue", "ues", "is", "it", "ise", "ises", "ert", "erts", "ort", "i", "its",
  ]

  /// Forms of the present that end like participles.
  private static let present: WordSet = [
    "engage", "decide", "souligne", "salue", "reaffirme", "exprime", "examine", "felicite", "condamne", "appelle",
    "exhorte",
    "remercie", "signe", "annonce", "affirme", "reitere", "renouvelle", "declare", "indique", "explique", "note",
    "encourage",
    "espere", "souhaite", "charge", "lance", "adopte", "propose", "suggere", "demande", "confirme", "estime",
    "considere",
    "accepte", "prevoit", "convient", "compte", "vise", "cherche", "envisage", "prepare", "continue", "ambitionne",
    "desire",
    "dit", "fait", "attache", "rejette", "observe", "constate", "deplore", "prie", "rappelle", "invite", "entre",
  ]

  // MARK: complements

  /// Whether an infinitive starts here, clitics passed over.
  func startsVerb(_ position: Int, _ sentence: Range<Int>) -> Bool { verbStart(position, sentence) != nil }

  /// The infinitive that starts here, clitics and adverbs passed over.
  func verbStart(_ position: Int, _ sentence: Range<Int>) -> Int? {
    var index = position
    while index < sentence.upperBound, index < position + 5, draft.isWord(index) {
      let traits = draft.traits(index)
      if traits.contains(.infinitive), !isNounInEnglish(index, position, sentence) { return index }
      if draft.language == .english, isUnknownVerb(index, sentence) { return index }
      guard !traits.isDisjoint(with: draft.language == .french ? [.clitic, .adverb] : [.adverb]) || isManner(index)
      else { return nil }
      index += 1
    }
    return nil
  }

  /// "support for", "work on" after an article are nouns; directly after "to" they are verbs.
  private func isNounInEnglish(_ index: Int, _ start: Int, _ sentence: Range<Int>) -> Bool {
    guard draft.language == .english, index > start else { return false }
    return draft.has(index - 1, .determiner) && !draft.has(index - 1, .adverb)
  }

  private func isManner(_ index: Int) -> Bool {
    let word = draft.spelling(index)
    return draft.language == .english ? word.hasSuffix("ly") : word.hasSuffix("ment")
  }

  /// A word that the vocabulary does not know, before an article or a possessive: "to re-energise the dialogue".
  private func isUnknownVerb(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard
      draft.traits(index).subtracting([.startsName, .startsTerm, .startsFurniture, .startsPublisher, .startsDetail])
        .isEmpty,
      draft.tokens[index].shape.isDisjoint(with: .capital), index + 1 < sentence.upperBound
    else { return false }
    if draft.tokens[index + 1].shape.contains(.joined) { return draft.has(index + 1, .infinitive) }
    return draft.has(index + 1, .determiner)
  }

  func skipAdverbs(_ position: Int, _ sentence: Range<Int>) -> Int {
    var index = position
    while index < sentence.upperBound, draft.has(index, .adverb),
      !draft.has(index, [.infinitive, .determiner, .clitic])
    { index += 1 }
    // ", à cette occasion,"
    if index < sentence.upperBound, draft.isMark(index, .comma) {
      var next = index + 1
      while next < sentence.upperBound, next < index + 10, !draft.isMark(next, .comma) {
        if draft.has(next, [.infinitive, .clauseVerb]) { return index }
        next += 1
      }
      if next < sentence.upperBound, draft.isMark(next, .comma) { return next + 1 }
    }
    return index
  }
}
