import Communique
import Concordance
import SQLiteStore

extension KnowledgeBase {
  /// Two documents side by side; null where there is none of one of the ids. Documents that are not linked are aligned
  /// on the spot.
  public func comparison(of one: Int64, _ two: Int64) throws(KnowledgeBaseError) -> Comparison? {
    try reading { () throws(SQLiteError) in
      let documents = DocumentReader(connection)
      guard let left = try documents.document(one), let right = try documents.document(two) else { return nil }
      let agreements = (try storedAgreements(one), try storedAgreements(two))
      let pairs = try alignedPairs(one, two, agreements)
      let reader = try profileReader()
      let rows = Comparison.rows(left: agreements.0.count, right: agreements.1.count, pairs: pairs)
      return Comparison(
        left: left, right: right,
        pairs: rows.map { row in
          let (left, right) = (row.left.map { agreements.0[$0] }, row.right.map { agreements.1[$0] })
          return ComparedPair(
            left: left, right: right, score: row.score, differences: reader.differences(left, right))
        })
    }
  }

  /// The agreements of linked documents that say the same as one: best first.
  public func counterparts(ofAgreement id: Int64) throws(KnowledgeBaseError) -> [Counterpart] {
    try reading { () throws(SQLiteError) in
      let rows = try connection.all(
        "SELECT other, score FROM alignment WHERE agreement = ? ORDER BY score DESC, other", [.integer(id)]
      ) { ($0.integer(0), $0.real(1)) }
      guard !rows.isEmpty else { return [] }
      let agreements = AgreementReader(connection)
      let reader = try profileReader()
      let own = try agreements.agreement(.id, id)
      var counterparts: [Counterpart] = []
      for (other, score) in rows {
        guard let found = try agreements.agreement(.id, other) else { continue }
        counterparts.append(
          Counterpart(agreement: found, score: score, differences: reader.differences(own, found)))
      }
      return counterparts
    }
  }

  /// In what two agreements differ, and what the later one changed.
  public func change(
    from earlier: StoredAgreement, to later: StoredAgreement
  ) throws(KnowledgeBaseError) -> (change: WordingChange, likeness: Double?, differences: [Difference]) {
    let reader = try call { () throws(SQLiteError) in try profileReader() }
    let differences = reader.differences(earlier, later)
    let isOne = earlier.document.language == later.document.language
    let likeness = isOne ? WordingDiff(earlier.agreement.text, later.agreement.text).likeness : nil
    return (
      WordingChange(from: earlier.agreement, to: later.agreement, likeness: likeness, differences: differences),
      likeness, differences
    )
  }

  /// The kept alignment of linked documents; of others one made now.
  private func alignedPairs(
    _ one: Int64, _ two: Int64, _ agreements: ([StoredAgreement], [StoredAgreement])
  ) throws(SQLiteError) -> [AgreementAlignment.Pair] {
    let isLinked = try connection.number(
      "SELECT count(*) FROM document_link WHERE document = ? AND other = ?", .integer(one), .integer(two))
    guard isLinked > 0 else {
      guard one != two, let left = try storedCommunique(one), let right = try storedCommunique(two) else {
        return agreements.0.indices.map { AgreementAlignment.Pair(left: $0, right: $0, score: 1) }
      }
      let reader = try profileReader()
      return AgreementAlignment(DocumentFacts(left, reader: reader), DocumentFacts(right, reader: reader)).pairs
    }
    return try connection.all(
      """
      SELECT this.position, that.position, score
      FROM agreement AS this
      JOIN alignment ON alignment.agreement = this.id
      JOIN agreement AS that ON that.id = alignment.other
      WHERE this.document = ? AND that.document = ?
      ORDER BY this.position, that.position
      """, [.integer(one), .integer(two)]
    ) { AgreementAlignment.Pair(left: $0.int(0), right: $0.int(1), score: $0.real(2)) }
  }
}

extension ProfileReader {
  /// In what two stored agreements differ; nothing where one is missing.
  func differences(_ left: StoredAgreement?, _ right: StoredAgreement?) -> [Difference] {
    guard let left, let right else { return [] }
    return differences(
      left.agreement, right.agreement, languages: (left.document.language, right.document.language))
  }
}
