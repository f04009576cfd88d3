import Communique
import SQLiteStore

/// Reads documents, each once: a page of agreements often comes from few.
final class DocumentReader {
  private let connection: Connection
  private var known: [Int64: StoredDocument] = [:]

  init(_ connection: Connection) { self.connection = connection }

  func document(_ id: Int64) throws(SQLiteError) -> StoredDocument? {
    if let document = known[id] { return document }
    let document = try connection.first(Self.columns + " WHERE id = ?", [.integer(id)]) { Self.document($0) }
    guard var document else { return nil }
    document.parties = try connection.all(
      "SELECT party FROM document_party WHERE document = ? ORDER BY position", [.integer(id)]
    ) { Party($0.text(0)) }
    try connection.each("SELECT kind, other FROM document_link WHERE document = ? ORDER BY other", [.integer(id)]) {
      (row) in document.add(row.text(0), row.integer(1))
    }
    known[id] = document
    return document
  }

  /// All documents, newest first, then by id.
  func all() throws(SQLiteError) -> [StoredDocument] {
    var documents = try connection.all(
      Self.columns + " ORDER BY coalesce(held_on, published_on) DESC, id"
    ) { Self.document($0) }
    // One pass over each table: a statement a document would take many times longer.
    let places = Dictionary(documents.indices.map { (documents[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    try connection.each("SELECT document, party FROM document_party ORDER BY document, position") { (row) in
      if let place = places[row.integer(0)] { documents[place].parties.append(Party(row.text(1))) }
    }
    try connection.each("SELECT document, kind, other FROM document_link ORDER BY document, other") { (row) in
      if let place = places[row.integer(0)] { documents[place].add(row.text(1), row.integer(2)) }
    }
    return documents
  }

  private static let columns = """
    SELECT id, file, title, language, publisher, published_on, held_on, agreements, url, format
    FROM document
    """

  private static func document(_ row: Statement) -> StoredDocument {
    StoredDocument(
      id: row.integer(0), file: row.text(1), title: row.optionalText(2),
      language: row.optionalText(3).flatMap(Language.init(rawValue:)), publisher: row.optionalText(4),
      publishedOn: row.optionalText(5).flatMap(CalendarDate.init(iso:)),
      heldOn: row.optionalText(6).flatMap(CalendarDate.init(iso:)), url: row.optionalText(8),
      format: row.optionalText(9).flatMap(SourceFormat.init(rawValue:)), parties: [], agreements: row.int(7),
      versions: [], duplicates: [])
  }
}

extension StoredDocument {
  fileprivate mutating func add(_ kind: String, _ other: Int64) {
    switch DocumentLink(rawValue: kind) {
    case .version: versions.append(other)
    case .duplicate: duplicates.append(other)
    case nil: break
    }
  }
}
