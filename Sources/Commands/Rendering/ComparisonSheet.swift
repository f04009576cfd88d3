import Communique
import Concordance
import KnowledgeBase

/// Two documents, agreement by agreement.
enum ComparisonSheet {
  static func sheet(_ comparison: Comparison, language: Language) -> Sheet {
    let labels = Labels(language: language)
    let rows = comparison.pairs.map { row($0, labels) }
    return Sheet(
      title: Words.link.comparison.text(language),
      headings: [Sheet.Heading(comparison.left, labels), Sheet.Heading(comparison.right, labels)], rows: rows,
      footer: [footer(comparison, language)], language: language)
  }

  /// One of the pairs of `kb compare --format json`, as the contract has them.
  static func json(_ pair: ComparedPair) -> JSON {
    .object([
      "left": pair.left.map { JSON.stored($0) } ?? .null, "right": pair.right.map { JSON.stored($0) } ?? .null,
      "score": .score(pair.score), "differences": .strings(pair.differences.map(\.rawValue)),
    ])
  }

  private static func row(_ pair: ComparedPair, _ labels: Labels) -> Sheet.Row {
    let words = Words.link
    guard let left = pair.left, let right = pair.right else {
      let text = (pair.left == nil ? words.onlyRight : words.onlyLeft).text(labels.language)
      return Sheet.Row(
        notes: [Sheet.Note(text: text, role: .match)],
        cells: [pair.left, pair.right].map { $0.map { .init($0, labels) } })
    }
    let quotes = Self.quotes(left, right)
    return Sheet.Row(
      notes: labels.differences(pair.differences, left, right),
      cells: [
        Sheet.Cell(left, labels, quote: quotes?.left), Sheet.Cell(right, labels, quote: quotes?.right),
      ])
  }

  /// Word by word within one language; null across two.
  static func quotes(
    _ left: StoredAgreement, _ right: StoredAgreement
  ) -> (left: [Sheet.Piece], right: [Sheet.Piece])? {
    guard left.document.language == right.document.language else { return nil }
    let (one, two) = (left.agreement.text, right.agreement.text)
    return WordingPieces.apart(WordingDiff(one, two), one, two)
  }

  private static func footer(_ comparison: Comparison, _ language: Language) -> String {
    let pairs = comparison.pairs.filter { $0.left != nil && $0.right != nil }
    let differing = pairs.count { !$0.differences.isEmpty }
    let words = Words.link
    return [
      words.pairs.text(language, pairs.count), words.differing.text(language, Numbers.shown(differing, language)),
      words.alone.text(language, Numbers.shown(comparison.pairs.count - pairs.count, language)),
    ].joined(separator: ", ")
  }
}

extension JSON {
  /// A score of 0 … 1 to two places; null where there is none.
  static func score(_ score: Double?) -> JSON {
    score.map { .double(($0 * 100).rounded() / 100) } ?? .null
  }
}
