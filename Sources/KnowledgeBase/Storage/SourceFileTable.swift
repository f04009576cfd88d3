import SQLiteStore

/// The files that were looked at.
struct SourceFileTable {
  let connection: Connection

  func state(of file: String) throws(SQLiteError) -> SourceFileState? {
    try connection.first(
      "SELECT size, modified, sha256, reason FROM source_file WHERE file = ?", [.text(file)]
    ) {
      SourceFileState(
        file: file, size: $0.integer(0), modified: $0.integer(1), digest: $0.text(2), reason: $0.optionalText(3))
    }
  }

  func write(_ state: SourceFileState) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO source_file (file, size, modified, sha256, reason) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE
      SET size = excluded.size, modified = excluded.modified, sha256 = excluded.sha256, reason = excluded.reason
      """,
      .text(state.file), .integer(state.size), .integer(state.modified), .text(state.digest), .text(state.reason))
  }

  /// Forgets the file that a document came from, and those with the same bytes, so that it can be read again.
  func forget(fileOfDocument id: Int64) throws(SQLiteError) {
    try connection.run(
      """
      DELETE FROM source_file
      WHERE sha256 IN (
        SELECT source_file.sha256
        FROM document JOIN source_file
        -- An entry of a feed or a member of an archive is named after its file.
        ON source_file.file = document.file
          OR (substr(document.file, 1, length(source_file.file)) = source_file.file
            AND substr(document.file, length(source_file.file) + 1, 1) IN ('#', '/'))
        WHERE document.id = ?)
      """, .integer(id))
  }
}
