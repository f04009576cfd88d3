import SQLiteStore

extension KnowledgeBase {
  /// Looks the store over, item by item. FTS5's own check is a statement that writes, so that only a store opened
  /// to write has that item.
  public func checkup() throws(KnowledgeBaseError) -> Checkup {
    let inspector = Inspector(connection: connection, isWritable: mode == .write)
    return try call { () throws(SQLiteError) in Checkup(items: try inspector.items()) }
  }

  /// The vocabulary that the index was made with, and this program's; they differ after an update, until the index
  /// is made anew.
  public func vocabulary() throws(KnowledgeBaseError) -> (index: String?, program: String) {
    let store = LexiconStore(connection: connection, stemmers: stemmers)
    return (try call { () throws(SQLiteError) in try store.version() }, LexiconStore.currentVersion)
  }

  /// Makes index, counts and lexicon anew from the stored documents, with this program's vocabulary, in one
  /// transaction.
  public func rebuildIndex() throws(KnowledgeBaseError) {
    guard mode == .write else { throw .readOnly(path: path) }
    keptIndexWriter = nil
    keptPreparer = nil
    keptProfileReader = nil
    try call { () throws(SQLiteError) in
      try connection.transaction(.write) { () throws(SQLiteError) in
        try emptyIndex()
        let store = LexiconStore(connection: connection, stemmers: stemmers)
        try store.replace()
        let vocabulary = IndexVocabulary(lexicon: try store.lexicon(), taxonomy: Taxonomy())
        try indexAll(IndexWriter(connection), CommuniquePreparer(vocabulary))
      }
    }
  }

  private func emptyIndex() throws(SQLiteError) {
    // Dropped and made again as the schema has it: deleting a million rows one by one would take minutes.
    let definition = try connection.first("SELECT sql FROM sqlite_master WHERE name = 'search'") { $0.text(0) }
    if let definition {
      try connection.execute(script: "DROP TABLE search")
      try connection.execute(script: definition)
    }
    let counts = ["term", "agreement_label", "tally", "monthly_tally"]
    let versions = ["version_row", "hidden_tally", "hidden_monthly_tally", "hidden_term"]
    for table in counts + versions { try connection.run("DELETE FROM \(table)") }
    try connection.run("DELETE FROM label WHERE id <> \(Label.idOfAll)")
  }

  /// How many documents' counts are gathered before they are written: a bound on memory.
  private static let documentsAtOnce = 500

  private func indexAll(_ index: IndexWriter, _ preparer: CommuniquePreparer) throws(SQLiteError) {
    // In the order of ranks, which the index takes fastest.
    let documents = try connection.all("SELECT document FROM agreement GROUP BY document ORDER BY min(rank)") {
      $0.integer(0)
    }
    for (number, document) in documents.enumerated() {
      guard let communique = try storedCommunique(document) else { continue }
      let ranks = try connection.all(
        "SELECT rank FROM agreement WHERE document = ? ORDER BY position", [.integer(document)]
      ) { $0.integer(0) }
      try index.add(preparer.prepared(communique), document: document, ranks: ranks)
      if number % Self.documentsAtOnce == Self.documentsAtOnce - 1 { try index.finish() }
    }
    try index.finish()
    try VersionRows(connection: connection, index: index).makeAll()
  }
}
