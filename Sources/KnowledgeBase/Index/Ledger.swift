import SQLiteStore

/// Changes to the counts, gathered over a transaction and written at its end: most agreements of a document
/// share their labels and words.
struct Ledger {
  /// Of all agreements.
  var all = Counts(hiddenIn: nil)
  /// By the number of the lists: of agreements in whose place another version is shown there.
  private var hidden: [Int: Counts] = [:]

  /// Changes the counts of what lists of a number leave out.
  mutating func changeHidden(in number: Int, _ change: (inout Counts) -> Void) {
    change(&hidden[number, default: Counts(hiddenIn: number)])
  }

  /// Writes what has changed, in the order of the tables.
  mutating func write(to connection: Connection) throws(SQLiteError) {
    defer { self = Ledger() }
    try all.write(to: connection)
    for number in hidden.keys.sorted() { try hidden[number]?.write(to: connection) }
  }

  /// Two labels as the key of the `tally` table.
  static func meeting(_ a: Int64, _ b: Int64) -> Int64 { a << 32 | b }

  /// All that one label meets.
  static func meetings(of label: Int64) -> ClosedRange<Int64> { meeting(label, 0)...meeting(label, 0xFFFF_FFFF) }
}

extension Ledger {
  /// Changes to one set of tables.
  struct Counts {
    private struct Triple: Hashable {
      let country, domain, month: Int64
    }

    /// Null for the counts of all.
    private let hiddenIn: Int?
    private var meetings: [Int64: Int] = [:]
    private var triples: [Triple: Int] = [:]
    private var terms: [[String: Int]] = Array(repeating: [:], count: Route.allCases.count)

    init(hiddenIn number: Int?) { hiddenIn = number }

    /// Counts an agreement's labels; with `by` −1, takes them away.
    mutating func count(_ labels: [(id: Int64, kind: Label.Kind)], by change: Int) {
      for a in labels {
        for b in labels { meetings[Ledger.meeting(a.id, b.id), default: 0] += change }
      }
      guard let month = labels.first(where: { $0.kind == .month }) else { return }
      for country in labels where country.kind == .country {
        for domain in labels where domain.kind == .domain {
          triples[Triple(country: country.id, domain: domain.id, month: month.id), default: 0] += change
        }
      }
    }

    /// Counts the words of one agreement, each once.
    mutating func count(_ words: Set<String>, _ route: Route, by change: Int) {
      for word in words { terms[route.rawValue][word, default: 0] += change }
    }

    func write(to connection: Connection) throws(SQLiteError) {
      try write(
        meetings.filter { $0.value != 0 }.sorted { $0.key < $1.key }, to: connection, table: "tally", key: ["meeting"]
      ) { [.integer($0)] }
      try write(
        triples.filter { $0.value != 0 }.sorted {
          ($0.key.country, $0.key.domain, $0.key.month) < ($1.key.country, $1.key.domain, $1.key.month)
        },
        to: connection, table: "monthly_tally", key: ["country", "domain", "month"]
      ) { [.integer($0.country), .integer($0.domain), .integer($0.month)] }
      for (route, changes) in terms.enumerated() {
        try write(
          changes.filter { $0.value != 0 }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) },
          to: connection, table: "term", key: ["route", "term"]
        ) { [.integer(route), .text($0)] }
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
      try connection.with("DELETE FROM \(table) WHERE \(condition) AND count <= 0") {
        (statement) throws(SQLiteError) in
        for change in changes where change.value < 0 {
          try statement.bind(lists + values(change.key))
          try statement.run()
        }
      }
    }
  }
}

/// The ways in which a word can be met, as the `term` table numbers them.
enum Route: Int, CaseIterable, Sendable {
  case raw, english, french, concept

  /// The column of the index.
  var column: String {
    switch self {
    case .raw: "raw"
    case .english: "en"
    case .french: "fr"
    case .concept: "concept"
    }
  }
}
