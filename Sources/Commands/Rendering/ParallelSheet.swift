import Communique
import KnowledgeBase

/// One agreement beside its wordings in linked documents.
enum ParallelSheet {
  static func sheet(_ stored: StoredAgreement, _ counterparts: [Counterpart], language: Language) -> Sheet {
    let labels = Labels(language: language)
    let rows = counterparts.enumerated().map { index, counterpart in
      let other = counterpart.agreement
      let quotes = ComparisonSheet.quotes(stored, other)
      return Sheet.Row(
        notes: labels.differences(counterpart.differences, stored, other),
        cells: [Sheet.Cell(stored, labels, quote: quotes?.left), Sheet.Cell(other, labels, quote: quotes?.right)])
    }
    let others = counterparts.map(\.agreement.document)
    // With several documents on the right, each row says by its id which it is.
    let headings =
      Set(others.map(\.id)).count == 1
      ? [Sheet.Heading(stored.document, labels), Sheet.Heading(others[0], labels)] : []
    return Sheet(
      title: Words.link.parallel.text(language), headings: headings,
      rows: rows.isEmpty ? [Sheet.Row(cells: [Sheet.Cell(stored, labels)])] : rows,
      footer: rows.isEmpty ? [Words.link.noCounterpart.text(language)] : [], language: language)
  }

  static func json(_ counterparts: [Counterpart]) -> JSON {
    .array(
      counterparts.map {
        .object([
          "agreement": .stored($0.agreement), "score": .score($0.score),
          "differences": .strings($0.differences.map(\.rawValue)),
        ])
      })
  }
}
