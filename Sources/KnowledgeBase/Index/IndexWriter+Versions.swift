import Communique
import SQLiteStore

/// A row of the search index, and what is kept beside it.
struct IndexedRow {
  let rank: Int64
  var text: IndexText
  var title: String
  /// The words of the `meta` column.
  var meta: String
  /// As `agreement_label` has them.
  let labels: [UInt8]

  /// Stands between the words of two versions, so that no phrase runs from one into the other: a character for
  /// private use, which no text has and FTS5 takes for a word.
  static let gap = " \u{E000} "

  /// The row without what it took from other versions.
  var own: IndexedRow {
    var row = self
    row.text = IndexText(
      raw: Self.own(text.raw), english: Self.own(text.english), french: Self.own(text.french),
      concept: Self.own(text.concept))
    row.title = Self.own(title)
    row.meta = Self.own(meta)
    return row
  }

  private static func own(_ column: String) -> String {
    let bytes = Array(column.utf8)
    let gap = Array(gap.utf8)
    guard bytes.count >= gap.count else { return column }
    for start in 0...bytes.count - gap.count where bytes[start] == gap[0] && bytes[start + 1] == gap[1] {
      if bytes[start..<start + gap.count].elementsEqual(gap) { return String(decoding: bytes[..<start], as: UTF8.self) }
    }
    return column
  }

  /// Takes the words of another version in.
  mutating func append(_ other: IndexedRow) {
    text.raw += Self.gap + other.text.raw
    text.english += Self.gap + other.text.english
    text.french += Self.gap + other.text.french
    text.concept += Self.gap + other.text.concept
    if other.title != title { title += Self.gap + other.title }
  }
}

/// A row with the words of all its versions.
struct VersionedRow {
  let row: IndexedRow
  /// How it is shown among them; null where it has none.
  let version: VersionRow?
  /// By the number of the lists that leave it out, the labels that it shares with what they show.
  let shared: [Int: [UInt8]]
}

extension IndexWriter {
  /// Notes that undertakings of documents may have other versions than before: their rows are made anew at the end.
  ///
  /// - Parameters:
  ///   - documents: all that share or shared an undertaking with these (`VersionRows.sharers`).
  ///   - changed: those of them whose agreements are other than they were.
  func versionsChanged(_ documents: Set<Int64>, changed: Set<Int64> = []) {
    versionsToMake.formUnion(documents)
    changedDocuments.formUnion(changed)
  }

  func makeVersions() throws(SQLiteError) {
    guard !versionsToMake.isEmpty else { return }
    let (documents, changed) = (versionsToMake, changedDocuments)
    versionsToMake.removeAll()
    changedDocuments.removeAll()
    try VersionRows(connection: connection, index: self).refresh(documents, changed: changed)
  }

  /// What the index holds of a rank by itself, without what it took from other versions.
  func ownRow(rank: Int64) throws(SQLiteError) -> IndexedRow? {
    try writeRows()
    let labels = try connection.first("SELECT labels FROM agreement_label WHERE rank = ?", [.integer(rank)]) { (row) in
      row.withBytes(0) { Array($0) }
    }
    guard let labels else { return nil }
    return try connection.first(
      "SELECT raw, en, fr, concept, title, meta FROM search WHERE rowid = ?", [.integer(rank)]
    ) { (row) in
      let text = IndexText(raw: row.text(0), english: row.text(1), french: row.text(2), concept: row.text(3))
      return IndexedRow(rank: rank, text: text, title: row.text(4), meta: row.text(5), labels: labels).own
    }
  }

  /// Puts rows in the place of those of their ranks.
  func replace(_ new: [VersionedRow]) throws(SQLiteError) {
    try remove(ranks: new.map(\.row.rank).sorted())
    for (row, version, shared) in new.map({ ($0.row, $0.version, $0.shared) }) {
      ledger.count(row.text, by: 1)
      ledger.count(labels: row.labels, by: 1)
      rows.append(row)
      guard let version else { continue }
      for (number, labels) in shared { ledger.countHidden(row.text, labels: labels, in: number, by: 1) }
      try connection.run(
        "INSERT INTO version_row (rank, partners, hidden, moved, shared_en, shared_fr) VALUES (?, ?, ?, ?, ?, ?)",
        .integer(row.rank), .text(version.partners.map(String.init).joined(separator: " ")),
        .integer(version.hidden), .integer(version.moved),
        shared[Versions.number(of: .english)].map(Value.blob) ?? .null,
        shared[Versions.number(of: .french)].map(Value.blob) ?? .null)
    }
  }

  /// The labels that a version shares with what is shown in its place.
  ///
  /// - Parameter year: a year that they share though their months differ.
  func shared(_ own: [UInt8], with others: [[UInt8]], year: String?) throws(SQLiteError) -> [UInt8] {
    var theirs: Set<Int64> = []
    for labels in others { theirs.formUnion(LabelCodec.decoded(labels)) }
    var common = LabelCodec.decoded(own).filter(theirs.contains)
    if let year { common.append(try labels.id(of: Label(kind: .year, value: year))) }
    return LabelCodec.encoded(common)
  }

  /// Takes a row out of what lists leave out.
  func removeVersion(rank: Int64, _ text: IndexText) throws(SQLiteError) {
    let found = try connection.first("SELECT shared_en, shared_fr FROM version_row WHERE rank = ?", [.integer(rank)]) {
      (row) in (0..<2).map { column in row.isNull(column) ? nil : row.withBytes(column) { Array($0) } }
    }
    guard let found else { return }
    for (language, labels) in zip([Language.english, .french], found) {
      if let labels { ledger.countHidden(text, labels: labels, in: Versions.number(of: language), by: -1) }
    }
    try connection.run("DELETE FROM version_row WHERE rank = ?", .integer(rank))
  }
}
