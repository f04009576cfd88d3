import Communique
import Concordance
import KnowledgeBase

/// Two agreements: in one text word by word where they are of one language, else side by side.
enum DiffSheet {
  static func sheet(
    _ left: StoredAgreement, _ right: StoredAgreement, _ change: WordingChange, _ differences: [Difference],
    language: Language
  ) -> Sheet {
    let labels = Labels(language: language)
    let notes = [labels.change(change)] + labels.differences(differences, left, right)
    let isOne = left.document.language == right.document.language
    let (one, two) = (left.agreement.text, right.agreement.text)
    let cells =
      isOne
      ? [Sheet.Cell(right, labels, quote: WordingPieces.merged(WordingDiff(one, two), one, two))]
      : [Sheet.Cell(left, labels), Sheet.Cell(right, labels)]
    let headings = isOne ? [] : [Sheet.Heading(left.document, labels), Sheet.Heading(right.document, labels)]
    return Sheet(
      title: "id \(left.id) → id \(right.id)", headings: headings, rows: [Sheet.Row(notes: notes, cells: cells)],
      language: language)
  }

  /// The words of both in order, `kept`, `removed` or `added`; null across two languages.
  static func json(_ left: StoredAgreement, _ right: StoredAgreement) -> JSON {
    guard left.document.language == right.document.language else { return .null }
    let (one, two) = (left.agreement.text, right.agreement.text)
    let pieces = WordingPieces.merged(WordingDiff(one, two), one, two)
    return .array(
      pieces.filter { $0.text != " " }.map { piece in
        let kind =
          switch piece.mark {
          case .none: "kept"
          case .removed: "removed"
          case .added: "added"
          }
        return .object(["change": .string(kind), "text": .string(piece.text)])
      })
  }
}
