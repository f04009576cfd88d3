import Communique
import SQLiteStore

extension KnowledgeBase {
  /// All that the store holds, record by record, in one state of it. No other call of this `KnowledgeBase` may be
  /// made until the reader is gone.
  public func records() throws(KnowledgeBaseError) -> RecordReader { try RecordReader(self) }
}

/// Reads a store from beginning to end; memory holds one document at a time.
public final class RecordReader {
  private enum Stage {
    case counts, documents, links, alignments, choices, end
  }

  private let base: KnowledgeBase
  private var connection: Connection { base.connection }
  private var stage = Stage.counts
  /// Where the stage goes on.
  private var lastDocument: Int64 = 0
  private var lastPair: [Value] = []
  /// Read and not yet given, the next one last.
  private var pending: [StoreRecord] = []

  fileprivate init(_ base: KnowledgeBase) throws(KnowledgeBaseError) {
    self.base = base
    try base.call { () throws(SQLiteError) in try base.connection.run("BEGIN") }
  }

  deinit { try? base.connection.run("ROLLBACK") }

  /// The next record; null after the last.
  public func next() throws(KnowledgeBaseError) -> StoreRecord? {
    do {
      return try base.call { () throws(SQLiteError) in try read() }
    } catch .sqlite(Missing.text, let message, _) {
      throw .damaged(path: base.path, detail: message)
    }
  }

  /// A document without text can only come from outside this program.
  private enum Missing {
    static let text = -1
  }

  private func read() throws(SQLiteError) -> StoreRecord? {
    while pending.isEmpty {
      switch stage {
      case .counts:
        stage = .documents
        return .counts(try counts())
      case .documents:
        if let document = try nextDocument() { return .document(document) }
        advance(to: .links, from: [0, "", 0])
      case .links: if try !readLinks() { advance(to: .alignments, from: [0, 0]) }
      case .alignments: if try !readAlignments() { advance(to: .choices, from: ["", ""]) }
      case .choices: if try !readChoices() { stage = .end }
      case .end: return nil
      }
    }
    return pending.popLast()
  }

  private func advance(to next: Stage, from start: [Value]) {
    stage = next
    lastPair = start
  }

  private func counts() throws(SQLiteError) -> StoreCounts {
    StoreCounts(
      documents: try connection.number("SELECT count(*) FROM document"),
      agreements: try connection.number("SELECT count(*) FROM agreement"),
      links: try connection.number("SELECT count(*) FROM document_link WHERE document < other"),
      alignments: try connection.number("SELECT count(*) FROM alignment WHERE agreement < other"),
      choices: try connection.number("SELECT count(*) FROM link_choice"))
  }
}

extension RecordReader {
  private func nextDocument() throws(SQLiteError) -> DocumentRecord? {
    let found = try connection.first(
      "SELECT id, sha256 FROM document WHERE id > ? ORDER BY id LIMIT 1", [.integer(lastDocument)]
    ) { (id: $0.integer(0), sha256: $0.text(1)) }
    guard let found else { return nil }
    lastDocument = found.id
    guard let communique = try base.storedCommunique(found.id) else {
      throw SQLiteError(code: Int32(Missing.text), message: "document \(found.id)")
    }
    let ids = try connection.all(
      "SELECT id FROM agreement WHERE document = ? ORDER BY position", [.integer(found.id)]
    ) { $0.integer(0) }
    return DocumentRecord(
      id: found.id, sha256: found.sha256, communique: communique, agreementIDs: ids, history: try history(found.id))
  }

  private func history(_ document: Int64) throws(SQLiteError) -> [DocumentVersion] {
    try connection.all(
      """
      SELECT version, replaced_on, sha256, title, published_on, held_on, agreements, text
      FROM document_history
      WHERE document = ?
      ORDER BY version
      """, [.integer(document)]
    ) { (row) in
      DocumentVersion(
        version: row.int(0), replacedOn: row.text(1), sha256: row.text(2), title: row.optionalText(3),
        publishedOn: row.optionalText(4).flatMap(CalendarDate.init(iso:)),
        heldOn: row.optionalText(5).flatMap(CalendarDate.init(iso:)), agreements: row.int(6), text: row.text(7))
    }
  }

  private static let rowsAtOnce = 1000

  private func readLinks() throws(SQLiteError) -> Bool {
    pending = try connection.all(
      """
      SELECT document, kind, other, confidence
      FROM document_link
      WHERE (document, kind, other) > (?, ?, ?) AND document < other
      ORDER BY document, kind, other
      LIMIT \(Self.rowsAtOnce)
      """, lastPair
    ) { (row) in
      self.lastPair = [.integer(row.integer(0)), .text(row.text(1)), .integer(row.integer(2))]
      return .link(
        LinkRecord(
          document: row.integer(0), other: row.integer(2), kind: DocumentLink(rawValue: row.text(1)) ?? .version,
          confidence: row.real(3)))
    }.reversed()
    return !pending.isEmpty
  }

  private func readAlignments() throws(SQLiteError) -> Bool {
    pending = try connection.all(
      """
      SELECT agreement, other, score
      FROM alignment
      WHERE (agreement, other) > (?, ?) AND agreement < other
      ORDER BY agreement, other
      LIMIT \(Self.rowsAtOnce)
      """, lastPair
    ) { (row) in
      self.lastPair = [.integer(row.integer(0)), .integer(row.integer(1))]
      return .alignment(AlignmentRecord(agreement: row.integer(0), other: row.integer(1), score: row.real(2)))
    }.reversed()
    return !pending.isEmpty
  }

  private func readChoices() throws(SQLiteError) -> Bool {
    pending = try connection.all(
      """
      SELECT file, other, kind
      FROM link_choice
      WHERE (file, other) > (?, ?)
      ORDER BY file, other
      LIMIT \(Self.rowsAtOnce)
      """, lastPair
    ) { (row) in
      self.lastPair = [.text(row.text(0)), .text(row.text(1))]
      return .choice(
        LinkChoice(
          file: row.text(0), other: row.text(1), kind: row.optionalText(2).flatMap(DocumentLink.init(rawValue:))))
    }.reversed()
    return !pending.isEmpty
  }
}
