import Communique
import SQLiteStore

extension KnowledgeBase {
  /// The agreement of that id; null where there is none.
  public func agreement(id: Int64) throws(KnowledgeBaseError) -> StoredAgreement? {
    try reading { () throws(SQLiteError) in try AgreementReader(connection).agreement(.id, id) }
  }

  /// All documents, newest first.
  public func documents() throws(KnowledgeBaseError) -> [StoredDocument] {
    try reading { () throws(SQLiteError) in try DocumentReader(connection).all() }
  }

  /// What documents were before newer versions replaced them, by the id of the document, the oldest first.
  public func earlierVersions() throws(KnowledgeBaseError) -> [Int64: [EarlierVersion]] {
    try call { () throws(SQLiteError) in try DocumentHistory(connection: connection).all() }
  }

  /// The document of that id; null where there is none.
  public func document(id: Int64) throws(KnowledgeBaseError) -> StoredDocument? {
    try reading { () throws(SQLiteError) in try DocumentReader(connection).document(id) }
  }

  /// The whole text of a document, which all offsets refer to; null where there is none of that id.
  public func text(ofDocument id: Int64) throws(KnowledgeBaseError) -> String? {
    try call { () throws(SQLiteError) in try storedText(id) }
  }

  /// The agreements of a document, in the order of its text.
  public func agreements(ofDocument id: Int64) throws(KnowledgeBaseError) -> [StoredAgreement] {
    try reading { () throws(SQLiteError) in try storedAgreements(id) }
  }

  /// The whole communiqué as it was ingested; null where there is none of that id.
  public func communique(ofDocument id: Int64) throws(KnowledgeBaseError) -> Communique? {
    try reading { () throws(SQLiteError) in try storedCommunique(id) }
  }

  private func storedText(_ document: Int64) throws(SQLiteError) -> String? {
    try connection.first("SELECT text FROM document_text WHERE document = ?", [.integer(document)]) { $0.text(0) }
  }

  func storedAgreements(_ document: Int64) throws(SQLiteError) -> [StoredAgreement] {
    let ids = try connection.all("SELECT id FROM agreement WHERE document = ? ORDER BY position", [.integer(document)])
    {
      $0.integer(0)
    }
    let reader = AgreementReader(connection)
    var agreements: [StoredAgreement] = []
    for id in ids {
      if let agreement = try reader.agreement(.id, id) { agreements.append(agreement) }
    }
    return agreements
  }

  private func pages(_ document: Int64) throws(SQLiteError) -> [Int] {
    try connection.all("SELECT start FROM document_page WHERE document = ? ORDER BY page", [.integer(document)]) {
      $0.int(0)
    }
  }

  /// The page of the original on which a place of a document's text is, from 1; null where its format has no pages.
  ///
  /// - Parameter offset: UTF-8 byte offset into the text.
  public func page(at offset: Int, ofDocument id: Int64) throws(KnowledgeBaseError) -> Int? {
    try call { () throws(SQLiteError) in
      try connection.first(
        "SELECT max(page) FROM document_page WHERE document = ? AND start <= ?", [.integer(id), .integer(offset)]
      ) { $0.isNull(0) ? nil : $0.int(0) } ?? nil
    }
  }

  func storedCommunique(_ id: Int64) throws(SQLiteError) -> Communique? {
    guard let document = try DocumentReader(connection).document(id), let text = try storedText(id) else { return nil }
    let setAside = try connection.all(
      "SELECT start, \"end\", reason FROM document_set_aside WHERE document = ? ORDER BY position", [.integer(id)]
    ) { SetAside(span: $0.int(0)..<max($0.int(0), $0.int(1)), reason: $0.text(2)) }
    return Communique(
      file: document.file, text: text, language: document.language, title: document.title,
      publisher: document.publisher, publishedOn: document.publishedOn, heldOn: document.heldOn,
      url: document.url, format: document.format, pages: try pages(id), parties: document.parties,
      agreements: try storedAgreements(id).map(\.agreement), setAside: setAside)
  }
}
