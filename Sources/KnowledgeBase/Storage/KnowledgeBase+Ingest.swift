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
    let digest = SHA256.hexadecimal(of: communique.text)
    let outcome = try writing { (index) throws(SQLiteError) in
      try store(communique, digest, again: again, DocumentWriter(connection: connection, index: index))
    }
    if case .unchanged = outcome { return outcome }
    writtenDocuments += 1
    return outcome
  }

  private func store(
    _ communique: Communique, _ digest: String, again: Bool, _ documents: DocumentWriter
  ) throws(SQLiteError) -> IngestOutcome {
    let same = try documents.id(digest: digest)
    let earlier = try documents.id(file: communique.file)
    if let same, again {
      if let earlier, earlier != same { try documents.remove(earlier) }
      try documents.replace(same, with: communique, digest: digest)
      return .replaced(id: same)
    }
    if let same {
      guard let earlier, earlier != same else { return .unchanged(id: same) }
      try documents.remove(earlier)
      return .replaced(id: same)
    }
    guard let earlier else { return .added(id: try documents.insert(communique, digest: digest)) }
    try documents.replace(earlier, with: communique, digest: digest)
    return .replaced(id: earlier)
  }

  /// Removes a document and its agreements; false where there is none of that id.
  public func remove(document id: Int64) throws(KnowledgeBaseError) -> Bool {
    try writing { (index) throws(SQLiteError) in
      let documents = DocumentWriter(connection: connection, index: index)
      guard try documents.exists(id) else { return false }
      try documents.remove(id)
      return true
    }
  }

  /// The document that holds exactly this text, so that its analysis can be spared.
  public func document(withText text: String) throws(KnowledgeBaseError) -> Int64? {
    let digest = SHA256.hexadecimal(of: text)
    return try call { () throws(SQLiteError) in
      try connection.first("SELECT id FROM document WHERE sha256 = ?", [.text(digest)]) { $0.integer(0) }
    }
  }

  /// Says that two documents belong together (or no longer do).
  public func link(
    _ document: Int64, _ other: Int64, as kind: DocumentLink, linked: Bool = true
  ) throws(KnowledgeBaseError) {
    try writing { (_) throws(SQLiteError) in
      for (one, two) in [(document, other), (other, document)] {
        let sql =
          linked
          ? "INSERT OR IGNORE INTO document_link (document, kind, other) VALUES (?, ?, ?)"
          : "DELETE FROM document_link WHERE document = ? AND kind = ? AND other = ?"
        try connection.run(sql, .integer(one), .text(kind.rawValue), .integer(two))
      }
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

/// How two documents belong together.
public enum DocumentLink: String, Sendable, CaseIterable {
  /// The same event in another language.
  case version
  /// The same text from another outlet.
  case duplicate
}
