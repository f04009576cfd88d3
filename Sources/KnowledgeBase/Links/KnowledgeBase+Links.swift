import Communique
import Concordance
import SQLiteStore
import TextAnalysis

extension KnowledgeBase {
  /// Links two documents by hand, in place of what was found of them; remembered by their files' names, also when one
  /// of them is removed and comes back. False where there is no document of one of the ids.
  public func link(_ one: Int64, _ two: Int64, as kind: DocumentLink) throws(KnowledgeBaseError) -> Bool {
    try choose(kind, one, two)
  }

  /// Says that two documents do not belong together; remembered in the same way.
  public func unlink(_ one: Int64, _ two: Int64) throws(KnowledgeBaseError) -> Bool {
    try choose(nil, one, two)
  }

  /// Looks for links anew over the whole store, in one transaction. What users said stays.
  ///
  /// - Parameter progress: called with the number of documents that are done, and of all.
  public func relinkAll(progress: (Int, Int) -> Void = { _, _ in }) throws(KnowledgeBaseError) -> LinkSummary {
    try writing { (_) throws(SQLiteError) in
      var changed = Set(try connection.all("SELECT document FROM document_link") { $0.integer(0) })
      for table in ["document_link", "alignment", "document_feature"] { try connection.run("DELETE FROM \(table)") }
      let documents = try connection.all("SELECT id FROM document ORDER BY id") { $0.integer(0) }
      for (index, document) in documents.enumerated() {
        if let communique = try storedCommunique(document) {
          changed.formUnion(try linkWriter().relink(document, communique, under: PartnerKeys(communique)))
        }
        progress(index + 1, documents.count)
      }
      linksChanged(documents: changed)
      return LinkSummary(
        documents: documents.count, versions: try count(.version), duplicates: try count(.duplicate),
        agreements: try connection.number("SELECT count(*) FROM alignment") / 2)
    }
  }

  /// The documents that belong to one, versions first.
  public func links(ofDocument id: Int64) throws(KnowledgeBaseError) -> [StoredLink] {
    try reading { () throws(SQLiteError) in
      let rows = try connection.all(
        "SELECT other, kind, confidence FROM document_link WHERE document = ? ORDER BY kind DESC, other", [.integer(id)]
      ) { (row) in (row.integer(0), DocumentLink(rawValue: row.text(1)), row.real(2)) }
      let reader = DocumentReader(connection)
      var links: [StoredLink] = []
      for (other, kind, confidence) in rows {
        guard let kind, let document = try reader.document(other) else { continue }
        links.append(StoredLink(document: document, kind: kind, confidence: confidence))
      }
      return links
    }
  }

  private func choose(_ kind: DocumentLink?, _ one: Int64, _ two: Int64) throws(KnowledgeBaseError) -> Bool {
    try writing { (_) throws(SQLiteError) in
      let writer = linkWriter()
      guard one != two, let left = try storedCommunique(one), let right = try storedCommunique(two) else {
        return false
      }
      try LinkChoices(connection).choose(kind, for: left.file, and: right.file)
      if let kind {
        let reader = try writer.reader()
        let facts = (DocumentFacts(left, reader: reader), DocumentFacts(right, reader: reader))
        try writer.insert(one, facts.0, two, facts.1, kind, confidence: 1)
      } else {
        try writer.remove(one, two)
      }
      linksChanged(documents: [one, two])
      return true
    }
  }

  /// Each link is there in both directions.
  private func count(_ kind: DocumentLink) throws(SQLiteError) -> Int {
    try connection.number("SELECT count(*) FROM document_link WHERE kind = ?", .text(kind.rawValue)) / 2
  }
}

extension KnowledgeBase {
  /// Looks for the partners of a document that was just written or replaced, in the transaction that writes it.
  func relink(document id: Int64, as prepared: PreparedCommunique) throws(SQLiteError) {
    linksChanged(documents: try linkWriter().relink(id, prepared.communique, under: prepared.partnerKeys))
  }

  /// Called with the documents whose links were made or undone, in the transaction that did it.
  func linksChanged(documents: Set<Int64>) {
    if !documents.isEmpty { keptIndexWriter?.versionsChanged(documents) }
  }

  func linkWriter() -> LinkWriter {
    LinkWriter(connection: connection, reader: profileReader, stored: storedCommunique, memo: partnerMemo)
  }

  /// Reads texts with the vocabulary of the store's index.
  func profileReader() throws(SQLiteError) -> ProfileReader {
    if let keptProfileReader { return keptProfileReader }
    let store = LexiconStore(connection: connection, stemmers: stemmers)
    let reader = ProfileReader(lexicon: try store.lexicon(), stemmers: stemmers)
    keptProfileReader = reader
    return reader
  }
}
