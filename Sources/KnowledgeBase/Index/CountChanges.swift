import SQLiteStore

/// Changes to one set of the tables of counts: those of all agreements, or those of what lists leave out.
struct CountChanges {
  private struct Triple: Hashable {
    let country, domain, month: Int64
  }

  /// The number of the lists; null for the counts of all.
  private let hiddenIn: Int?
  /// How many agreements bear exactly these labels, as `agreement_label` has them: few sets are borne by many.
  private var labelSets: [[UInt8]: Int] = [:]
  var words = WordCounts()

  init(hiddenIn number: Int?) { hiddenIn = number }

  mutating func count(labels: [UInt8], by change: Int) { labelSets[labels, default: 0] += change }

  func write(to connection: Connection, _ labels: LabelTable) throws(SQLiteError) {
    var meetings: [Int64: Int] = [:]
    var triples: [Triple: Int] = [:]
    for (set, change) in labelSets where change != 0 {
      let known = try labels.known(set)
      Self.count(known, by: change, &meetings)
      Self.count(known, by: change, &triples)
    }
    try write(
      meetings.filter { $0.value != 0 }.sorted { $0.key < $1.key }, to: connection, table: "tally", key: ["meeting"]
    ) { [.integer($0)] }
    try write(
      triples.filter { $0.value != 0 }.sorted {
        ($0.key.country, $0.key.domain, $0.key.month) < ($1.key.country, $1.key.domain, $1.key.month)
      },
      to: connection, table: "monthly_tally", key: ["country", "domain", "month"]
    ) { [.integer($0.country), .integer($0.domain), .integer($0.month)] }
    for (route, changes) in words.routes.enumerated() {
      try write(
        changes.filter { $0.value != 0 }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) },
        to: connection, table: "term", key: ["route", "term"]
      ) { [.integer(route), .text($0)] }
    }
  }

  private static func count(_ labels: [LabelTable.Known], by change: Int, _ meetings: inout [Int64: Int]) {
    for a in labels {
      for b in labels { meetings[Ledger.meeting(a.id, b.id), default: 0] += change }
    }
  }

  private static func count(_ labels: [LabelTable.Known], by change: Int, _ triples: inout [Triple: Int]) {
    guard let month = labels.first(where: { $0.kind == .month }) else { return }
    for country in labels where country.kind == .country {
      for domain in labels where domain.kind == .domain {
        triples[Triple(country: country.id, domain: domain.id, month: month.id), default: 0] += change
      }
    }
  }

  /// Table and key names come from above, never from outside.
  private func write<Key>(
    _ changes: [(key: Key, value: Int)], to connection: Connection, table: String, key: [String],
    values: (Key) -> [Value]
  ) throws(SQLiteError) {
    guard !changes.isEmpty else { return }
    let lists = hiddenIn.map { [Value.integer($0)] } ?? []
    let table = (lists.isEmpty ? "" : "hidden_") + table
    let key = (lists.isEmpty ? [] : ["language"]) + key
    let columns = key.joined(separator: ", ")
    let places = Array(repeating: "?", count: key.count + 1).joined(separator: ", ")
    let condition = key.map { $0 + " = ?" }.joined(separator: " AND ")
    let add = """
      INSERT INTO \(table) (\(columns), count) VALUES (\(places))
      ON CONFLICT DO UPDATE SET count = count + excluded.count
      """
    try connection.with(add) { (statement) throws(SQLiteError) in
      for change in changes {
        try statement.bind(lists + values(change.key) + [.integer(change.value)])
        try statement.run()
      }
    }
    try connection.with("DELETE FROM \(table) WHERE \(condition) AND count <= 0") { (statement) throws(SQLiteError) in
      for change in changes where change.value < 0 {
        try statement.bind(lists + values(change.key))
        try statement.run()
      }
    }
  }
}
