import Communique
import KnowledgeBase

/// The csv export: a row an agreement, with its document's fields repeated. For spreadsheets: it is not read back.
struct CSVWriter: RecordWriter {
  private static let columns = [
    "id", "text", "start", "end", "parties", "domains", "strength", "kind", "mutuality", "due_on", "due_precision",
    "amounts", "instruments", "speaker", "document", "date", "language", "title", "publisher", "published_on",
    "held_on", "url", "format", "file",
  ]

  func write(_ record: StoreRecord, to output: Output) {
    switch record {
    case .counts: Self.write(Self.columns, to: output)
    case .document(let document):
      for (id, agreement) in zip(document.agreementIDs, document.communique.agreements) {
        Self.write(Self.cells(id, agreement) + Self.cells(document), to: output)
      }
    case .link, .alignment, .choice: break
    }
  }

  func finish(to output: Output) {}

  private static func write(_ cells: [String], to output: Output) {
    output.write(cells.map(field).joined(separator: ",") + "\r\n")
  }

  /// RFC 4180. A spreadsheet runs what begins like a formula; an apostrophe makes text of it.
  static func field(_ value: String) -> String {
    let clean = Sanitising.text(value)
    switch clean.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      return SeparatedFormat.csvField("'" + clean)
    default: return SeparatedFormat.csvField(clean)
    }
  }

  private static func cells(_ id: Int64, _ agreement: Agreement) -> [String] {
    [
      String(id), agreement.text, String(agreement.span.lowerBound), String(agreement.span.upperBound),
      agreement.parties.map(\.rawValue).joined(separator: " "),
      agreement.domains.map(\.rawValue).joined(separator: " "), agreement.strength.rawValue,
      agreement.kind.rawValue, agreement.mutuality.rawValue, agreement.deadline?.date.description ?? "",
      agreement.deadline?.precision.rawValue ?? "",
      agreement.amounts.map { "\(JSON.double($0.value).line) \($0.currency)" }.joined(separator: "; "),
      agreement.instruments.joined(separator: "; "), agreement.speaker ?? "",
    ]
  }

  private static func cells(_ record: DocumentRecord) -> [String] {
    let document = record.communique
    return [
      String(record.id), document.date?.description ?? "", document.language?.rawValue ?? "", document.title ?? "",
      document.publisher ?? "", document.publishedOn?.description ?? "", document.heldOn?.description ?? "",
      document.url ?? "", document.format?.rawValue ?? "", document.file,
    ]
  }
}
