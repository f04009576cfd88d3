import SQLiteStore

/// Changes to the counts, gathered over a transaction and written at its end: most agreements of a document
/// share their labels and words.
struct Ledger {
  /// Of all agreements.
  private var all = CountChanges(hiddenIn: nil)
  /// By the number of the lists: of agreements in whose place another version is shown there.
  private var hidden: [Int: CountChanges] = [:]

  /// Two labels as the key of the `tally` table.
  static func meeting(_ a: Int64, _ b: Int64) -> Int64 { a << 32 | b }

  /// All that one label meets.
  static func meetings(of label: Int64) -> ClosedRange<Int64> { meeting(label, 0)...meeting(label, 0xFFFF_FFFF) }

  /// Counts an agreement's labels; with `by` −1, takes them away.
  mutating func count(labels: [UInt8], by change: Int) { all.count(labels: labels, by: change) }

  /// Counts the words of one agreement; with `by` −1, takes them away.
  mutating func count(_ text: IndexText, by change: Int) { all.words.count(text, by: change) }

  /// Counts the words of a document's agreements.
  mutating func count(_ counts: WordCounts) { all.words.add(counts) }

  /// Counts what lists of a number leave out of an agreement: its words, and the labels that it shares with what is
  /// shown in its place.
  mutating func countHidden(_ text: IndexText, labels: [UInt8], in number: Int, by change: Int) {
    hidden[number, default: CountChanges(hiddenIn: number)].count(labels: labels, by: change)
    hidden[number]?.words.count(text, by: change)
  }

  /// Writes what has changed, in the order of the tables.
  mutating func write(to connection: Connection, _ labels: LabelTable) throws(SQLiteError) {
    defer { self = Ledger() }
    try all.write(to: connection, labels)
    for number in hidden.keys.sorted() { try hidden[number]?.write(to: connection, labels) }
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
