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
  func plausible(
    _ candidates: [Int64], for communique: Communique, _ memo: PartnerMemo
  ) throws(SQLiteError) -> [Int64] {
    let parties = communique.allParties
    var found: [Int64] = []
    for candidate in candidates {
      guard let entry = try memo.entry(candidate), isNear(entry, communique), sharesParties(entry, parties) else {
        continue
      }
      found.append(candidate)
      if found.count == Self.mostCompared { break }
    }
    return found
  }

  private func isNear(_ entry: PartnerMemo.Entry, _ communique: Communique) -> Bool {
    let days = DocumentLikeness.daysApart(
      (communique.heldOn, communique.publishedOn), (entry.heldOn, entry.publishedOn))
    return days.map { $0 <= DocumentLikeness.longestApart } ?? true
  }

  /// More than half of the fewer; where one has none, nothing speaks against it.
  private func sharesParties(_ entry: PartnerMemo.Entry, _ parties: Set<Party>) -> Bool {
    guard !parties.isEmpty, !entry.parties.isEmpty else { return true }
    return parties.intersection(entry.parties).count * 2 > min(parties.count, entry.parties.count)
  }
}
