import Communique
import Vocabulary

/// Tells treaty text, in which provisions bind in the present tense and by "shall".
enum TreatyReader {
  /// Rule: two headings or openings "Article N", or "the Contracting Parties" twice.
  static func recognise(_ draft: Draft) {
    var articles = 0
    var contracting = 0
    for paragraph in draft.paragraphs {
      guard let first = paragraph.tokens.first, draft.isWord(first) else { continue }
      if draft.spelling(first) == "article", paragraph.tokens.count >= 2, draft.tokens[first + 1].kind == .number { articles += 1 }
    }
    for index in draft.tokens.indices where draft.isWord(index) {
      if ["contracting", "contractantes", "contractante"].contains(draft.spelling(index)) { contracting += 1 }
    }
    draft.isTreaty = articles >= 2 || contracting >= 2
  }
}
