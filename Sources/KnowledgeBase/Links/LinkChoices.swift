import Communique
import SQLiteStore

/// What users said of pairs of files; kept by the files' names, it outlives the documents.
struct LinkChoices {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// What was said of one file and those that are stored.
  struct Choices {
    /// Those it is linked with by hand.
    var chosen: [(document: Int64, kind: DocumentLink)] = []
    /// Those it is not to be linked with.
    var barred: Set<Int64> = []

    func contains(_ document: Int64) -> Bool {
      barred.contains(document) || chosen.contains { $0.document == document }
    }
  }

  func choices(for file: String) throws(SQLiteError) -> Choices {
    var choices = Choices()
    try connection.each(
      """
      SELECT document.id, link_choice.kind
      FROM link_choice JOIN document
        ON document.file = CASE link_choice.file WHEN ?1 THEN link_choice.other ELSE link_choice.file END
      WHERE link_choice.file = ?1 OR link_choice.other = ?1
      """, [.text(file)]
    ) { (row) in
      if let kind = row.optionalText(1).flatMap(DocumentLink.init(rawValue:)) {
        choices.chosen.append((row.integer(0), kind))
      } else {
        choices.barred.insert(row.integer(0))
      }
    }
    return choices
  }

  /// - Parameter kind: null where they do not belong together.
  func choose(_ kind: DocumentLink?, for one: String, and two: String) throws(SQLiteError) {
    try connection.run(
      """
      INSERT INTO link_choice (file, other, kind) VALUES (?, ?, ?)
      ON CONFLICT DO UPDATE SET kind = excluded.kind
      """, .text(min(one, two)), .text(max(one, two)), .text(kind?.rawValue))
  }
}
