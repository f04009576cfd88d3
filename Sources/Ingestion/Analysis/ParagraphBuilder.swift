import Communique
import Vocabulary

/// Joins the lines of the communiqué proper into paragraphs and cuts these into sentences.
///
/// Rules:
/// - An empty line ends a paragraph, unless the text goes on in lower case after a line without final mark (copies
///   of PDFs break so).
/// - Lines that break before a sentence's end are joined; a list marker begins a new paragraph.
/// - A stop ends a sentence where a capital, a number or a quotation follows, not after "M.", "No." or an initial,
///   and not before a lower-case letter (poor copies have stray stops).
struct ParagraphBuilder {
  /// The length in bytes of the line that was appended last.
  private var lastLineLength = 0

  mutating func build(_ draft: Draft) {
    join(draft)
    for index in draft.paragraphs.indices { split(index, draft) }
  }

  private mutating func join(_ draft: Draft) {
    var lastWasEmpty = true
    for line in draft.lines {
      switch line.kind {
      case .empty: lastWasEmpty = true
      case .furniture, .date: break
      case .heading, .listItem, .body:
        append(line, afterEmpty: lastWasEmpty, draft)
        lastWasEmpty = false
        lastLineLength = line.range.count
      }
    }
    if let first = draft.paragraphs.indices.first, draft.paragraphs[first].kind != .listItem,
      draft.paragraphs[first].tokens.count <= 60
    {
      draft.paragraphs[first].kind = .title
    }
  }

  private mutating func append(_ line: Line, afterEmpty: Bool, _ draft: Draft) {
    if line.kind != .listItem, let last = draft.paragraphs.indices.last,
      goesOn(draft.paragraphs[last], line, afterEmpty, draft)
    {
      draft.paragraphs[last].tokens = draft.paragraphs[last].tokens.lowerBound..<line.tokens.upperBound
      if line.kind == .body || draft.paragraphs[last].tokens.count > 22, draft.paragraphs[last].kind == .heading {
        draft.paragraphs[last].kind = .body
      }
      return
    }
    let content = LineReader.contentStart(line.tokens, draft) ?? line.tokens.lowerBound
    // A numbered heading keeps its number outside its words.
    let kind: Paragraph.Kind = line.kind == .listItem ? .listItem : line.kind == .heading ? .heading : .body
    draft.paragraphs.append(Paragraph(tokens: line.tokens, kind: kind, contentStart: content))
  }

  private func goesOn(_ paragraph: Paragraph, _ line: Line, _ afterEmpty: Bool, _ draft: Draft) -> Bool {
    guard let last = paragraph.tokens.last, let first = line.tokens.first,
      paragraph.tokens.upperBound == line.tokens.lowerBound
    else { return false }
    switch draft.tokens[last].mark {
    case .stop, .semicolon, .colon, .question, .exclamation: return false
    default: break
    }
    let token = draft.tokens[first]
    let isLower = token.kind == .word && !token.shape.contains(.capital)
    if afterEmpty { return isLower && paragraph.tokens.count > 3 && paragraph.kind != .title }
    if isLower { return true }
    // A line of prose that breaks before a name: the line before must be long, and neither a heading.
    return paragraph.kind != .heading && line.kind == .body && paragraph.tokens.count > 8
      && (45...130).contains(lastLineLength)
  }

  private func split(_ index: Int, _ draft: Draft) {
    let paragraph = draft.paragraphs[index]
    var start = paragraph.contentStart
    var position = start
    while position < paragraph.tokens.upperBound {
      if endsSentence(position, paragraph.tokens.upperBound, draft) {
        var end = position + 1
        while end < paragraph.tokens.upperBound, isClosing(end, draft) { end += 1 }
        draft.sentences.append(Sentence(tokens: start..<end, paragraph: index))
        start = end
        position = end
      } else if draft.isMark(position, .bullet), position > start {
        draft.sentences.append(Sentence(tokens: start..<position, paragraph: index))
        start = position + 1
        position += 1
      } else {
        position += 1
      }
    }
    if start < paragraph.tokens.upperBound {
      draft.sentences.append(Sentence(tokens: start..<paragraph.tokens.upperBound, paragraph: index))
    }
  }

  private func isClosing(_ index: Int, _ draft: Draft) -> Bool {
    let token = draft.tokens[index]
    if token.isMark(.closeQuote) || token.isMark(.closeParenthesis) { return true }
    return token.isMark(.quote) && !token.shape.contains(.spaced)
  }

  private func endsSentence(_ index: Int, _ limit: Int, _ draft: Draft) -> Bool {
    switch draft.tokens[index].mark {
    case .question, .exclamation: return true
    case .stop: break
    default: return false
    }
    var next = index + 1
    while next < limit, isClosing(next, draft) { next += 1 }
    guard next < limit else { return true }
    let token = draft.tokens[next]
    if token.kind == .word, !token.shape.contains(.capital) { return false }
    if token.kind == .mark, token.mark == .comma || token.mark == .semicolon || token.mark == .stop { return false }
    guard index > 0 else { return true }
    let before = draft.tokens[index - 1]
    guard before.kind == .word, before.end == draft.tokens[index].start else { return true }
    if draft.traits(index - 1).contains(.honorific), before.end - before.start <= 5 { return false }
    if before.end - before.start == 1, before.shape.contains(.capital) { return false }
    return !Self.abbreviations.contains(draft.spelling(index - 1))
  }

  private static let abbreviations = WordSet.listed("sentence-abbreviations")
}
