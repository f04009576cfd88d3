import Communique
import SQLiteStore

/// Dates and parties of documents that were looked at as partners: new documents ask for the same ones again and again.
final class PartnerMemo {
  final class Entry {
    let heldOn: CalendarDate?
    let publishedOn: CalendarDate?
    /// Those of the meeting, and all who are bound.
    let parties: Set<Party>

    init(heldOn: CalendarDate?, publishedOn: CalendarDate?, parties: Set<Party>) {
      (self.heldOn, self.publishedOn, self.parties) = (heldOn, publishedOn, parties)
    }
  }

  /// A bound on memory: some 10 MB.
  private static let most = 50_000

  private let connection: Connection
  private var entries: [Int64: Entry] = [:]
  /// What SQLite says of the file's state; another connection's writing changes it.
  private var version = -1

  init(_ connection: Connection) { self.connection = connection }

  /// To be called before others are: forgets all where another process has written.
  func catchUp() throws(SQLiteError) {
    let current = try connection.number("PRAGMA data_version")
    if current != version || entries.count > Self.most { entries.removeAll() }
    version = current
  }

  func forget(_ document: Int64) { entries[document] = nil }
  func forgetAll() { entries.removeAll() }

  /// Null where there is no such document.
  func entry(_ document: Int64) throws(SQLiteError) -> Entry? {
    if let known = entries[document] { return known }
    let dates = try connection.first("SELECT held_on, published_on FROM document WHERE id = ?", [.integer(document)]) {
      (row) in (0..<2).map { row.optionalText($0).flatMap(CalendarDate.init(iso:)) }
    }
    guard let dates else { return nil }
    let entry = Entry(heldOn: dates[0], publishedOn: dates[1], parties: try parties(of: document))
    entries[document] = entry
    return entry
  }

  private func parties(of document: Int64) throws(SQLiteError) -> Set<Party> {
    let parties = try connection.all(
      """
      SELECT party FROM document_party WHERE document = ?1
      UNION
      SELECT party FROM agreement JOIN agreement_party ON agreement_party.agreement = agreement.id
      WHERE agreement.document = ?1
      """, [.integer(document)]
    ) { Party($0.text(0)) }
    return Set(parties)
  }
}
