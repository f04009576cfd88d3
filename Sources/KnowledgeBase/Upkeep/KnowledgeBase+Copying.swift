import SQLiteStore

extension KnowledgeBase {
  /// Copies the store as it is now into a file that is there and empty; others may read and write meanwhile.
  ///
  /// - Parameter file: a path; what it holds is of no use where this throws.
  public func backUp(to file: String) throws(KnowledgeBaseError) {
    try copying(to: file) { () throws(SQLiteError) in try connection.backUp(to: file) }
  }

  /// The same without what removed documents left behind, in less room but slower.
  public func compact(into file: String) throws(KnowledgeBaseError) {
    try copying(to: file) { () throws(SQLiteError) in try connection.compact(into: file) }
  }

  /// A full disk is the copy's, not the store's.
  private func copying(
    to file: String, _ body: () throws(SQLiteError) -> Void
  ) throws(KnowledgeBaseError) {
    do {
      try call(body)
    } catch .diskFull {
      throw .diskFull(path: file)
    }
  }

  /// Removes documents and their agreements, all or none: ids that there are no documents of are given back, and
  /// then nothing is removed.
  public func remove(documents ids: [Int64]) throws(KnowledgeBaseError) -> [Int64] {
    try writing { (index) throws(SQLiteError) in
      let documents = DocumentWriter(connection: connection, index: index)
      var unknown: [Int64] = []
      for id in ids where try !documents.exists(id) { unknown.append(id) }
      guard unknown.isEmpty else { return unknown }
      for id in Set(ids).sorted() {
        try forgetSource(ofDocument: id)
        try documents.remove(id)
      }
      return []
    }
  }

  /// The file that a document came from, or that holds it, counts as not looked at: it can be ingested again.
  private func forgetSource(ofDocument id: Int64) throws(SQLiteError) {
    try connection.run(
      """
      DELETE FROM source_file
      WHERE EXISTS (
        SELECT 1
        FROM document
        WHERE id = ?
          AND (document.file = source_file.file
            OR substr(document.file, 1, length(source_file.file) + 1)
              IN (source_file.file || '#', source_file.file || '/')))
      """, .integer(id))
  }
}
