import Communique
import Vocabulary

/// Tells page furniture by the phrases of `furniture.tsv` and by the shape of a line.
enum Furniture {
  enum Verdict {
    case none, furniture, endMatter
  }

  static func verdict(on line: Line, in draft: Draft) -> Verdict {
    guard line.tokens.count <= 40 || isLinks(line, draft) else { return .none }
    let phrase = draft.vocabulary.furniture.verdict(tokens: draft.tokens, line: line.tokens, lexicon: draft.lexicon)
    switch phrase {
    case .end: return .endMatter
    case .start where line.tokens.count <= 30, .whole, .any: return .furniture
    default: break
    }
    if isBreadcrumb(line, draft) || isLinks(line, draft) || isBylineOrCredit(line, draft) || hasNoWords(line, draft) {
      return .furniture
    }
    return .none
  }

  /// "Accueil > Algérie > Diplomatie", "FR | NL | DE | EN".
  private static func isBreadcrumb(_ line: Line, _ draft: Draft) -> Bool {
    var separators = 0
    var words = 0
    for index in line.tokens {
      let token = draft.tokens[index]
      if token.isMark(.greater) || token.isMark(.other) && draft.bytes[Int(token.start)] == UInt8(ascii: "|") {
        separators += 1
      } else if token.kind == .word {
        words += 1
      }
    }
    return separators > 0 && words <= 12 && !line.tokens.contains { draft.tokens[$0].kind == .number }
      || separators > 2 && words <= 30
  }

  /// A bare address, or a line that is mostly one.
  private static func isLinks(_ line: Line, _ draft: Draft) -> Bool {
    let text = UnsafeBufferPointer(rebasing: draft.bytes[line.range])
    guard contains(text, "http") || contains(text, "www.") || contains(text, "pic.twitter") else { return false }
    return !contains(text, ". ") && line.tokens.count < 60
  }

  /// "par Krikor Amirzayan le mardi 18 juin 2024", "© armenews.com 2024", "Source : AFP", "(Rédacteurs : …)".
  private static func isBylineOrCredit(_ line: Line, _ draft: Draft) -> Bool {
    guard line.tokens.count <= 24, let first = line.tokens.first(where: { draft.tokens[$0].kind != .mark }) else {
      return false
    }
    let start = draft.bytes[line.range.lowerBound]
    if start == 0xC2, line.range.count > 1, draft.bytes[line.range.lowerBound + 1] == 0xA9 { return true }
    let word = draft.spelling(first)
    if ["source", "sources", "ndlr"].contains(word) { return true }
    guard word == "par" || word == "by", first + 1 < line.tokens.upperBound else { return false }
    // "By 2030, the two sides will …" is a sentence.
    guard !line.tokens.contains(where: { draft.has($0, [.will, .future, .clauseVerb]) }) else { return false }
    return draft.tokens[first + 1].shape.contains(.capital) || line.tokens.contains { draft.tokens[$0].kind == .number }
  }

  private static func hasNoWords(_ line: Line, _ draft: Draft) -> Bool {
    !line.tokens.contains { draft.tokens[$0].kind == .word }
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ wanted: StaticString) -> Bool {
    let count = wanted.utf8CodeUnitCount
    guard text.count >= count else { return false }
    let first = wanted.utf8Start[0]
    for start in 0...(text.count - count) where text[start] == first {
      var length = 1
      while length < count, text[start + length] == wanted.utf8Start[length] { length += 1 }
      if length == count { return true }
    }
    return false
  }
}
