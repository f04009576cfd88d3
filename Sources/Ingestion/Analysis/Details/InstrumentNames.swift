import Communique
import Vocabulary

/// Finds the documents, bodies and programmes that an action names, word for word, without article.
///
/// Rules:
/// - A name in capitals that holds a word for an instrument: "the **Paris Agreement**", "**Memorandum of Understanding on
///   Water Resources**", "l'**Accord de Paris**", "la **Convention relative aux droits de l'enfant**". A lone "Agreement"
///   is no name, nor is a party's name.
/// - A document in small letters, after an article, that says what it is about: "le **protocole d'entente sur la
///   coopération géoscientifique**", "an **agreement on visa exemption**".
/// - Of an agreement that is an instrument, its text itself. Each name once, six at most.
struct InstrumentNames {
  private let phrases: PhraseReader
  private let most = 6

  private var draft: Draft { phrases.draft }

  init(_ phrases: PhraseReader) { self.phrases = phrases }

  /// The tokens of each name.
  func names(in tokens: Range<Int>, kind: AgreementKind) -> [Range<Int>] {
    if kind == .instrument { return [trimmed(tokens)].filter { !$0.isEmpty } }
    var found: [Range<Int>] = []
    var seen: Set<String> = []
    var position = tokens.lowerBound
    while position < tokens.upperBound, found.count < most {
      guard let name = name(at: position, in: max(tokens.lowerBound, found.last?.upperBound ?? 0)..<tokens.upperBound)
      else {
        position += 1
        continue
      }
      if seen.insert(draft.text(draft.span(name))).inserted { found.append(name) }
      position = name.upperBound
    }
    return found
  }

  private func name(at index: Int, in range: Range<Int>) -> Range<Int>? {
    guard draft.has(index, .instrumentNoun) || phrases.starts([.instrument, .document, .titled], at: index),
      !isParty(index)
    else { return nil }
    let found =
      hasCapital(index)
      ? capitalName(at: index, in: range) ?? document(at: index, in: range) : document(at: index, in: range)
    guard let found else { return nil }
    let name = trimmed(found)
    return name.count > 1 || isAcronym(name.lowerBound) ? name : nil
  }

  private func isParty(_ index: Int) -> Bool {
    guard let mention = draft.mention(at: index), case .name = mention.kind else { return false }
    return true
  }

  private func hasCapital(_ index: Int) -> Bool { draft.isWord(index) && draft.tokens[index].shape.contains(.capital) }

  private func isAcronym(_ index: Int) -> Bool { draft.tokens[index].shape.contains(.allCapitals) }

  // MARK: names in capitals

  private func capitalName(at head: Int, in range: Range<Int>) -> Range<Int>? {
    guard draft.has(head, .instrumentNoun) || phrases.longest(.instrument, at: head, limit: range.upperBound) != nil,
      phrases.longest(.body, at: head, limit: range.upperBound) == nil
    else { return nil }
    let start = start(of: head, range.lowerBound)
    let chain = endOfChain(after: head, range.upperBound)
    let end = complement(after: pastParties(chain, range.upperBound), range.upperBound, isCapital: true) ?? chain
    // "Joint Declaration" is a name, "Agreement" alone is none.
    return end - start > 1 ? start..<end : nil
  }

  /// Back over words in capitals and what links them.
  private func start(of head: Int, _ bound: Int) -> Int {
    var start = head
    while start > bound {
      let before = start - 1
      if isNamePart(before) {
        start = before
      } else if draft.language == .english, before > bound, let first = linkStart(before, bound), isNamePart(first - 1)
      {
        start = first - 1
      } else {
        break
      }
    }
    return start
  }

  /// "of", "and", "of the" between two words in capitals: its first token.
  private func linkStart(_ index: Int, _ bound: Int) -> Int? {
    if phrases.isWord(index, ["of", "and", "for", "on"]) { return index }
    guard phrases.isWord(index, ["the"]), index - 1 > bound, phrases.isWord(index - 1, ["of"]) else { return nil }
    return index - 1
  }

  private func isNamePart(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    if token.kind == .number { return DateFinder.year(draft, index) != nil }
    guard token.kind == .word, token.shape.contains(.capital), token.shape.isDisjoint(with: .elided) else {
      return false
    }
    return !draft.has(index, [.determiner, .month, .weekday, .honorific, .pluralPronoun, .we])
  }

  /// On over words in capitals, with up to three small words between two.
  private func endOfChain(after head: Int, _ limit: Int) -> Int {
    var end = head + 1
    while end < limit {
      var next = end
      while next < limit, next < end + 3, isSmallLink(next) { next += 1 }
      if let listed = listed(after: end, limit) {
        end = listed
        continue
      }
      guard next < limit, isNamePart(next) else { break }
      // "the Paris Agreement in 2026", "the Agreement and China": a date or another party is no part.
      if draft.tokens[next].kind == .number, next > end { break }
      if next > end, draft.has(end, .and), isParty(next) || isAnotherInstrument(end + 1, next, limit) { break }
      end = min(limit, draft.mention(at: next)?.tokens.upperBound ?? next + 1)
    }
    return end
  }

  /// "Agreement on Reciprocal**, Fair, and Balanced** Trade": the token after the next of several adjectives.
  private func listed(after end: Int, _ limit: Int) -> Int? {
    guard end > 1, end + 2 < limit, draft.isMark(end, .comma), isSmallLink(end - 2) || draft.isMark(end - 2, .comma)
    else { return nil }
    if draft.has(end + 1, .and), isNamePart(end + 2), draft.isMark(end - 2, .comma) { return end + 3 }
    guard isNamePart(end + 1), draft.isMark(end + 2, .comma) || draft.has(end + 2, .and), !isParty(end + 1) else {
      return nil
    }
    return end + 2
  }

  /// "the Belt and Road Initiative and **the Global Development Initiative**".
  private func isAnotherInstrument(_ article: Int, _ first: Int, _ limit: Int) -> Bool {
    guard article < first, draft.has(article, .determiner) else { return false }
    return (first..<limit).prefix { isNamePart($0) }.contains { draft.has($0, .instrumentNoun) }
  }

  private func isSmallLink(_ index: Int) -> Bool {
    draft.isWord(index) && !hasCapital(index) && phrases.isWord(index, Self.links)
  }

  private static let links: WordSet = [
    "of", "on", "for", "and", "the", "to", "against", "concerning", "regarding", "de", "d", "du", "des", "la", "l",
    "le",
    "les", "sur", "pour", "et", "contre", "relative", "relatif", "a", "aux", "au", "en",
  ]

  // MARK: documents in small letters

  private func document(at head: Int, in range: Range<Int>) -> Range<Int>? {
    if let titled = phrases.longest(.titled, at: head, limit: range.upperBound) {
      return head..<(complement(after: titled.end, range.upperBound, isCapital: true) ?? titled.end)
    }
    guard let document = phrases.longest(.document, at: head, limit: range.upperBound),
      let start = startAfterArticle(head, range.lowerBound),
      let end = complement(
        after: pastParties(qualified(document.end, range.upperBound), range.upperBound), range.upperBound,
        isCapital: hasCapital(head))
    else { return nil }
    return start..<end
  }

  /// The token after the article that opens the noun phrase; null where it has none ("reach agreement on").
  private func startAfterArticle(_ head: Int, _ bound: Int) -> Int? {
    var index = head - 1
    while index >= bound, head - index <= 5, draft.isWord(index) {
      if draft.has(index, .determiner) { return index + 1 }
      guard draft.traits(index).isDisjoint(with: [.preposition, .and, .infinitive, .be, .have]) else { return nil }
      index -= 1
    }
    return nil
  }

  /// "protocole **de coopération** sur", "accord **bilatéral** relatif à".
  private func qualified(_ end: Int, _ limit: Int) -> Int {
    var next = end
    while next < limit, next < end + 3, draft.isWord(next), phrases.longest(.topic, at: next, limit: limit) == nil {
      let traits = draft.traits(next)
      if !traits.isDisjoint(with: [.and, .infinitive, .clauseVerb, .relative, .that, .determiner]),
        !traits.contains(.de)
      {
        return end
      }
      if traits.contains(.preposition), !traits.contains(.de) { return end }
      next += 1
    }
    return next
  }

  /// "Agreement **between the Government of Peru and Chile** on", "accord **entre la Suisse et le Pérou** relatif à".
  private func pastParties(_ end: Int, _ limit: Int) -> Int {
    guard end < limit, phrases.isWord(end, ["between", "entre"]) else { return end }
    var next = end + 1
    while next < min(limit, end + 24), draft.isWord(next), phrases.longest(.topic, at: next, limit: limit) == nil {
      guard
        hasCapital(next) || draft.mentionAt[next] >= 0 || draft.has(next, [.government, .groupNoun])
          || isSmallLink(next)
      else { return end }
      next += 1
    }
    return phrases.longest(.topic, at: next, limit: limit) == nil ? end : next
  }

  // MARK: what it is about

  /// The end of "on water resources", "relative aux droits de l'enfant"; null where none follows.
  private func complement(after end: Int, _ limit: Int, isCapital: Bool) -> Int? {
    guard let start = startOfTopic(at: end, limit, isCapital) else { return nil }
    // "un traité sur cette base" names nothing.
    if start < limit, phrases.isWord(start, ["this", "these", "that", "ce", "cet", "cette", "ces"]) { return nil }
    var next = start
    while next < limit, next < start + 14, continues(next, from: start, limit, isCapital) { next += 1 }
    while next > start, draft.has(next - 1, [.preposition, .determiner, .and]) { next -= 1 }
    return next > start ? next : nil
  }

  /// The token after "on", "relatif à"; in a French title after "de", too: "Accord de **partenariat économique**".
  private func startOfTopic(at index: Int, _ limit: Int, _ isCapital: Bool) -> Int? {
    if let topic = phrases.longest(.topic, at: index, limit: limit) {
      return isCapital && isPurpose(index) ? nil : topic.end
    }
    guard isCapital, draft.language == .french, index < limit, draft.has(index, .de) else { return nil }
    return index + 1
  }

  /// "the Agreement for signature": what is done with it, more often than what it is about.
  private func isPurpose(_ index: Int) -> Bool { phrases.isWord(index, ["for", "pour", "about"]) }

  private func continues(_ index: Int, from start: Int, _ limit: Int, _ isCapital: Bool) -> Bool {
    guard draft.isWord(index) else {
      return draft.tokens[index].kind == .number && DateFinder.year(draft, index) != nil && index == start
    }
    if hasCapital(index) { return true }
    let traits = draft.traits(index)
    if !traits.isDisjoint(with: [
      .clauseVerb, .have, .be, .will, .future, .conditional, .relative, .that, .subordinator, .timeNoun, .may,
    ]),
      traits.isDisjoint(with: [.determiner, .de])
    {
      return false
    }
    if traits.contains(.infinitive), index == start || draft.has(index - 1, .to) { return false }
    if phrases.isWord(index, ["how", "comment", "what"]) { return false }
    if traits.contains(.and) { return index + 1 < limit && continuesAfterAnd(index + 1, limit, isCapital) }
    guard traits.contains(.preposition), traits.isDisjoint(with: [.de, .determiner]) else {
      return !draft.has(index, .to)
    }
    return phrases.isWord(index, ["of", "a"])
      || phrases.longest(.topic, at: index, limit: limit) != nil && index > start
  }

  /// "culturelle et scientifique", "trade and investment"; "and the opening of" is something else, but in the title of
  /// a document: "Protocole sur la démocratie et la bonne gouvernance".
  private func continuesAfterAnd(_ index: Int, _ limit: Int, _ isCapital: Bool) -> Bool {
    if isCapital, draft.has(index, .determiner), index + 2 < limit {
      return !(index + 1...index + 2).contains { hasCapital($0) || draft.has($0, [.instrumentNoun, .meetingNoun]) }
    }
    return draft.isWord(index)
      && draft.traits(index).isDisjoint(with: [.determiner, .preposition, .infinitive, .to, .clauseVerb])
  }

  // MARK: trimming

  /// Without article, quotation marks and loose words around it.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var start = tokens.lowerBound
    var end = tokens.upperBound
    while start < end, draft.tokens[start].kind == .mark || isArticle(start) { start += 1 }
    while end > start, isLoose(end - 1, start) { end -= 1 }
    return start..<end
  }

  private func isArticle(_ index: Int) -> Bool {
    draft.has(index, [.determiner, .de]) && draft.tokens[index].shape.isDisjoint(with: .allCapitals)
  }

  private func isLoose(_ index: Int, _ start: Int) -> Bool {
    switch draft.tokens[index].mark {
    case .closeParenthesis: return false
    // "la déclaration « Sur … »": its other half is inside.
    case .closeQuote: return !(start..<index).contains { draft.isMark($0, .openQuote) }
    case .some: return true
    case nil: break
    }
    return draft.has(index, [.and, .determiner, .de])
      || phrases.isWord(index, ["of", "on", "for", "to", "sur", "pour"])
  }
}
