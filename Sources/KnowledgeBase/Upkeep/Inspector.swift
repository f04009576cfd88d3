import SQLiteStore
import TextAnalysis

/// Looks a store over.
struct Inspector {
  let connection: Connection
  let isWritable: Bool

  func items() throws(SQLiteError) -> [Checkup.Item] {
    let integrity = try integrity()
    // What lies on a damaged file is not worth a look.
    guard integrity.passed else { return [integrity] }
    var items = [integrity, try foreignKeys()]
    if isWritable { items.append(try searchIndex()) }
    items += [try searchRows(), try counts(), try versions(), try terms(), try quotes(), try vocabulary()]
    return items
  }

  private func integrity() throws(SQLiteError) -> Checkup.Item {
    do throws(SQLiteError) {
      let found = try connection.all("PRAGMA integrity_check(10)") { $0.text(0) }
      return item(.integrity, found == ["ok"], found.joined(separator: "; "))
    } catch  where error.kind == .damaged {
      return item(.integrity, false, error.message)
    }
  }

  private func foreignKeys() throws(SQLiteError) -> Checkup.Item {
    let orphans = try connection.all("PRAGMA foreign_key_check") { $0.text(0) }
    return item(.foreignKeys, orphans.isEmpty, "\(orphans.count) \(Set(orphans).sorted().joined(separator: ", "))")
  }

  /// FTS5's check sees what SQLite's does not: an index that has lost step with its rows.
  private func searchIndex() throws(SQLiteError) -> Checkup.Item {
    do throws(SQLiteError) {
      try connection.run("INSERT INTO search (search) VALUES ('integrity-check')")
      return item(.searchIndex, true, "ok")
    } catch  where error.kind == .damaged {
      return item(.searchIndex, false, error.message)
    }
  }

  private func searchRows() throws(SQLiteError) -> Checkup.Item {
    let agreements = try connection.number("SELECT count(*) FROM agreement")
    let missing = try connection.number(
      "SELECT count(*) FROM agreement WHERE rank NOT IN (SELECT id FROM search_docsize)")
    let labelled = try connection.number(
      "SELECT count(*) FROM agreement WHERE rank NOT IN (SELECT rank FROM agreement_label)")
    let rows = try connection.number("SELECT count(*) FROM search_docsize")
    let sums = try connection.number("SELECT total(agreements) FROM document")
    let passed = missing == 0 && labelled == 0 && rows == agreements && sums == agreements
    return item(.searchRows, passed, "\(rows) / \(agreements)")
  }

  /// Each label's own count, and over all pairs the sum that the agreements give: n labels meet n² times.
  private func counts() throws(SQLiteError) -> Checkup.Item {
    var singles: [Int: Int] = [:]
    var meetings = 0
    try connection.each("SELECT labels FROM agreement_label") { (row) in
      row.withBytes(0) { bytes in
        var count = 0
        LabelCodec.decode(bytes) { label in
          singles[label, default: 0] += 1
          count += 1
        }
        meetings += count * count
      }
    }
    var wrong = 0
    try connection.each("SELECT meeting >> 32, count FROM tally WHERE meeting >> 32 = meeting & 4294967295") { (row) in
      if singles.removeValue(forKey: row.int(0)) != row.int(1) { wrong += 1 }
    }
    wrong += singles.count
    let kept = try connection.number("SELECT total(count) FROM tally")
    return item(.counts, wrong == 0 && kept == meetings, "\(wrong); \(kept) / \(meetings)")
  }

  /// Every aligned agreement is known to the index as one of several versions, and no other; and what lists leave out
  /// is counted so.
  private func versions() throws(SQLiteError) -> Checkup.Item {
    let unknown = try connection.number(
      """
      SELECT count(*) FROM (
        SELECT agreement.rank FROM alignment JOIN agreement ON agreement.id = alignment.agreement
        EXCEPT SELECT rank FROM version_row)
      """)
    let alone = try connection.number(
      """
      SELECT count(*) FROM (
        SELECT rank FROM version_row
        EXCEPT SELECT agreement.rank FROM alignment JOIN agreement ON agreement.id = alignment.agreement)
      """)
    var expected = 0
    try connection.each("SELECT shared_en, shared_fr FROM version_row") { (row) in
      for column in 0..<2 where !row.isNull(column) {
        let count = row.withBytes(column) { LabelCodec.decoded(Array($0)).count }
        expected += count * count
      }
    }
    let kept = try connection.number("SELECT total(count) FROM hidden_tally")
    return item(
      .versions, unknown == 0 && alone == 0 && kept == expected, "\(unknown), \(alone); \(kept) / \(expected)")
  }

  /// Words of the index whose kept count is another.
  private func terms() throws(SQLiteError) -> Checkup.Item {
    // A view on the index in the temporary database: the store itself stays as it is.
    try connection.execute(script: "PRAGMA query_only = OFF")
    defer { if !isWritable { try? connection.execute(script: "PRAGMA query_only = ON") } }
    try connection.execute(
      script: "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab(main, search, col)")
    let routes = Route.allCases.map { "WHEN '\($0.column)' THEN \($0.rawValue)" }.joined(separator: " ")
    let wrong = try connection.number(
      """
      SELECT count(*)
      FROM (SELECT term, doc, CASE col \(routes) END AS route FROM temp.search_words) AS word
      LEFT JOIN term ON term.route = word.route AND term.term = word.term
      WHERE word.route IS NOT NULL AND term.count IS NOT word.doc
      """)
    let kept = try connection.number("SELECT count(*) FROM term")
    return item(.terms, wrong == 0, "\(wrong) / \(kept)")
  }

  private func quotes() throws(SQLiteError) -> Checkup.Item {
    let wrong = try connection.all(
      """
      SELECT agreement.id
      FROM document_text JOIN agreement ON agreement.document = document_text.document
      WHERE substr(CAST(document_text.text AS BLOB), agreement.start + 1, agreement."end" - agreement.start)
        <> CAST(agreement.text AS BLOB)
      LIMIT 10
      """
    ) { String($0.integer(0)) }
    return item(.quotes, wrong.isEmpty, wrong.isEmpty ? "ok" : wrong.joined(separator: ", "))
  }

  private func vocabulary() throws(SQLiteError) -> Checkup.Item {
    let version = try LexiconStore(connection: connection, stemmers: Stemmers()).version()
    let current = LexiconStore.currentVersion
    return item(.vocabulary, version == nil || version == current, "\(version ?? "-") / \(current)")
  }

  private func item(_ name: Checkup.Item.Name, _ passed: Bool, _ detail: String) -> Checkup.Item {
    Checkup.Item(name: name, passed: passed, detail: detail)
  }
}
