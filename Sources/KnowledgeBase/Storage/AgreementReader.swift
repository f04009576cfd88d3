import Communique
import SQLiteStore

/// Reads agreements with their documents.
struct AgreementReader {
  /// Which column tells the agreement: both are unique.
  enum Key: String {
    case id, rank
  }

  let connection: Connection
  let documents: DocumentReader

  init(_ connection: Connection) {
    self.connection = connection
    documents = DocumentReader(connection)
  }

  /// One agreement, with its highlights found by `highlighter`.
  func agreement(_ key: Key, _ value: Int64, highlighter: Highlighter? = nil) throws(SQLiteError) -> StoredAgreement? {
    let found = try connection.first(
      """
      SELECT id, document, text, start, "end", kind, strength, mutuality, deadline, deadline_precision, speaker,
        details, rank
      FROM agreement
      WHERE \(key.rawValue) = ?
      """, [.integer(value)]
    ) { (row) in
      (
        id: row.integer(0), document: row.integer(1), agreement: Self.agreement(row),
        details: AgreementDetails(rawValue: row.int(11)), rank: row.integer(12)
      )
    }
    guard let found, let document = try documents.document(found.document) else { return nil }
    let id = found.id
    var agreement = found.agreement
    try readLists(of: &agreement, id: id, found.details)
    let highlights = highlighter?.highlights(in: agreement.text, document.language) ?? []
    let versions = found.details.contains(.versions) ? try self.versions(rank: found.rank) : []
    return StoredAgreement(
      id: id, agreement: agreement, document: document, highlights: highlights, versions: versions)
  }

  /// Codes that this program does not know, as a later one may write, are read as the plainest.
  private static func agreement(_ row: Statement) -> Agreement {
    let deadline = row.optionalText(8).flatMap(CalendarDate.init(iso:)).map {
      Deadline(date: $0, precision: Deadline.Precision(rawValue: row.text(9)) ?? .day)
    }
    return Agreement(
      text: row.text(2), span: row.int(3)..<max(row.int(3), row.int(4)), parties: [],
      kind: AgreementKind(rawValue: row.text(5)) ?? .commitment,
      strength: Strength(rawValue: row.text(6)) ?? .exploratory, domains: [],
      mutuality: Mutuality(rawValue: row.text(7)), deadline: deadline, speaker: row.optionalText(10))
  }

  private func versions(rank: Int64) throws(SQLiteError) -> [Int64] {
    try connection.first("SELECT partners FROM version_row WHERE rank = ?", [.integer(rank)]) {
      VersionRow.partners($0.text(0))
    } ?? []
  }

  private func readLists(
    of agreement: inout Agreement, id: Int64, _ details: AgreementDetails
  ) throws(SQLiteError) {
    let id = [Value.integer(id)]
    agreement.parties = try connection.all(
      "SELECT party FROM agreement_party WHERE agreement = ? ORDER BY position", id
    ) { Party($0.text(0)) }
    agreement.domains = try connection.all(
      "SELECT domain FROM agreement_domain WHERE agreement = ? ORDER BY position", id
    ) { Domain($0.text(0)) }
    if details.contains(.amounts) {
      agreement.amounts = try connection.all(
        "SELECT value, currency FROM agreement_amount WHERE agreement = ? ORDER BY position", id
      ) { Amount(value: $0.real(0), currency: $0.text(1)) }
    }
    if details.contains(.instruments) {
      agreement.instruments = try connection.all(
        "SELECT name FROM agreement_instrument WHERE agreement = ? ORDER BY position", id
      ) { $0.text(0) }
    }
    if details.contains(.evidence) { agreement.evidence.reasons = try reasons(id) }
  }

  private func reasons(_ id: [Value]) throws(SQLiteError) -> [Evidence.Reason] {
    try connection.all(
      """
      SELECT field, rule, start, "end" FROM agreement_evidence WHERE agreement = ? ORDER BY position
      """, id
    ) { (row) in
      Evidence.Reason(
        field: row.text(0), rule: row.text(1),
        span: row.isNull(2) ? nil : row.int(2)..<max(row.int(2), row.int(3)))
    }
  }
}
