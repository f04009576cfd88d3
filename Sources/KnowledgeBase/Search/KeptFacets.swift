import SQLiteStore

/// Facets from the kept counts: of the whole store by one or two facets, and of one filter by one.
struct KeptFacets {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Null where no counts are kept for that.
  func counts(_ facets: [Facet], _ plan: SearchPlan) throws(SQLiteError) -> [[String]: Int]? {
    guard !plan.hasDates, let conditions = try LabelConditions(plan.rest, connection) else { return nil }
    switch (conditions.groups.count, facets.count) {
    case (0, 1): return try counts(facets[0], with: [Label.idOfAll])
    case (1, 1): return try counts(facets[0], with: conditions.groups[0].ids)
    case (0, 2):
      // From the facet with fewer values: what each of them meets is gone through.
      if try values(facets[0]) <= values(facets[1]) { return try counts(facets[0], facets[1]) }
      let counts = try counts(facets[1], facets[0])
      return Dictionary(uniqueKeysWithValues: counts.map { ($0.key.reversed(), $0.value) })
    default: return nil
    }
  }

  private func values(_ facet: Facet) throws(SQLiteError) -> Int {
    try connection.number("SELECT count(*) FROM label WHERE facet = ?", .text(facet.label.rawValue))
  }

  private func counts(_ facet: Facet, with labels: [Int64]) throws(SQLiteError) -> [[String]: Int] {
    var counts: [[String]: Int] = [:]
    for label in labels {
      try connection.each(
        """
        SELECT label.value, tally.count
        FROM tally CROSS JOIN label ON label.id = tally.meeting & 4294967295
        WHERE tally.meeting BETWEEN ? AND ? AND label.facet = ?
        """,
        [
          .integer(Ledger.meetings(of: label).lowerBound), .integer(Ledger.meetings(of: label).upperBound),
          .text(facet.label.rawValue),
        ]
      ) { (row) in counts[[facet.value(row.text(0))], default: 0] += row.int(1) }
    }
    return counts
  }

  private func counts(_ one: Facet, _ other: Facet) throws(SQLiteError) -> [[String]: Int] {
    // Both by the same labels (year and month): each month meets itself alone.
    let meeting = one.label == other.label ? "AND x.id = y.id" : ""
    var counts: [[String]: Int] = [:]
    try connection.each(
      """
      SELECT x.value, y.value, tally.count
      FROM label AS x
        CROSS JOIN tally ON tally.meeting BETWEEN x.id << 32 AND x.id << 32 | 4294967295
        CROSS JOIN label AS y ON y.id = tally.meeting & 4294967295
      WHERE x.facet = ? AND y.facet = ? \(meeting)
      """, [.text(one.label.rawValue), .text(other.label.rawValue)]
    ) { (row) in counts[[one.value(row.text(0)), other.value(row.text(1))], default: 0] += row.int(2) }
    return counts
  }
}
