import Communique
import SQLiteStore

/// Writes documents with all that hangs on them, within the caller's transaction.
final class DocumentWriter {
  let connection: Connection
  let index: IndexWriter
  private var agreements: AgreementWriter?

  init(connection: Connection, index: IndexWriter) {
    self.connection = connection
    self.index = index
  }

  /// Stores a communiqué beside, or in the place of, what the store has of it.
  func store(_ prepared: PreparedCommunique, again: Bool) throws(SQLiteError) -> IngestOutcome {
    let same = try id(digest: prepared.digest)
    let earlier = try id(file: prepared.communique.file)
    if let same {
      if let earlier, earlier != same {
        try DocumentHistory(connection: connection).move(earlier, to: same)
        try remove(earlier)
      }
      let isOutdated = same == earlier ? try differs(same, from: prepared.communique) : false
      if again || isOutdated {
        try replace(same, with: prepared)
      } else if earlier == nil || earlier == same {
        return .unchanged(id: same)
      }
      return .replaced(id: same)
    }
    guard let earlier else { return .added(id: try insert(prepared)) }
    try DocumentHistory(connection: connection).keep(earlier)
    try replace(earlier, with: prepared)
    return .replaced(id: earlier)
  }

  /// Whether a document is known by other metadata than these: those given by hand change while the text stays.
  private func differs(_ id: Int64, from communique: Communique) throws(SQLiteError) -> Bool {
    let stored = try connection.first(
      "SELECT language, title, publisher, published_on, held_on, url FROM document WHERE id = ?", [.integer(id)]
    ) { (row) in (0..<6).map { row.optionalText($0) } }
    return stored != [
      communique.language?.rawValue, communique.title, communique.publisher, communique.publishedOn?.description,
      communique.heldOn?.description, communique.url,
    ]
  }

  func id(digest: String) throws(SQLiteError) -> Int64? {
    try connection.first("SELECT id FROM document WHERE sha256 = ?", [.text(digest)]) { $0.integer(0) }
  }

  func id(file: String) throws(SQLiteError) -> Int64? {
    try connection.first("SELECT id FROM document WHERE file = ?", [.text(file)]) { $0.integer(0) }
  }

  func exists(_ id: Int64) throws(SQLiteError) -> Bool {
    try connection.number("SELECT count(*) FROM document WHERE id = ?", .integer(id)) > 0
  }

  /// - Parameters:
  ///   - id: the id to have; null for the next.
  ///   - agreementIDs: the same for each agreement; empty for the next.
  func insert(
    _ prepared: PreparedCommunique, id: Int64? = nil, agreementIDs: [Int64] = []
  ) throws(SQLiteError) -> Int64 {
    let communique = prepared.communique
    try connection.run(
      """
      INSERT INTO document (id, file, sha256, language, title, publisher, published_on, held_on, url, format, agreements)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      id.map(Value.integer) ?? .null, .text(communique.file), .text(prepared.digest),
      .text(communique.language?.rawValue), .text(communique.title), .text(communique.publisher),
      .text(communique.publishedOn?.description), .text(communique.heldOn?.description), .text(communique.url),
      .text(communique.format?.rawValue), .integer(communique.agreements.count))
    let id = connection.lastInsertedRow
    var kept: [String: [Int64]] = [:]
    for (id, agreement) in zip(agreementIDs, communique.agreements).reversed() {
      kept[agreement.text, default: []].append(id)
    }
    try insertContent(of: prepared, document: id, keeping: kept)
    return id
  }

  /// Puts a communiqué in the place of a document, which keeps its id and its links.
  func replace(_ id: Int64, with prepared: PreparedCommunique) throws(SQLiteError) {
    let communique = prepared.communique
    let kept = try idsByText(ofDocument: id)
    let sharers = try versions.sharers(of: [id])
    try removeContent(id)
    try connection.run(
      """
      UPDATE document
      SET file = ?, sha256 = ?, language = ?, title = ?, publisher = ?, published_on = ?, held_on = ?, url = ?,
        format = ?, agreements = ?
      WHERE id = ?
      """,
      .text(communique.file), .text(prepared.digest), .text(communique.language?.rawValue), .text(communique.title),
      .text(communique.publisher), .text(communique.publishedOn?.description),
      .text(communique.heldOn?.description), .text(communique.url), .text(communique.format?.rawValue),
      .integer(communique.agreements.count), .integer(id))
    try insertContent(of: prepared, document: id, keeping: kept)
    if sharers.count > 1 { index.versionsChanged(sharers, changed: [id]) }
  }

  func remove(_ id: Int64) throws(SQLiteError) {
    let sharers = try versions.sharers(of: [id])
    try removeContent(id)
    try connection.run("DELETE FROM document WHERE id = ?", .integer(id))
    if sharers.count > 1 { index.versionsChanged(sharers.subtracting([id])) }
  }

  private var versions: VersionRows { VersionRows(connection: connection, index: index) }
}

extension DocumentWriter {
  /// Ids of the document's agreements by their words, in the order of the text, to be used again.
  private func idsByText(ofDocument id: Int64) throws(SQLiteError) -> [String: [Int64]] {
    var ids: [String: [Int64]] = [:]
    try connection.each("SELECT text, id FROM agreement WHERE document = ? ORDER BY position DESC", [.integer(id)]) {
      (row) in ids[row.text(0), default: []].append(row.integer(1))
    }
    return ids
  }

  private func removeContent(_ id: Int64) throws(SQLiteError) {
    let ranks = try connection.all("SELECT rank FROM agreement WHERE document = ?", [.integer(id)]) { $0.integer(0) }
    try index.remove(ranks: ranks)
    // What hangs on agreements goes with them, by the foreign keys.
    for table in ["agreement", "document_text", "document_page", "document_party", "document_set_aside"] {
      try connection.run("DELETE FROM \(table) WHERE document = ?", .integer(id))
    }
  }

  private func insertContent(
    of prepared: PreparedCommunique, document: Int64, keeping kept: [String: [Int64]]
  ) throws(SQLiteError) {
    let communique = prepared.communique
    try connection.run(
      "INSERT INTO document_text (document, text) VALUES (?, ?)", .integer(document), .text(communique.text))
    for (index, start) in communique.pages.enumerated() {
      try connection.run(
        "INSERT INTO document_page (document, page, start) VALUES (?, ?, ?)",
        .integer(document), .integer(index + 1), .integer(start))
    }
    for (position, party) in communique.parties.enumerated() {
      try connection.run(
        "INSERT INTO document_party (document, position, party) VALUES (?, ?, ?)",
        .integer(document), .integer(position), .text(party.rawValue))
    }
    for (position, passage) in communique.setAside.enumerated() {
      try connection.run(
        "INSERT INTO document_set_aside (document, position, start, \"end\", reason) VALUES (?, ?, ?, ?, ?)",
        .integer(document), .integer(position), .integer(passage.span.lowerBound),
        .integer(passage.span.upperBound), .text(passage.reason))
    }
    let ranks = try newRanks(communique.agreements.count, on: communique.date)
    try agreementWriter().insert(communique, document: document, ranks: ranks, keeping: kept)
    try index.add(prepared, document: document, ranks: ranks)
  }

  private func agreementWriter() throws(SQLiteError) -> AgreementWriter {
    if let agreements { return agreements }
    let writer = try AgreementWriter(connection)
    agreements = writer
    return writer
  }

  /// Ranks behind those of the same day.
  private func newRanks(_ count: Int, on date: CalendarDate?) throws(SQLiteError) -> [Int64] {
    let day = Rank.range(of: date)
    let last = try connection.first(
      "SELECT max(rank) FROM agreement WHERE rank BETWEEN ? AND ?",
      [.integer(day.lowerBound), .integer(day.upperBound)]
    ) { $0.isNull(0) ? nil : $0.integer(0) }
    let first = (last ?? nil).map { $0 + 1 } ?? day.lowerBound
    return (0..<Int64(count)).map { first + $0 }
  }
}
