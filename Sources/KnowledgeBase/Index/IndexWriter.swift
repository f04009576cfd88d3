import Communique
import TextAnalysis
import SQLiteStore

/// Keeps the search index and all counts in step with the agreements, within the caller's transaction.
///
/// What it is given it gathers, and writes at the end of the transaction in the order in which the index takes it
/// fastest: rows by rank, counts once for all documents.
final class IndexWriter {
  let connection: Connection
  let labels: LabelTable
  var ledger = Ledger()
  var rows: [IndexedRow] = []
  /// Documents whose undertakings may have other versions than before, and those of them that are other themselves.
  var versionsToMake: Set<Int64> = []
  var changedDocuments: Set<Int64> = []
  /// Words without accents whose stem the store knows already.
  private var knownAccentedStems: Set<AccentedStem> = []

  init(_ connection: Connection) {
    self.connection = connection
    labels = LabelTable(connection)
  }

  /// Indexes the agreements of a document; `ranks` has one for each.
  func add(_ prepared: PreparedCommunique, document: Int64, ranks: [Int64]) throws(SQLiteError) {
    try learn(prepared.accentedStems)
    ledger.count(prepared.words)
    let ids = try ids(of: prepared.labels)
    let suffix = try publisherLabel(prepared).map { " " + MetaToken.publisher(label: $0) } ?? ""
    let document = " " + MetaToken.document(document) + suffix + " "
    for (position, entry) in prepared.entries.enumerated() {
      let meta = entry.filters + document + MetaToken.position(position)
      let labels = LabelCodec.encoded(entry.labels.map { ids[$0] })
      ledger.count(labels: labels, by: 1)
      rows.append(
        IndexedRow(rank: ranks[position], text: entry.text, title: prepared.title, meta: meta, labels: labels))
    }
  }

  /// Takes the agreements of those ranks out, by what the index holds of them: it may have been made with
  /// another vocabulary.
  func remove(ranks: [Int64]) throws(SQLiteError) {
    // What was added in this transaction is not there to be taken out yet.
    try writeRows()
    for rank in ranks {
      let text = try connection.first("SELECT raw, en, fr, concept FROM search WHERE rowid = ?", [.integer(rank)]) {
        IndexText(raw: $0.text(0), english: $0.text(1), french: $0.text(2), concept: $0.text(3))
      }
      if let text { ledger.count(text, by: -1) }
      try removeLabels(rank: rank)
      if let text { try removeVersion(rank: rank, text) }
      try connection.run("DELETE FROM search WHERE rowid = ?", .integer(rank))
      try connection.run("DELETE FROM agreement_label WHERE rank = ?", .integer(rank))
    }
  }

  /// Writes what was gathered; the last thing before the transaction ends.
  func finish() throws(SQLiteError) {
    try makeVersions()
    try writeRows()
    try ledger.write(to: connection, labels)
  }

  /// Forgets what a failed transaction left unwritten.
  func abandon() {
    ledger = Ledger()
    rows.removeAll()
    versionsToMake.removeAll()
    changedDocuments.removeAll()
    labels.forget()
    knownAccentedStems.removeAll()
  }
}

extension IndexWriter {
  /// In ascending order: a row before its predecessor would make FTS5 write out all that it has gathered.
  func writeRows() throws(SQLiteError) {
    guard !rows.isEmpty else { return }
    rows.sort { $0.rank < $1.rank }
    try connection.with("INSERT INTO agreement_label (rank, labels) VALUES (?, ?)") {
      (statement) throws(SQLiteError) in
      for row in rows { try statement.run(.integer(row.rank), .blob(row.labels)) }
    }
    if rows.count < Self.manyRows { try insertRows() } else { try withoutMerging(insertRows) }
    rows.removeAll(keepingCapacity: true)
  }

  private func insertRows() throws(SQLiteError) {
    try connection.with(
      "INSERT INTO search (rowid, raw, en, fr, concept, title, meta) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ) { (statement) throws(SQLiteError) in
      for row in rows {
        try statement.bind(row.rank, at: 1)
        try statement.bind(row.text.raw, at: 2)
        try statement.bind(row.text.english, at: 3)
        try statement.bind(row.text.french, at: 4)
        try statement.bind(row.text.concept, at: 5)
        try statement.bind(row.title, at: 6)
        try statement.bind(row.meta, at: 7)
        try statement.run()
      }
    }
  }

  /// As many rows as fill what FTS5 gathers by itself.
  private static let manyRows = 2000

  /// Lets FTS5 gather all rows of a batch and write them out as one segment, without merging it with earlier ones:
  /// `tidy` merges all at the end of a long run. Settings are put back within the transaction, so no other sees them.
  private func withoutMerging(_ body: () throws(SQLiteError) -> Void) throws(SQLiteError) {
    let set = "INSERT INTO search (search, rank) VALUES (?, ?)"
    try connection.run(set, "automerge", 0)
    try connection.run(set, "hashsize", 16_000_000)
    try body()
    // The end of a savepoint makes FTS5 write out what it has gathered.
    try connection.execute(script: "SAVEPOINT gathered; RELEASE gathered")
    // As they are by default.
    try connection.run(set, "automerge", 4)
    try connection.run(set, "hashsize", 1_048_576)
  }

  private func learn(_ stems: Set<AccentedStem>) throws(SQLiteError) {
    for lost in stems where knownAccentedStems.insert(lost).inserted {
      try connection.run(
        "INSERT OR IGNORE INTO accented_stem (word, language, stem) VALUES (?, ?, ?)",
        .text(lost.word), .text(lost.language.rawValue), .text(lost.stem))
    }
  }

  private func ids(of values: [Label]) throws(SQLiteError) -> [Int64] {
    var ids: [Int64] = []
    for label in values { ids.append(try labels.id(of: label)) }
    return ids
  }

  /// Only agreements make labels: a document without any has none to count.
  private func publisherLabel(_ prepared: PreparedCommunique) throws(SQLiteError) -> Int64? {
    guard let publisher = prepared.communique.publisher, !prepared.entries.isEmpty else { return nil }
    return try labels.id(of: Label(kind: .publisher, value: publisher))
  }

  private func removeLabels(rank: Int64) throws(SQLiteError) {
    let set = try connection.first("SELECT labels FROM agreement_label WHERE rank = ?", [.integer(rank)]) { (row) in
      row.withBytes(0) { Array($0) }
    }
    if let set { ledger.count(labels: set, by: -1) }
  }
}
