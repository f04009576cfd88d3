import SQLiteStore

/// Facets of any query, counted over its matches: one small row a match, and an array of counts by label.
struct CountedFacets {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func counts(_ facets: [Facet], _ plan: SearchPlan) throws(SQLiteError) -> [[String]: Int] {
    let values = try labelValues(facets)
    return facets.count == 1 ? try counts(facets[0], values, plan) : try counts(facets[0], facets[1], values, plan)
  }

  private typealias LabelValues = [Int: (kind: String, value: String)]

  /// The labels of those facets.
  private func labelValues(_ facets: [Facet]) throws(SQLiteError) -> LabelValues {
    var values: LabelValues = [:]
    for kind in Set(facets.flatMap(\.labels).map(\.rawValue)) {
      try connection.each("SELECT id, value FROM label WHERE facet = ?", [.text(kind)]) { (row) in
        values[row.int(0)] = (kind, row.text(1))
      }
    }
    return values
  }

  private func counts(
    _ facet: Facet, _ values: LabelValues, _ plan: SearchPlan
  ) throws(SQLiteError) -> [[String]: Int] {
    var tally = [Int](repeating: 0, count: (values.keys.max() ?? 0) + 1)
    try eachMatch(plan) { (bytes, change) in
      LabelCodec.decode(bytes) { label in if label < tally.count { tally[label] += change } }
    }
    var counts: [[String]: Int] = [:]
    for (label, named) in values where tally[label] != 0 {
      counts[[facet.value(named.value)], default: 0] += tally[label]
    }
    return counts.filter { $0.value > 0 }
  }

  private func counts(
    _ one: Facet, _ other: Facet, _ values: LabelValues, _ plan: SearchPlan
  ) throws(SQLiteError) -> [[String]: Int] {
    struct Pair: Hashable { let one, other: Int }
    var tally: [Pair: Int] = [:]
    let highest = values.keys.max() ?? 0
    // What each label is: bit 0 the first facet's, bit 1 the second's.
    var roles = [UInt8](repeating: 0, count: highest + 1)
    for (label, named) in values {
      roles[label] = (one.has(named.kind) ? 1 : 0) | (other.has(named.kind) ? 2 : 0)
    }
    var firsts: [Int] = []
    var seconds: [Int] = []
    try eachMatch(plan) { (bytes, change) in
      firsts.removeAll(keepingCapacity: true)
      seconds.removeAll(keepingCapacity: true)
      LabelCodec.decode(bytes) { label in
        guard label <= highest else { return }
        if roles[label] & 1 != 0 { firsts.append(label) }
        if roles[label] & 2 != 0 { seconds.append(label) }
      }
      for first in firsts {
        for second in seconds { tally[Pair(one: first, other: second), default: 0] += change }
      }
    }
    var counts: [[String]: Int] = [:]
    for (pair, count) in tally {
      guard let first = values[pair.one], let second = values[pair.other] else { continue }
      counts[[one.value(first.value), other.value(second.value)], default: 0] += count
    }
    return counts.filter { $0.value > 0 }
  }

  /// Lends the labels of each match, to be counted; and of those that are left out what they share with the version
  /// shown in their place, to be taken away.
  private func eachMatch(
    _ plan: SearchPlan, _ body: (UnsafeBufferPointer<UInt8>, _ change: Int) -> Void
  ) throws(SQLiteError) {
    try eachMatch(of: plan) { body($0, 1) }
    guard let number = plan.shown.number, plan.leftOut != .nothing else { return }
    let labels = number == Versions.number(of: .english) ? "shared_en" : "shared_fr"
    try connection.each(
      """
      SELECT \(labels)
      FROM search CROSS JOIN version_row ON version_row.rank = search.rowid
      WHERE search MATCH ? AND search.rowid BETWEEN ? AND ?
      """,
      [
        .text(MatchExpression.all([plan.widest, plan.leftOut]).sql), .integer(plan.ranks.lowerBound),
        .integer(plan.ranks.upperBound),
      ]
    ) { (row) in row.withBytes(0) { body($0, -1) } }
  }

  private func eachMatch(
    of plan: SearchPlan, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(SQLiteError) {
    let span: [Value] = [.integer(plan.ranks.lowerBound), .integer(plan.ranks.upperBound)]
    switch plan.widest {
    case .nothing: return
    case .everything:
      try connection.each("SELECT labels FROM agreement_label WHERE rank BETWEEN ? AND ?", span) { (row) in
        row.withBytes(0, body)
      }
    default:
      try connection.each(
        """
        SELECT agreement_label.labels
        FROM search CROSS JOIN agreement_label ON agreement_label.rank = search.rowid
        WHERE search MATCH ? AND search.rowid BETWEEN ? AND ?
        """, [.text(plan.widest.sql)] + span
      ) { (row) in row.withBytes(0, body) }
    }
  }
}

extension Facet {
  /// Whether it is counted from labels of a kind.
  fileprivate func has(_ kind: String) -> Bool { labels.contains { $0.rawValue == kind } }
}
