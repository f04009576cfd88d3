import Communique
import SQLiteStore

/// What documents were before newer versions replaced them.
struct DocumentHistory {
  let connection: Connection

  /// Keeps a document as it stands, which is about to be replaced.
  func keep(_ id: Int64) throws(SQLiteError) { try keep(id, under: id) }

  /// Keeps a document that is about to go, with its own history, as the past of another.
  func move(_ id: Int64, to other: Int64) throws(SQLiteError) {
    try connection.run(
      """
      UPDATE document_history
      SET document = ?2, version = version + (SELECT coalesce(max(version), 0) FROM document_history WHERE document = ?2)
      WHERE document = ?1
      """, .integer(id), .integer(other))
    try keep(id, under: other)
  }

  private func keep(_ id: Int64, under other: Int64) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO document_history (document, version, replaced_on, sha256, title, published_on, held_on, agreements,
        text)
      SELECT ?2, 1 + (SELECT coalesce(max(version), 0) FROM document_history WHERE document = ?2), ?3, sha256, title,
        published_on, held_on, agreements, text
      FROM document JOIN document_text ON document_text.document = document.id
      WHERE document.id = ?1
      """, .integer(id), .integer(other), .text(Timestamp.now()))
  }

  /// The versions of all documents, the oldest first.
  func all() throws(SQLiteError) -> [Int64: [EarlierVersion]] {
    var versions: [Int64: [EarlierVersion]] = [:]
    try connection.each(
      """
      SELECT document, version, replaced_on, title, published_on, held_on, agreements
      FROM document_history ORDER BY document, version
      """
    ) { (row) in
      versions[row.integer(0), default: []].append(
        EarlierVersion(
          number: row.int(1), replacedOn: row.text(2), title: row.optionalText(3),
          publishedOn: row.optionalText(4).flatMap(CalendarDate.init(iso:)),
          heldOn: row.optionalText(5).flatMap(CalendarDate.init(iso:)), agreements: row.int(6)))
    }
    return versions
  }
}
