import Communique
import SQLiteStore

/// Takes the records of an export into a store, within the caller's transaction.
final class Restorer {
  private(set) var outcome = RestoreOutcome()
  private let connection: Connection
  private let index: IndexWriter
  private let preparer: CommuniquePreparer
  /// Looks for the partners of a document among those that were there before.
  private let relink: (Int64, PreparedCommunique) throws(SQLiteError) -> Void
  /// There were no documents before: ids are kept.
  private let keepsIDs: Bool
  /// What the first record says there will be, and what there was.
  private var expected: StoreCounts?
  private var found = StoreCounts()
  private var unwritten = 0
  /// How many documents' counts are gathered before they are written: a bound on memory.
  private static let documentsAtOnce = 500

  init(
    _ connection: Connection, _ index: IndexWriter, _ preparer: CommuniquePreparer,
    relink: @escaping (Int64, PreparedCommunique) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    self.connection = connection
    self.index = index
    self.preparer = preparer
    self.relink = relink
    keepsIDs = try connection.number("SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM agreement)") == 0
    outcome.keepsIDs = keepsIDs
    // Which id each thing of the export has here; in a file of SQLite's own where memory does not hold them.
    for table in ["restored_document", "restored_agreement"] {
      try connection.execute(
        script: """
          DROP TABLE IF EXISTS temp.\(table);
          CREATE TEMP TABLE \(table) (old INTEGER PRIMARY KEY, new INTEGER);
          """)
    }
  }

  /// Takes one record in, or says why not.
  func take(_ record: StoreRecord) throws(SQLiteError) -> RecordProblem? {
    if case .counts(let counts) = record {
      guard expected == nil else { return RecordProblem(reason: .misplaced, subject: "") }
      expected = counts
      return nil
    }
    guard expected != nil else { return RecordProblem(reason: .misplaced, subject: "") }
    switch record {
    case .counts: return nil
    case .document(let document): return try take(document)
    case .link(let link): return try take(link)
    case .alignment(let alignment): return try take(alignment)
    case .choice(let choice): return try take(choice)
    }
  }

  /// Whether all that was announced has come.
  func problemAtEnd() -> RecordProblem? {
    guard let expected else { return RecordProblem(reason: .misplaced, subject: "") }
    guard expected != found else { return nil }
    return RecordProblem(reason: .counts, subject: "\(found.documents) / \(expected.documents)")
  }

  func finish() throws(SQLiteError) {
    if found.alignments > 0 { try VersionRows(connection: connection, index: index).makeAll() }
    for table in ["restored_document", "restored_agreement"] {
      try connection.execute(script: "DROP TABLE temp.\(table)")
    }
  }
}

extension Restorer {
  private func take(_ record: DocumentRecord) throws(SQLiteError) -> RecordProblem? {
    if let problem = record.problem() { return problem }
    found.documents += 1
    found.agreements += record.agreementIDs.count
    guard try new("restored_document", record.id) == nil else {
      return RecordProblem(reason: .identifier, subject: "document \(record.id)")
    }
    for id in record.agreementIDs where try new("restored_agreement", id) != nil {
      return RecordProblem(reason: .identifier, subject: "agreement \(id)")
    }
    guard Set(record.agreementIDs).count == record.agreementIDs.count else {
      return RecordProblem(reason: .identifier, subject: "document \(record.id)")
    }
    let writer = DocumentWriter(connection: connection, index: index)
    if let present = try writer.id(digest: record.sha256) {
      outcome.present += 1
      try remember("restored_document", record.id, as: present)
      return try matchAgreements(of: record, with: present)
    }
    try insert(record, writer)
    unwritten += 1
    if unwritten == Self.documentsAtOnce {
      try index.finish()
      unwritten = 0
    }
    return nil
  }

  private func insert(_ record: DocumentRecord, _ writer: DocumentWriter) throws(SQLiteError) {
    var communique = record.communique
    communique.file = try freeName(communique.file, writer)
    let ids = keepsIDs ? record.agreementIDs : []
    let prepared = preparer.prepared(communique)
    let id = try writer.insert(prepared, id: keepsIDs ? record.id : nil, agreementIDs: ids)
    if keepsIDs {
      // The export brings its links.
      try PartnerSearch(connection: connection).file(id, under: prepared.partnerKeys)
    } else {
      try relink(id, prepared)
    }
    for version in record.history { try insert(version, document: id) }
    try remember("restored_document", record.id, as: id)
    let new =
      keepsIDs
      ? ids
      : try connection.all("SELECT id FROM agreement WHERE document = ? ORDER BY position", [.integer(id)]) {
        $0.integer(0)
      }
    for (old, new) in zip(record.agreementIDs, new) { try remember("restored_agreement", old, as: new) }
    outcome.added += 1
    outcome.agreements += new.count
  }

  /// A file name stands for one text in a store.
  private func freeName(_ file: String, _ writer: DocumentWriter) throws(SQLiteError) -> String {
    guard try writer.id(file: file) != nil else { return file }
    var number = 2
    while try writer.id(file: "\(file) (\(number))") != nil { number += 1 }
    let name = "\(file) (\(number))"
    outcome.renamed.append(.init(file: file, name: name))
    return name
  }

  /// Where the text is there already, so are its agreements, unless another version of the analysis made them.
  private func matchAgreements(of record: DocumentRecord, with present: Int64) throws(SQLiteError) -> RecordProblem? {
    for (old, agreement) in zip(record.agreementIDs, record.communique.agreements) {
      let same = try connection.first(
        "SELECT id FROM agreement WHERE document = ? AND start = ? AND \"end\" = ?",
        [.integer(present), .integer(agreement.span.lowerBound), .integer(agreement.span.upperBound)]
      ) { $0.integer(0) }
      try remember("restored_agreement", old, as: same)
    }
    return nil
  }

  private func insert(_ version: DocumentVersion, document: Int64) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO document_history (document, version, replaced_on, sha256, title, published_on, held_on, agreements,
        text)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      .integer(document), .integer(version.version), .text(version.replacedOn), .text(version.sha256),
      .text(version.title), .text(version.publishedOn?.description), .text(version.heldOn?.description),
      .integer(version.agreements), .text(version.text))
  }
}

extension Restorer {
  private func take(_ link: LinkRecord) throws(SQLiteError) -> RecordProblem? {
    found.links += 1
    guard (0...1).contains(link.confidence) else {
      return RecordProblem(reason: .number, subject: "document \(link.document)")
    }
    for id in [link.document, link.other] where try new("restored_document", id) == nil {
      return RecordProblem(reason: .unknown, subject: "document \(id)")
    }
    guard let one = try new("restored_document", link.document) ?? nil,
      let two = try new("restored_document", link.other) ?? nil, one != two
    else { return nil }
    for (document, other) in [(one, two), (two, one)] {
      try connection.run(
        "INSERT OR IGNORE INTO document_link (document, kind, other, confidence) VALUES (?, ?, ?, ?)",
        .integer(document), .text(link.kind.rawValue), .integer(other), .real(link.confidence))
    }
    return nil
  }

  private func take(_ alignment: AlignmentRecord) throws(SQLiteError) -> RecordProblem? {
    found.alignments += 1
    guard (0...1).contains(alignment.score) else {
      return RecordProblem(reason: .number, subject: "agreement \(alignment.agreement)")
    }
    for id in [alignment.agreement, alignment.other] where try new("restored_agreement", id) == nil {
      return RecordProblem(reason: .unknown, subject: "agreement \(id)")
    }
    guard let one = try new("restored_agreement", alignment.agreement) ?? nil,
      let two = try new("restored_agreement", alignment.other) ?? nil, one != two
    else { return nil }
    for (agreement, other) in [(one, two), (two, one)] {
      try connection.run(
        "INSERT OR IGNORE INTO alignment (agreement, other, score) VALUES (?, ?, ?)",
        .integer(agreement), .integer(other), .real(alignment.score))
    }
    return nil
  }

  /// What was said here before goes on to hold.
  private func take(_ choice: LinkChoice) throws(SQLiteError) -> RecordProblem? {
    found.choices += 1
    guard !choice.file.isEmpty, !choice.other.isEmpty, choice.file != choice.other else {
      return RecordProblem(reason: .name, subject: choice.file)
    }
    try connection.run(
      "INSERT OR IGNORE INTO link_choice (file, other, kind) VALUES (?, ?, ?)",
      .text(choice.file), .text(choice.other), .text(choice.kind?.rawValue))
    return nil
  }

  /// The id that a thing of the export has here: null where none of that id has come, null within where it has no
  /// counterpart.
  private func new(_ table: String, _ old: Int64) throws(SQLiteError) -> Int64?? {
    try connection.first("SELECT new FROM temp.\(table) WHERE old = ?", [.integer(old)]) {
      $0.isNull(0) ? nil : $0.integer(0)
    }
  }

  private func remember(_ table: String, _ old: Int64, as new: Int64?) throws(SQLiteError) {
    try connection.run(
      "INSERT INTO temp.\(table) (old, new) VALUES (?, ?)", .integer(old), new.map(Value.integer) ?? .null)
  }
}
