import Communique
import Vocabulary

/// Finds the sums of money that an action names.
///
/// Rules:
/// - Sign or code before the number: "$25 million", "US$5m", "€9.94bn", "NOK 90 million". A code, or a name of up to
///   four letters, wants a sum of at least 1,000 ("COP 28" is a conference, "50 won" no money).
/// - Name, sign or code after it: "50 million euros", "25 millions de dollars", "548M FCFA", "4,5 M€".
/// - Of a range both ends count ("$5-10 million", "de 5 à 10 millions d'euros"), the first at the scale of the second.
/// - Each sum counts once.
struct AmountFinder {
  struct Found {
    var amount: Amount
    var rule: String
    var tokens: Range<Int>
  }

  private let phrases: PhraseReader
  private let numbers: QuantityReader
  private let currencies: CurrencyReader

  private var draft: Draft { phrases.draft }

  init(_ phrases: PhraseReader, parties: [Party]) {
    self.phrases = phrases
    numbers = QuantityReader(phrases)
    currencies = CurrencyReader(phrases: phrases, parties: parties)
  }

  func amounts(in range: Range<Int>) -> [Found] {
    var found: [Found] = []
    var position = range.lowerBound
    while position < range.upperBound {
      guard isCandidate(position), let sums = sums(at: position, limit: range.upperBound) else {
        position += 1
        continue
      }
      for sum in sums where !found.contains(where: { $0.amount == sum.amount }) { found.append(sum) }
      position = max(position + 1, sums.last?.tokens.upperBound ?? 0)
    }
    return found
  }

  private func isCandidate(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    switch token.kind {
    case .number: return true
    case .mark: return token.isMark(.currency)
    case .word:
      if phrases.starts([.number, .one, .currencyCode], at: index) { return true }
      if token.shape.contains(.capital), phrases.starts(.currency, at: index) { return true }
      // "US$".
      return token.shape.contains(.capital) && index + 1 < draft.tokens.count && draft.isMark(index + 1, .currency)
    }
  }

  private func sums(at start: Int, limit: Int) -> [Found]? {
    if let sign = currencies.sign(at: start, limit: limit) { return prefixed(sign, start, limit) }
    return suffixed(start, limit)
  }

  // MARK: sign first

  private func prefixed(_ sign: CurrencyReader.Found, _ start: Int, _ limit: Int) -> [Found]? {
    guard var number = numbers.quantity(at: sign.end, limit: limit) else { return nil }
    number = withSuffix(number, limit)
    let isCode = draft.isWord(start) && sign.end == start + 1
    var ends = [number]
    if let second = rangeEnd(after: number, limit) { ends = range(number, withSuffix(second, limit)) }
    guard let last = ends.last, !isCode || last.value >= 1000 else { return nil }
    // "$25 million CAD", "$5 million US dollars".
    let own = currencies.code(at: last.end, limit) ?? currencies.name(at: last.end, limit: limit)
    let end = own?.end ?? last.end
    return ends.map { found($0, own?.code ?? sign.code, "sign-first", start..<end) }
  }

  /// "$5 m", "$5 bn": apart from the number.
  private func withSuffix(_ number: QuantityReader.Quantity, _ limit: Int) -> QuantityReader.Quantity {
    guard !number.isScaled, let suffix = phrases.longest(.suffix, at: number.end, limit: limit) else { return number }
    return QuantityReader.Quantity(value: number.value * suffix.value, end: suffix.end, scale: suffix.value)
  }

  // MARK: number first

  private func suffixed(_ start: Int, _ limit: Int) -> [Found]? {
    guard let number = numbers.quantity(at: start, limit: limit) else { return nil }
    if let (only, currency) = withCurrency(number, limit) {
      return [found(only, currency.code, "number-first", start..<currency.end)]
    }
    guard let second = rangeEnd(after: number, limit), let (last, currency) = withCurrency(second, limit) else {
      return nil
    }
    return range(number, last).map { found($0, currency.code, "number-first", start..<currency.end) }
  }

  private func withCurrency(
    _ number: QuantityReader.Quantity, _ limit: Int
  ) -> (QuantityReader.Quantity, CurrencyReader.Found)? {
    if let currency = currency(at: number.end, limit) {
      return number.value < 1000 && isShortName(currency.end - 1) ? nil : (number, currency)
    }
    let longer = withSuffix(number, limit)
    guard longer.end > number.end, let currency = currency(at: longer.end, limit) else { return nil }
    return (longer, currency)
  }

  /// "COP", "won", "sol", "real": as likely something else.
  private func isShortName(_ index: Int) -> Bool { draft.isWord(index) && draft.tokens[index].range.count <= 4 }

  private func currency(at index: Int, _ limit: Int) -> CurrencyReader.Found? {
    if let name = currencies.name(at: index, limit: limit) { return name }
    guard let sign = currencies.sign(at: index, limit: limit) else { return nil }
    // "signed 3 agreements, $5 million": the sign belongs to the number after it.
    let next = sign.end
    let isBeforeNumber =
      next < limit && draft.tokens[next].kind == .number && draft.tokens[next].shape.isDisjoint(with: .spaced)
    return isBeforeNumber ? nil : sign
  }

  // MARK: ranges

  /// The second number of "5 to 10 million", "5-10 millions", "de 5 à 10".
  private func rangeEnd(after number: QuantityReader.Quantity, _ limit: Int) -> QuantityReader.Quantity? {
    let link = number.end
    guard link + 1 < limit else { return nil }
    guard
      draft.isMark(link, .dash) || draft.isMark(link, .other) || phrases.longest(.link, at: link, limit: limit) != nil
    else {
      return nil
    }
    let next = draft.isMark(link + 1, .currency) ? link + 2 : link + 1
    return numbers.quantity(at: next, limit: limit)
  }

  private func range(_ first: QuantityReader.Quantity, _ second: QuantityReader.Quantity) -> [QuantityReader.Quantity] {
    // "500,000 to 1 million" has its scale already.
    guard !first.isScaled, first.value * second.scale <= second.value else { return [first, second] }
    var first = first
    first.value *= second.scale
    return [first, second]
  }

  private func found(_ number: QuantityReader.Quantity, _ code: String, _ rule: String, _ tokens: Range<Int>) -> Found {
    Found(amount: Amount(value: number.value, currency: code), rule: rule, tokens: tokens)
  }
}
