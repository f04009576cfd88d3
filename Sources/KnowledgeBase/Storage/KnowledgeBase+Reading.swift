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

  private func storedAgreements(_ document: Int64) throws(SQLiteError) -> [StoredAgreement] {
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

  func storedCommunique(_ id: Int64) throws(SQLiteError) -> Communique? {
    guard let document = try DocumentReader(connection).document(id), let text = try storedText(id) else { return nil }
    let setAside = try connection.all(
      "SELECT start, \"end\", reason FROM document_set_aside WHERE document = ? ORDER BY position", [.integer(id)]
    ) { SetAside(span: $0.int(0)..<max($0.int(0), $0.int(1)), reason: $0.text(2)) }
    return Communique(
      file: document.file, text: text, language: document.language, title: document.title,
      publisher: document.publisher, publishedOn: document.publishedOn, heldOn: document.heldOn,
      parties: document.parties, agreements: try storedAgreements(id).map(\.agreement), setAside: setAside)
  }
}
