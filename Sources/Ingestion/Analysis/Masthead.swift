import Communique
import Vocabulary

/// Reads what stands around the text: its title, its publisher, the dates it carries, and the day of the event.
struct Masthead {
  func read(_ draft: Draft) {
    readPublisher(draft)
    readTitle(draft)
  }

  private func readTitle(_ draft: Draft) {
    guard !draft.paragraphs.isEmpty else { return }
    let number = titleNumber(draft)
    if number > 0 {
      draft.paragraphs[0].kind = .heading
      draft.paragraphs[number].kind = .title
    }
    draft.titleParagraph = number
    draft.title = Self.oneLine(draft.text(draft.span(draft.paragraphs[number].tokens)))
    let opening = draft.paragraphs.prefix(number + 2).filter { $0.tokens.count <= 60 }
    draft.isJoint =
      opening.contains { $0.tokens.contains { Self.jointWords.contains(draft.spelling($0)) } }
      && !opening.contains { $0.tokens.contains { Self.notJointWords.contains(draft.spelling($0)) } }
  }

  /// The first paragraph that is no letterhead ("MINISTRY OF FOREIGN AFFAIRS", "Présidence de la République").
  private func titleNumber(_ draft: Draft) -> Int {
    for number in 0..<min(4, draft.paragraphs.count) {
      let paragraph = draft.paragraphs[number]
      guard paragraph.tokens.count <= 16, paragraph.kind != .body || number == 0, isLetterhead(paragraph, draft) else {
        return number
      }
      guard number + 1 < draft.paragraphs.count, draft.paragraphs[number + 1].kind == .heading else { return 0 }
    }
    return 0
  }

  private func isLetterhead(_ paragraph: Paragraph, _ draft: Draft) -> Bool {
    guard let first = paragraph.tokens.first(where: { draft.isWord($0) && !draft.has($0, .determiner) }) else {
      return false
    }
    let opens =
      draft.has(first, .government) || draft.has(first, .honorific) || Self.letterheads.contains(draft.spelling(first))
      || paragraph.tokens.count <= 3 && number(of: paragraph, draft) > 0
      || paragraph.tokens.count <= 3 && paragraph.tokens.contains { draft.has($0, .government) }
    return opens
      && !paragraph.tokens.contains {
        draft.has($0, [.have, .be, .will, .future, .clauseVerb, .instrumentNoun]) && !draft.has($0, .determiner)
          && draft.tokens[$0].shape.isDisjoint(with: .accented)
      }
  }

  /// A heading of a word or two over another heading is a rubric, no title.
  private func number(of paragraph: Paragraph, _ draft: Draft) -> Int {
    paragraph.tokens.contains { draft.mentionAt.isEmpty && draft.has($0, .instrumentNoun) } ? 0 : 1
  }

  private static let notJointWords = WordSet.listed("title-not-joint-words")

  private static let letterheads = WordSet.listed("title-letterheads")

  private static let jointWords = WordSet.listed("title-joint-words")

  /// White space, line breaks included, made single blanks.
  static func oneLine(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      let isSpace = byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
      if !isSpace { bytes.append(byte) } else if bytes.last != 0x20 { bytes.append(0x20) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func readPublisher(_ draft: Draft) {
    let publishers = draft.vocabulary.publishers
    // Whose outlet it is tells who "the Minister" is, also where a page or a user named it.
    let known = draft.known.publisher.flatMap { publishers.named($0) }
    guard let found = known ?? publishers.first(in: draft.tokens, lexicon: draft.lexicon) else { return }
    draft.publisher = found.name
    draft.home = draft.vocabulary.gazetteer.number(of: found.home)
  }
}
