import Communique
import Vocabulary

/// Reads what stands around the text: its title, its publisher, the dates it carries, and the day of the event.
struct Masthead {
  func read(_ draft: Draft) {
    readPublisher(draft)
    readTitle(draft)
  }

  private func readTitle(_ draft: Draft) {
    guard let first = draft.paragraphs.first else { return }
    let span = draft.span(first.tokens)
    draft.title = Self.oneLine(draft.text(span))
    let words = Set(first.tokens.filter { draft.isWord($0) }.map { draft.spelling($0) })
    draft.isJoint = !words.isDisjoint(with: Self.jointWords)
  }

  private static let jointWords: Set<String> = [
    "joint", "declaration", "communique", "statement", "conjoint", "conjointe", "commun", "commune", "trilateral", "bilateral",
  ]

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
    guard let found = draft.vocabulary.publishers.first(in: draft.tokens, lexicon: draft.lexicon) else { return }
    draft.publisher = found.name
    draft.home = draft.vocabulary.gazetteer.number(of: found.home)
  }
}
