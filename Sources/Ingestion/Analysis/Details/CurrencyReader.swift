import Communique
import Vocabulary

/// Reads the currency at a place of the text and decides between currencies of one name.
///
/// - English: "$", "US$", "USD", "dollars", "US dollars", "Canadian dollars".
/// - French: "€", "EUR", "de dollars", "de dollars américains", "FCFA", "de francs suisses".
///
/// A state named beside it decides; else the one currency of all parties that are bound; else the default of the name
/// ("dollars" are the United States'); else the one that a party of the meeting has. A name that stays open is none.
struct CurrencyReader {
  struct Found {
    var code: String
    var end: Int
  }

  let phrases: PhraseReader
  let parties: [Party]

  private var draft: Draft { phrases.draft }

  /// "$", "US$", "$US", "USD": written beside the number.
  func sign(at start: Int, limit: Int) -> Found? {
    guard start < limit else { return nil }
    if draft.isMark(start, .currency) { return mark(at: start, limit) }
    guard draft.isWord(start), draft.tokens[start].shape.contains(.capital) else { return nil }
    if start + 1 < limit, draft.isMark(start + 1, .currency), draft.tokens[start + 1].shape.isDisjoint(with: .spaced) {
      return decided(signed(draft.span(start..<start + 2)), state: nil, end: start + 2)
    }
    if phrases.starts(.currency, at: start),
      let found = decided(signed(draft.span(start..<start + 1)), state: nil, end: start + 1)
    {
      return found
    }
    return code(at: start, limit)
  }

  private func mark(at start: Int, _ limit: Int) -> Found? {
    // "$US", "$ CA".
    if start + 1 < limit, draft.isWord(start + 1), draft.tokens[start + 1].shape.contains(.allCapitals) {
      let sign = draft.text(draft.tokens[start].range) + draft.text(draft.tokens[start + 1].range)
      let rows = phrases.book.currencies.currencies(signed: sign)
      if let found = decided(rows, state: nil, end: start + 2) { return found }
    }
    return decided(signed(draft.tokens[start].range), state: nil, end: start + 1)
  }

  private func signed(_ span: Range<Int>) -> [Int] { phrases.book.currencies.currencies(signed: draft.text(span)) }

  /// "USD", in capitals.
  func code(at start: Int, _ limit: Int) -> Found? {
    guard start < limit, draft.tokens[start].shape.contains(.allCapitals),
      let match = phrases.longest(.currencyCode, at: start, limit: limit)
    else { return nil }
    return Found(code: phrases.book.currencies.all[Int(match.value)].code, end: match.end)
  }

  /// "dollars", "de dollars américains", "US dollars": after the number.
  func name(at start: Int, limit: Int) -> Found? {
    var position = start
    if position < limit, phrases.isWord(position, ["de", "d", "of", "en", "in"]) { position += 1 }
    guard position < limit else { return nil }
    if let found = noun(at: position, limit, state: nil) { return found }
    guard let mention = draft.mention(at: position), mention.tokens.lowerBound == position, let state = state(mention)
    else {
      return nil
    }
    return noun(at: mention.tokens.upperBound, limit, state: state)
  }

  private func noun(at start: Int, _ limit: Int, state: Party?) -> Found? {
    let matches = phrases.all(.currency, at: start, limit: limit)
    guard let end = matches.first?.end else { return nil }
    let rows = matches.filter { $0.end == end }.map { Int($0.value) }.sorted()
    if state == nil, end < limit, let mention = draft.mention(at: end), mention.tokens.lowerBound == end,
      let state = self.state(mention), let found = decided(rows, state: state, end: mention.tokens.upperBound)
    {
      return found
    }
    return decided(rows, state: state, end: end)
  }

  private func state(_ mention: Mention) -> Party? {
    guard case .name = mention.kind, let party = mention.parties.first else { return nil }
    return draft.party(party)
  }

  /// One of the candidates; null where nothing decides.
  private func decided(_ rows: [Int], state: Party?, end: Int) -> Found? {
    guard !rows.isEmpty else { return nil }
    let candidates = rows.map { phrases.book.currencies.all[$0] }
    if let state {
      let own = candidates.first { $0.states.contains(state) }
      return own.map { Found(code: $0.code, end: end) }
    }
    let chosen =
      candidates.count == 1
      ? candidates.first : candidates.first { !parties.isEmpty && $0.states.isSuperset(of: parties) }
    let meeting = draft.meeting.map { draft.party($0) }
    let ofMeeting = candidates.filter { !$0.states.isDisjoint(with: meeting) }
    let found = chosen ?? candidates.first(where: \.isDefault) ?? (ofMeeting.count == 1 ? ofMeeting[0] : nil)
    return found.map { Found(code: $0.code, end: end) }
  }
}
