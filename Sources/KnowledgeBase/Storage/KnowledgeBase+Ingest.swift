import Communique
import SQLiteStore

extension KnowledgeBase {
  /// Stores a communiqué, in one transaction.
  ///
  /// Content that is there already, under whatever file name, is left as it is; a file that is known with other
  /// content has it replaced, and keeps its document id, as agreements keep theirs whose words stay the same.
  ///
  /// - Parameter again: replaces even the same content, for when the analysis has learnt something.
  public func ingest(_ communique: Communique, again: Bool = false) throws(KnowledgeBaseError) -> IngestOutcome {
    try ingest([communique], again: again)[0]
  }

  /// Stores communiqués in one transaction: all, or where it throws, none. Gives an outcome for each.
  public func ingest(_ batch: [Communique], again: Bool = false) throws(KnowledgeBaseError) -> [IngestOutcome] {
    let preparer = try preparer()
    return try store([PreparedFile(documents: batch.map { preparer.prepared($0) })], again: again)[0]
  }

  /// Stores what was found in files, in one transaction; many at once are stored several times faster than one
  /// after the other.
  ///
  /// A file whose documents cannot be stored does not take its neighbours down: they are then stored one by one.
  /// What concerns the store (a full disk, a lock) is thrown, and nothing of the batch is stored.
  ///
  /// - Returns: for each file, what happened to each of its documents.
  public func ingest(
    _ batch: [PreparedFile], again: Bool = false
  ) throws(KnowledgeBaseError) -> [Result<[IngestOutcome], KnowledgeBaseError>] {
    do throws(KnowledgeBaseError) {
      return try store(batch, again: again).map { .success($0) }
    } catch .sqlite where batch.count > 1 {
      var results: [Result<[IngestOutcome], KnowledgeBaseError>] = []
      for file in batch { results += try ingest([file], again: again) }
      return results
    } catch .sqlite(let code, let message, let sql) {
      return [.failure(.sqlite(code: code, message: message, sql: sql))]
    }
  }

  /// What communiqués are prepared with for this store, on whatever thread; puts the program's vocabulary in where
  /// the store has none yet. A store that has documents keeps the vocabulary of its index until that is made anew.
  public func indexVocabulary() throws(KnowledgeBaseError) -> IndexVocabulary {
    guard mode == .write else { throw .readOnly(path: path) }
    let store = LexiconStore(connection: connection, stemmers: stemmers)
    let lexicon = try call { () throws(SQLiteError) in
      if try store.version() == nil {
        try connection.transaction(.write) { () throws(SQLiteError) in
          if try store.version() == nil { try store.replace() }
        }
      }
      return try store.lexicon()
    }
    return IndexVocabulary(lexicon: lexicon, taxonomy: Taxonomy())
  }

  func preparer() throws(KnowledgeBaseError) -> CommuniquePreparer {
    if let keptPreparer { return keptPreparer }
    let preparer = CommuniquePreparer(try indexVocabulary())
    keptPreparer = preparer
    return preparer
  }

  private func store(_ batch: [PreparedFile], again: Bool) throws(KnowledgeBaseError) -> [[IngestOutcome]] {
    let outcomes = try writing { (index) throws(SQLiteError) in
      let documents = documentWriter(index)
      let files = SourceFileTable(connection: connection)
      var outcomes: [[IngestOutcome]] = []
      for file in batch {
        var stored: [IngestOutcome] = []
        for document in file.documents {
          let outcome = try documents.store(document, again: again)
          if outcome != .unchanged(id: outcome.id) { try relink(document: outcome.id, as: document) }
          stored.append(outcome)
        }
        for state in file.states { try files.write(state) }
        outcomes.append(stored)
      }
      return outcomes
    }
    writtenDocuments += outcomes.joined().count { if case .unchanged = $0 { false } else { true } }
    return outcomes
  }

  /// Removes a document and its agreements; false where there is none of that id.
  public func remove(document id: Int64) throws(KnowledgeBaseError) -> Bool {
    try writing { (index) throws(SQLiteError) in
      let documents = documentWriter(index)
      guard try documents.exists(id) else { return false }
      try SourceFileTable(connection: connection).forget(fileOfDocument: id)
      try documents.remove(id)
      return true
    }
  }

  private func documentWriter(_ index: IndexWriter) -> DocumentWriter {
    if let keptDocumentWriter, keptDocumentWriter.index === index { return keptDocumentWriter }
    let writer = DocumentWriter(connection: connection, index: index)
    keptDocumentWriter = writer
    return writer
  }

  /// The file of that path as it was when last looked at; null where it never was.
  public func sourceFile(_ path: String) throws(KnowledgeBaseError) -> SourceFileState? {
    try call { () throws(SQLiteError) in try SourceFileTable(connection: connection).state(of: path) }
  }

  /// The document that holds exactly this text, so that its analysis can be spared.
  public func document(withText text: String) throws(KnowledgeBaseError) -> Int64? {
    try document(withDigest: SHA256.hexadecimal(of: text))
  }

  /// Whether a text of that SHA-256 (in hexadecimal) would change nothing, were it stored under that file name.
  public func holds(digest: String, file: String) throws(KnowledgeBaseError) -> Bool {
    try call { () throws(SQLiteError) in
      try connection.number(
        """
        SELECT count(*) FROM document
        WHERE sha256 = ?1 AND NOT EXISTS (SELECT * FROM document WHERE file = ?2 AND sha256 <> ?1)
        """, .text(digest), .text(file)) > 0
    }
  }

  /// The document whose text has that SHA-256, in hexadecimal.
  public func document(withDigest digest: String) throws(KnowledgeBaseError) -> Int64? {
    try call { () throws(SQLiteError) in
      try connection.first("SELECT id FROM document WHERE sha256 = ?", [.text(digest)]) { $0.integer(0) }
    }
  }

  /// Puts the store in order after many documents: merges what each left behind in the search index, and lets the
  /// write-ahead log go. Worth a call after some hundred documents.
  ///
  /// Where a good part of the store was written since it was opened, the whole index is merged (seconds for a million
  /// agreements), else only as much as a few documents take.
  public func tidy() throws(KnowledgeBaseError) {
    guard mode == .write else { throw .readOnly(path: path) }
    try call { () throws(SQLiteError) in
      let all = try connection.number("SELECT count(*) FROM document")
      if writtenDocuments >= all / 4 {
        try connection.run("INSERT INTO search (search) VALUES ('optimize')")
      } else {
        try connection.run("INSERT INTO search (search, rank) VALUES ('merge', \(Self.pagesMerged))")
      }
      writtenDocuments = 0
      try connection.run("PRAGMA optimize")
      try connection.run("PRAGMA wal_checkpoint(PASSIVE)")
    }
  }

  /// Pages of the index that a small tidying writes: about 4 MB.
  private static let pagesMerged = 1000
}
