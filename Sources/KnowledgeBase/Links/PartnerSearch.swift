import Communique
import Concordance
import SQLiteStore

/// Finds the stored documents that may belong to a new one, by what they are filed under.
struct PartnerSearch {
  let connection: Connection

  /// Documents under one key that are looked at, the newest first: a key with more tells nothing.
  private static let mostOfOneKey = 256
  /// Documents whose texts are compared.
  private static let mostCompared = 12

  func file(_ document: Int64, under keys: PartnerKeys) throws(SQLiteError) {
    for key in keys.filed {
      try connection.run(
        "INSERT OR IGNORE INTO document_feature (feature, document) VALUES (?, ?)", .integer(key), .integer(document))
    }
  }

  func unfile(_ document: Int64) throws(SQLiteError) {
    try connection.run("DELETE FROM document_feature WHERE document = ?", .integer(document))
  }

  /// Those who share most keys first.
  func candidates(for document: Int64, under keys: PartnerKeys) throws(SQLiteError) -> [Int64] {
    var shared: [Int64: Int] = [:]
    for key in keys.sought {
      try connection.each(
        "SELECT document FROM document_feature WHERE feature = ? ORDER BY document DESC LIMIT \(Self.mostOfOneKey)",
        [.integer(key)]
      ) { (row) in shared[row.integer(0), default: 0] += 1 }
    }
    shared[document] = nil
    return shared.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key)
  }

  /// Of the candidates, those whose dates and parties do not speak against it; at most `mostCompared`.
  func plausible(_ candidates: [Int64], for communique: Communique) throws(SQLiteError) -> [Int64] {
    let parties = communique.allParties
    var found: [Int64] = []
    for candidate in candidates {
      guard try isNear(candidate, communique), try sharesParties(candidate, parties) else { continue }
      found.append(candidate)
      if found.count == Self.mostCompared { break }
    }
    return found
  }

  private func isNear(_ candidate: Int64, _ communique: Communique) throws(SQLiteError) -> Bool {
    let dates = try connection.first("SELECT held_on, published_on FROM document WHERE id = ?", [.integer(candidate)]) {
      (
        held: $0.optionalText(0).flatMap(CalendarDate.init(iso:)),
        published: $0.optionalText(1).flatMap(CalendarDate.init(iso:))
      )
    }
    guard let dates else { return false }
    let days = DocumentLikeness.daysApart((communique.heldOn, communique.publishedOn), dates)
    return days.map { $0 <= DocumentLikeness.longestApart } ?? true
  }

  /// More than half of the fewer; where one has none, nothing speaks against it.
  private func sharesParties(_ candidate: Int64, _ parties: Set<Party>) throws(SQLiteError) -> Bool {
    let others = try self.parties(ofDocument: candidate)
    guard !parties.isEmpty, !others.isEmpty else { return true }
    return parties.intersection(others).count * 2 > min(parties.count, others.count)
  }

  /// Those of the meeting, and all who are bound.
  func parties(ofDocument id: Int64) throws(SQLiteError) -> Set<Party> {
    let parties = try connection.all(
      """
      SELECT party FROM document_party WHERE document = ?1
      UNION
      SELECT party FROM agreement JOIN agreement_party ON agreement_party.agreement = agreement.id
      WHERE agreement.document = ?1
      """, [.integer(id)]
    ) { Party($0.text(0)) }
    return Set(parties)
  }
}
