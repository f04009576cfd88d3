import KnowledgeBase

/// The formats of `kb export`.
enum TransferFormat: String, CaseIterable, Sendable {
  case jsonl, csv, sqlite, jsonld

  static func named(_ name: String) -> TransferFormat { TransferFormat(rawValue: name) ?? .jsonl }

  static let choices: [ValueKind.Choice] = [
    .init("jsonl", "ndjson", help: Both("a document a line, with all it has", "un document par ligne, complet")),
    .init("csv", help: Both("a row an agreement", "une ligne par engagement")),
    .init("sqlite", "db", help: Both("a compact copy of the store", "une copie compacte de la base")),
    .init("jsonld", "json-ld", help: Both("linked data", "données liées")),
  ]

  /// Writes records; a database is not made of them.
  var writer: any RecordWriter {
    switch self {
    case .jsonl, .sqlite: JSONLinesWriter()
    case .csv: CSVWriter()
    case .jsonld: JSONLDWriter()
    }
  }
}

/// Writes the records of a store as they come.
protocol RecordWriter {
  mutating func write(_ record: StoreRecord, to output: Output)
  /// After the last record.
  mutating func finish(to output: Output)
}
