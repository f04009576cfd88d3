import Communique
import KnowledgeBase

/// The jsonl export: a header, a line a document, and lines that connect them. `RecordLines` reads it.
struct JSONLinesWriter: RecordWriter {
  /// Rises when a reader of the earlier format would misunderstand.
  static let version = 1

  func write(_ record: StoreRecord, to output: Output) {
    switch record {
    case .counts(let counts): output.write(json: Self.header(counts))
    case .document(let document): output.write(json: Self.document(document))
    case .link(let link):
      output.write(
        json: .object([
          "link": .object([
            "documents": .array([.int(Int(link.document)), .int(Int(link.other))]),
            "kind": .string(link.kind.rawValue), "confidence": .double(link.confidence),
          ])
        ]))
    case .alignment(let alignment):
      output.write(
        json: .object([
          "alignment": .object([
            "agreements": .array([.int(Int(alignment.agreement)), .int(Int(alignment.other))]),
            "score": .double(alignment.score),
          ])
        ]))
    case .choice(let choice):
      output.write(
        json: .object([
          "link_choice": .object([
            "files": .strings([choice.file, choice.other]), "kind": .string(choice.kind?.rawValue),
          ])
        ]))
    }
  }

  func finish(to output: Output) {}

  private static func header(_ counts: StoreCounts) -> JSON {
    .object([
      "kb_export": .int(version), "kb": .string(Version.kb), "documents": .int(counts.documents),
      "agreements": .int(counts.agreements), "links": .int(counts.links), "alignments": .int(counts.alignments),
      "link_choices": .int(counts.choices),
    ])
  }

  private static func document(_ record: DocumentRecord) -> JSON {
    let communique = record.communique
    return .object([
      "id": .int(Int(record.id)),
      "file": .string(communique.file),
      "sha256": .string(record.sha256),
      "language": .string(communique.language?.rawValue),
      "title": .string(communique.title),
      "publisher": .string(communique.publisher),
      "published_on": .date(communique.publishedOn),
      "held_on": .date(communique.heldOn),
      "url": .string(communique.url),
      "format": .string(communique.format?.rawValue),
      "parties": .strings(communique.parties.map(\.rawValue)),
      "agreements": .array(zip(record.agreementIDs, communique.agreements).map(agreement)),
      "set_aside": .array(communique.setAside.map(JSON.setAside)),
      "pages": .array(communique.pages.map { .int($0) }),
      "history": .array(record.history.map(version)),
      "text": .string(communique.text),
    ])
  }

  private static func agreement(_ id: Int64, _ agreement: Agreement) -> JSON {
    .object([
      "id": .int(Int(id)),
      "text": .string(agreement.text),
      "start": .int(agreement.span.lowerBound),
      "end": .int(agreement.span.upperBound),
      "parties": .strings(agreement.parties.map(\.rawValue)),
      "domains": .strings(agreement.domains.map(\.rawValue)),
      "strength": .string(agreement.strength.rawValue),
      "kind": .string(agreement.kind.rawValue),
      "mutuality": .string(agreement.mutuality.rawValue),
      "due_on": .date(agreement.deadline?.date),
      "due_precision": .string(agreement.deadline?.precision.rawValue),
      "amounts": .array(agreement.amounts.map(JSON.amount)),
      "instruments": .strings(agreement.instruments),
      "speaker": .string(agreement.speaker),
      "evidence": .array(agreement.evidence.reasons.map(JSON.reason)),
    ])
  }

  private static func version(_ version: DocumentVersion) -> JSON {
    .object([
      "version": .int(version.version), "replaced_on": .string(version.replacedOn),
      "sha256": .string(version.sha256), "title": .string(version.title),
      "published_on": .date(version.publishedOn), "held_on": .date(version.heldOn),
      "agreements": .int(version.agreements), "text": .string(version.text),
    ])
  }
}
