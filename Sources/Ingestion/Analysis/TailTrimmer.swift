import Communique
import Vocabulary

/// Ends an action where its complements end.
///
/// Rules: attributions (", a-t-il dit", ", he said", "selon …"), clauses that add something (", which provides …",
/// ", qui pourra …", "tandis que", "ajoutant que") and trailing marks are outside; quotation marks and parentheses
/// are balanced.
struct TailTrimmer {
  let draft: Draft

  func trim(_ range: Range<Int>, keepsRelative: Bool = false) -> Range<Int> {
    var start = range.lowerBound
    var end = keepsRelative ? range.upperBound : cut(range)
    while start < end, isLooseStart(start) { start += 1 }
    while end > start, isLooseEnd(end - 1, start) { end -= 1 }
    (start, end) = balance(start, end)
    while end > start, isLooseEnd(end - 1, start) { end -= 1 }
    return start..<max(start, end)
  }

  private func isLooseStart(_ index: Int) -> Bool {
    switch draft.tokens[index].mark {
    case .comma, .semicolon, .colon, .stop, .closeParenthesis, .closeQuote, .dash, .bullet: true
    default: false
    }
  }

  private func isLooseEnd(_ index: Int, _ start: Int) -> Bool {
    let token = draft.tokens[index]
    switch token.mark {
    case .comma, .semicolon, .colon, .dash, .bullet, .question, .exclamation, .openParenthesis, .openQuote, .ellipsis:
      return true
    case .stop: return !endsAbbreviation(index)
    default: break
    }
    guard token.kind == .word, index > start else { return false }
    if draft.has(index, [.and, .that]), draft.mentionAt[index] < 0, draft.spelling(index) != "ou" || true {
      return true
    }
    return ["mais", "but", "tandis", "alors", "while", "with", "puis", "then"].contains(draft.spelling(index))
  }

  /// "etc." keeps its stop; "U.S." has its own.
  private func endsAbbreviation(_ index: Int) -> Bool { index > 0 && draft.spelling(index - 1) == "etc" }

  /// The first place at which something else begins.
  private func cut(_ range: Range<Int>) -> Int {
    var depth = 0
    for index in range where index > range.lowerBound {
      switch draft.tokens[index].mark {
      case .openParenthesis: depth += 1
      case .closeParenthesis: depth -= 1
      case .comma where depth <= 0:
        if startsAside(index + 1, range.upperBound, range.lowerBound) { return index }
      case .dash where depth <= 0 && draft.tokens[index].shape.contains(.spaced):
        if startsAttribution(index + 1, range.upperBound) { return index }
      case .closeQuote, .quote:
        if index + 2 < range.upperBound, draft.isMark(index + 1, .comma), startsAttribution(index + 2, range.upperBound)
        {
          return index
        }
      default:
        if depth <= 0, draft.isWord(index), isSubordinate(index, range) { return index }
      }
    }
    return range.upperBound
  }

  /// "tandis que", "while", "whereas" introduce another statement.
  private func isSubordinate(_ index: Int, _ range: Range<Int>) -> Bool {
    let word = draft.spelling(index)
    if word == "whereas" { return true }
    guard word == "tandis" || word == "alors", index + 1 < range.upperBound else { return false }
    return draft.has(index + 1, .that)
  }

  private func startsAside(_ index: Int, _ limit: Int, _ start: Int) -> Bool {
    guard index < limit else { return false }
    if startsAttribution(index, limit) { return true }
    let word = draft.spelling(index)
    if [
      "which", "who", "whose", "where", "qui", "dont", "lequel", "laquelle", "adding", "noting", "saying", "stressing",
      "ajoutant", "precisant", "soulignant", "relevant", "notant", "rappelant", "estimant", "declarant", "indiquant",
      "affirmant",
      "selon", "while", "whereas", "but", "mais", "recognizing", "recognising", "reconnaissant", "demandant",
      "although", "bien",
    ].contains(word) {
      if word == "bien" { return index + 1 < limit && draft.has(index + 1, .that) }
      if word == "while" { return index + 1 < limit && !draft.has(index + 1, .gerund) }
      return true
    }
    if word == "en", index + 1 < limit,
      [
        "rappelant", "soulignant", "notant", "relevant", "precisant", "ajoutant", "reconnaissant", "indiquant",
        "appelant", "saluant", "remerciant",
      ].contains(draft.spelling(index + 1))
    {
      return true
    }
    if word == "according", index + 1 < limit { return true }
    if word == "one", index + 1 < limit, draft.spelling(index + 1) == "of" { return true }
    if word == "avant", index + 1 < limit, draft.has(index + 1, .de) {
      return index + 2 < limit && draft.has(index + 2, .infinitive)
    }
    if word == "une", index + 1 < limit,
      draft.spelling(index + 1) == "demande" || draft.spelling(index + 1) == "initiative"
    {
      return true
    }
    // ", en vertu duquel", ", par laquelle", ", in which".
    if draft.has(index, .preposition), index + 1 < limit, draft.has(index + 1, .relative) { return true }
    if draft.has(index, .preposition), index + 2 < limit, draft.has(index + 2, .relative), draft.isWord(index + 1) {
      return true
    }
    if draft.has(index, .preposition), index + 3 < limit, draft.has(index + 3, .relative),
      ["termes", "terms", "cours", "vertu", "terme"].contains(draft.spelling(index + 1))
    {
      return true
    }
    if ["aux", "under"].contains(word), index + 2 < limit, ["termes", "which"].contains(draft.spelling(index + 1)) {
      return true
    }
    return false
  }

  /// "a-t-il dit", "a annoncé M. X", "he said", "said Wang", "selon".
  private func startsAttribution(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit, draft.isWord(index) else { return false }
    var next = index
    if draft.has(next, .have) { next += 1 }
    while next < limit, next < index + 4,
      [
        "t", "il", "elle", "ils", "elles", "on", "egalement", "encore", "ensuite", "he", "she", "they", "it", "mr",
        "mrs", "ms", "l", "en", "outre", "aussi",
      ].contains(draft.spelling(next)) || draft.isMark(next, .comma) && next > index
    {
      next += 1
    }
    guard next < limit, draft.isWord(next) else { return false }
    if draft.language == .french {
      return draft.has(next, .reporting) && draft.has(index, .have) || ["selon"].contains(draft.spelling(index))
    }
    // "the minister said", "Mr Wang added".
    while next < limit, draft.isWord(next), draft.has(next, [.determiner, .office, .honorific]), next < index + 5 {
      next += 1
    }
    if next < limit, let mention = draft.mention(at: next), mention.kind == .person || mention.kind == .he {
      next = mention.tokens.upperBound
    }
    return next < limit
      && ["said", "says", "added", "noted", "stated", "announced", "according", "stressed", "told", "explained"]
        .contains(draft.spelling(next))
  }

  // MARK: balance

  /// Leaves no quotation mark or parenthesis without its other half.
  private func balance(_ start: Int, _ end: Int) -> (Int, Int) {
    var start = start
    var end = end
    var depth = 0
    var openAt = -1
    for index in start..<end {
      let token = draft.tokens[index]
      if token.isMark(.openParenthesis) {
        if depth == 0 { openAt = index }
        depth += 1
      }
      if token.isMark(.closeParenthesis) {
        depth -= 1
        if depth < 0 { return balance(start, index) }
      }
    }
    if depth > 0, openAt > start { end = openAt }
    (start, end) = balanceQuotes(start, end)
    return (start, end)
  }

  private func balanceQuotes(_ start: Int, _ end: Int) -> (Int, Int) {
    var open = 0
    for index in start..<end {
      let token = draft.tokens[index]
      if token.isMark(.openQuote) { open += 1 }
      if token.isMark(.closeQuote) {
        if open == 0 { return index == start ? (start + 1, end) : (start, index) }
        open -= 1
      }
    }
    if open > 0, draft.isMark(start, .openQuote) { return (start + 1, end) }
    if open > 0 {
      // The quotation goes on after the action: take its end in where it is near, else stop before its beginning.
      if end < draft.tokens.count, draft.isMark(end, .closeQuote) { return (start, end + 1) }
      if end + 1 < draft.tokens.count, draft.isMark(end, .stop), draft.isMark(end + 1, .closeQuote) {
        return (start, end)
      }
    }
    return (start, end)
  }
}
