import SQLiteStore

/// Facets from the kept counts: of the whole store by one or two facets, and of one filter by one.
struct KeptFacets {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// Null where no counts are kept for that.
  func counts(_ facets: [Facet], _ plan: SearchPlan) throws(SQLiteError) -> [[String]: Int]? {
    guard !plan.hasDates, let conditions = try LabelConditions(plan.rest, connection) else { return nil }
    // Versions may differ: shown as one, they bear several labels of one kind, whose counts do not add up.
    if plan.shown.number != nil, conditions.groups.contains(where: { $0.ids.count > 1 }) { return nil }
    var counts = try counts(facets, conditions, Tally(hiddenIn: nil))
    if let number = plan.shown.number, let hidden = try self.counts(facets, conditions, Tally(hiddenIn: number)) {
      for (values, count) in hidden { counts?[values, default: 0] -= count }
      counts = counts?.filter { $0.value > 0 }
    }
    return counts
  }

  /// The table that is read: of all, or of those in whose place another version is shown.
  private struct Tally {
    let hiddenIn: Int?

    var source: String {
      hiddenIn.map { "(SELECT meeting, count FROM hidden_tally WHERE language = \($0)) AS tally" } ?? "tally"
    }
  }

  private func counts(
    _ facets: [Facet], _ conditions: LabelConditions, _ tally: Tally
  ) throws(SQLiteError) -> [[String]: Int]? {
    switch (conditions.groups.count, facets.count) {
    case (0, 1): return try counts(facets[0], with: [Label.idOfAll], tally)
    case (1, 1): return try counts(facets[0], with: conditions.groups[0].ids, tally)
    case (0, 2):
      // From the facet with fewer values: what each of them meets is gone through.
      if try values(facets[0]) <= values(facets[1]) { return try counts(facets[0], facets[1], tally) }
      let counts = try counts(facets[1], facets[0], tally)
      return Dictionary(uniqueKeysWithValues: counts.map { ($0.key.reversed(), $0.value) })
    default: return nil
    }
  }

  private func values(_ facet: Facet) throws(SQLiteError) -> Int {
    try connection.number("SELECT count(*) FROM label WHERE facet = ?", .text(facet.label.rawValue))
  }

  private func counts(
    _ facet: Facet, with labels: [Int64], _ tally: Tally
  ) throws(SQLiteError) -> [[String]: Int] {
    var counts: [[String]: Int] = [:]
    for label in labels {
      try connection.each(
        """
        SELECT label.value, tally.count
        FROM \(tally.source) CROSS JOIN label ON label.id = tally.meeting & 4294967295
        WHERE tally.meeting BETWEEN ? AND ? AND label.facet IN (?, ?)
        """,
        [
          .integer(Ledger.meetings(of: label).lowerBound), .integer(Ledger.meetings(of: label).upperBound),
          .text(facet.labels[0].rawValue), .text(facet.labels[facet.labels.count - 1].rawValue),
        ]
      ) { (row) in counts[[facet.value(row.text(0))], default: 0] += row.int(1) }
    }
    return counts
  }

  private func counts(
    _ one: Facet, _ other: Facet, _ tally: Tally
  ) throws(SQLiteError) -> [[String]: Int] {
    // Both by the same labels (year and month): each month meets itself alone.
    let meeting = one.label == other.label ? "AND x.id = y.id" : ""
    var counts: [[String]: Int] = [:]
    try connection.each(
      """
      SELECT x.value, y.value, tally.count
      FROM label AS x
        CROSS JOIN \(tally.source) ON tally.meeting BETWEEN x.id << 32 AND x.id << 32 | 4294967295
        CROSS JOIN label AS y ON y.id = tally.meeting & 4294967295
      WHERE x.facet IN (?, ?) AND y.facet IN (?, ?) \(meeting)
      """, [one, other].flatMap { [$0.labels[0], $0.labels[$0.labels.count - 1]] }.map { .text($0.rawValue) }
    ) { (row) in counts[[one.value(row.text(0)), other.value(row.text(1))], default: 0] += row.int(2) }
    return counts
  }
}
