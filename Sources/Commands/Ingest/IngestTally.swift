import Communique
import KnowledgeBase

/// What a run has done so far.
struct IngestTally {
  /// Files that were read or passed over.
  private(set) var files = 0
  private(set) var added = 0
  private(set) var replaced = 0
  private(set) var unchanged = 0
  private(set) var skipped = 0
  private(set) var empty = 0
  /// Of the documents that were added or replaced.
  private(set) var agreements = 0
  /// Of text.
  private(set) var bytes = 0
  var failed = 0

  var stored: Int { added + replaced }

  mutating func take(_ file: ReadFile) {
    files += file.isLast ? 1 : 0
    skipped += file.isSkipped ? 1 : 0
    unchanged += file.unchanged
    empty += file.empty.count
    bytes += file.bytes
    // What is not stored counts as it would be.
    guard file.prepared.documents.isEmpty else { return }
    added += file.documentsRead
    agreements += file.agreements
  }

  /// What became of the documents of a file, in their order.
  mutating func take(_ outcomes: [IngestOutcome], of file: PreparedFile) {
    for (outcome, document) in zip(outcomes, file.documents) {
      switch outcome {
      case .added: added += 1
      case .replaced: replaced += 1
      case .unchanged:
        unchanged += 1
        continue
      }
      agreements += document.communique.agreements.count
    }
  }

  /// "3 added, 1 unchanged; 42 agreements"
  func summary(_ language: Language) -> String {
    let words = Words.ingest
    let parts = [
      (words.added, added), (words.replaced, replaced), (words.unchanged, unchanged), (words.skipped, skipped),
      (words.failed, failed),
    ].filter { $0.1 > 0 }.map { $0.0.text(language, $0.1) }
    let documents = parts.isEmpty ? words.added.text(language, 0) : parts.joined(separator: ", ")
    return words.summary.text(language, documents, words.agreements.text(language, agreements))
  }
}
