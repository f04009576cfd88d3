import Communique
import KnowledgeBase

extension JSON {
  /// An agreement of the store, as `kb query` and `kb show` write it.
  static func stored(_ stored: StoredAgreement) -> JSON {
    let document = stored.document
    let agreement = JSON.agreement(stored.agreement, language: document.language, date: document.date)
    return JSON.object(["id": .int(Int(stored.id))]).merged(with: agreement).adding([
      "versions": .array(stored.versions.map { .int(Int($0)) }),
      "document": .object([
        "id": .int(Int(document.id)),
        "title": .string(document.title),
        "file": .string(document.file),
        "publisher": .string(document.publisher),
        "published_on": .date(document.publishedOn),
        "held_on": .date(document.heldOn),
      ]),
    ])
  }

  /// How agreements of several documents were counted: `once` or `all` (each version).
  static func counted(_ versions: Versions) -> JSON { .string(versions == .each ? "all" : "once") }

  /// A line of `kb documents --format jsonl`.
  static func document(_ document: StoredDocument) -> JSON {
    .object([
      "id": .int(Int(document.id)),
      "file": .string(document.file),
      "title": .string(document.title),
      "language": .string(document.language?.rawValue),
      "publisher": .string(document.publisher),
      "published_on": .date(document.publishedOn),
      "held_on": .date(document.heldOn),
      "parties": .strings(document.parties.map(\.rawValue)),
      "agreements": .int(document.agreements),
      "versions": .array(document.versions.map { .int(Int($0)) }),
      "duplicates": .array(document.duplicates.map { .int(Int($0)) }),
    ])
  }
}
