import Communique
import Vocabulary

/// Cuts the text into lines and tokens, and tells what each line is: heading, list item, date, page furniture, body.
///
/// Rules:
/// - A line that matches a phrase of `furniture.tsv` is furniture ("Partagez cet article sur", "Cookie policy"), and
///   so is a line of breadcrumbs ("Accueil > Algérie > Diplomatie"), a bare address, or a line of one or two words
///   between such lines.
/// - After a line that opens the end matter ("A lire aussi", "Further reading") all is furniture.
/// - A short line without final mark, between empty lines, is a heading.
/// - A line that starts with a bullet, a dash or a number and a stop is a list item.
struct LineReader {
  func read(_ draft: Draft) {
    cut(draft)
    classify(draft)
  }

  private func cut(_ draft: Draft) {
    let bytes = draft.bytes
    let tokenizer = Tokenizer(lexicon: draft.lexicon)
    var made: ContiguousArray<Token> = []
    made.reserveCapacity(bytes.count / 5)
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let first = made.count
      tokenizer.tokenize(bytes, start..<end, into: &made)
      let tokens = first..<made.count
      draft.lines.append(Line(range: start..<end, tokens: tokens, kind: tokens.isEmpty ? .empty : .body))
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      start = end + (isPair ? 2 : 1)
    }
    draft.keep(made)
  }

  private func classify(_ draft: Draft) {
    var bodyHasBegun = false
    var inEndMatter = false
    setAsideFrontMatter(draft)
    for index in draft.lines.indices where draft.lines[index].kind != .empty {
      let line = draft.lines[index]
      let furniture = Furniture.verdict(on: line, in: draft)
      if furniture == .endMatter, bodyHasBegun { inEndMatter = true }
      if inEndMatter || furniture != .none {
        draft.lines[index].kind = .furniture
        draft.setAside.append(SetAside(span: line.range, reason: inEndMatter ? "end-matter" : "furniture"))
      } else if isDateLine(line, draft) {
        draft.lines[index].kind = .date
        draft.setAside.append(SetAside(span: line.range, reason: "date-line"))
      } else if let content = marker(of: line, draft), !isNumberedHeading(line, content, draft) {
        draft.lines[index].kind = .listItem
      } else if isHeading(line, draft) {
        draft.lines[index].kind = .heading
      }
      if draft.lines[index].kind == .body, line.tokens.count > 25 { bodyHasBegun = true }
    }
  }

  private func setAsideFrontMatter(_ draft: Draft) {
    guard !draft.frontMatter.isEmpty else { return }
    draft.setAside.append(SetAside(span: draft.frontMatter, reason: "front-matter"))
    for index in draft.lines.indices {
      guard draft.lines[index].range.lowerBound < draft.frontMatter.upperBound else { break }
      draft.lines[index].kind = .empty
    }
  }

  /// Short, with a full date, and nothing that tells anything else.
  private func isDateLine(_ line: Line, _ draft: Draft) -> Bool {
    let saysPublished =
      line.tokens.count <= 24 && line.tokens.contains { Self.publishedWords.contains(draft.spelling($0)) }
    guard line.tokens.count <= 16 || saysPublished else { return false }
    guard let found = DateFinder(draft: draft).dates(in: line.tokens).first(where: { $0.isFull }) else { return false }
    return saysPublished || line.tokens.count - found.tokens.count <= 9 && !endsSentence(line, draft)
      || line.tokens.count - found.tokens.count <= 4
  }

  private static let publishedWords = WordSet.listed("line-published-words")

  private func endsSentence(_ line: Line, _ draft: Draft) -> Bool {
    guard let last = line.tokens.last else { return false }
    return draft.isMark(last, .stop) && line.tokens.count > 8
  }

  private func isHeading(_ line: Line, _ draft: Draft) -> Bool {
    guard let first = line.tokens.first, let last = line.tokens.last, line.tokens.count <= 22 else { return false }
    guard draft.tokens[first].shape.contains(.capital) || draft.tokens[first].kind != .word else { return false }
    switch draft.tokens[last].mark {
    case .stop, .semicolon, .colon, .question, .exclamation, .comma: return false
    default: return true
    }
  }

  /// "1. Liaisons directes": a number, a few words with a capital, no final mark.
  private func isNumberedHeading(_ line: Line, _ content: Int, _ draft: Draft) -> Bool {
    guard line.tokens.upperBound - content <= 8, content < line.tokens.upperBound,
      draft.tokens[line.tokens.lowerBound].kind == .number,
      draft.tokens[content].shape.contains(.capital), let last = line.tokens.last, draft.tokens[last].kind == .word
    else { return false }
    return !(content..<line.tokens.upperBound).contains {
      !draft.traits($0).isDisjoint(with: [.have, .will, .future]) && !draft.tokens[$0].shape.contains(.accented)
    }
  }

  /// The first token after a list marker; null where the line has none.
  func marker(of line: Line, _ draft: Draft) -> Int? { Self.contentStart(line.tokens, draft) }

  static func contentStart(_ tokens: Range<Int>, _ draft: Draft) -> Int? {
    guard let first = tokens.first, tokens.count >= 2 else { return nil }
    let token = draft.tokens[first]
    switch token.mark {
    case .bullet, .dash: return first + 1
    case .openParenthesis where tokens.count > 3 && draft.isMark(first + 2, .closeParenthesis): return first + 3
    default: break
    }
    if token.kind == .number, token.end - token.start <= 3 {
      let next = draft.tokens[first + 1]
      if next.isMark(.stop) || next.isMark(.closeParenthesis) || next.isMark(.dash) { return first + 2 }
    }
    // "a)", "iv)".
    if token.kind == .word, token.end - token.start <= 4, draft.isMark(first + 1, .closeParenthesis) {
      return first + 2
    }
    return nil
  }
}
