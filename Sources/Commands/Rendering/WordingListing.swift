import Communique
import Concordance
import KnowledgeBase

/// Wordings as rows: two agreements a row, or one with what became of it.
enum WordingListing {
  /// `kb compare`: a row a pair.
  static func comparison(_ comparison: Comparison, language: Language) -> Listing {
    var listing = Listing(
      columns: pairColumns,
      rows: comparison.pairs.map { pair in
        row(pair.left, pair.right, pair.score, pair.differences, json: ComparisonSheet.json(pair), language)
      })
    let documents = JSON.array([.int(Int(comparison.left.id)), .int(Int(comparison.right.id))])
    listing.wrap = { .object(["documents": documents, "pairs": .array($0)]) }
    return listing
  }

  /// `kb diff`: one row.
  static func diff(
    _ left: StoredAgreement, _ right: StoredAgreement, _ change: WordingChange, likeness: Double?,
    _ differences: [Difference], language: Language
  ) -> Listing {
    let json = JSON.object([
      "left": .stored(left), "right": .stored(right), "change": .string(change.rawValue), "likeness": .score(likeness),
      "differences": .strings(differences.map(\.rawValue)), "wording": DiffSheet.json(left, right),
    ])
    let pair = row(left, right, likeness, differences, json: json, language)
    let shown = Words.link.name(change).text(language)
    let listing = Listing(
      columns: [changeColumn] + pairColumns,
      rows: [Listing.Row(json: json, cells: [change.rawValue] + pair.cells, shown: [shown] + pair.shown)])
    return single(listing)
  }

  /// `kb show --parallel`: a row a wording in another document.
  ///
  /// - Parameter json: the agreement with all that is to be said of it.
  static func parallel(
    _ stored: StoredAgreement, _ counterparts: [Counterpart], json: JSON, language: Language
  ) -> Listing {
    let others = counterparts.map { ($0.agreement as StoredAgreement?, $0.score as Double?, $0.differences) }
    let rows = others.isEmpty ? [(nil, nil, [])] : others
    let listing = Listing(
      columns: pairColumns, rows: rows.map { row(stored, $0.0, $0.1, $0.2, json: json, language) })
    return Listing(columns: listing.columns, rows: listing.rows, wrap: { $0.first ?? .null })
  }

  /// `kb history`: a row an undertaking in an event.
  static func history(_ history: UndertakingHistory, parties: [Party], language: Language) -> Listing {
    let rows = history.events.flatMap { event in event.entries.map { row($0, date: event.date, language) } }
    let json = HistorySheet.json(history, parties: parties)
    return Listing(columns: historyColumns, rows: rows, wrap: { _ in json })
  }

  /// A listing whose JSON is its one row's.
  private static func single(_ listing: Listing) -> Listing {
    Listing(columns: listing.columns, rows: listing.rows, wrap: { $0.first ?? .null })
  }

  private static let changeColumn = Listing.Column(key: "change", heading: Words.link.change)

  private static let pairColumns: [Listing.Column] = [
    .init(key: "score", heading: Words.link.score, isNumber: true, isDetail: true),
    .init(key: "differences", heading: Words.link.differences),
    .init(key: "left_id", heading: Words.label.identifier, isNumber: true),
    .init(key: "left_strength", heading: Words.label.strength),
    .init(key: "left_parties", heading: Words.label.parties, isDetail: true),
    .init(key: "left_text", heading: Words.label.text, isWide: true),
    .init(key: "right_id", heading: Words.label.identifier, isNumber: true),
    .init(key: "right_strength", heading: Words.label.strength),
    .init(key: "right_parties", heading: Words.label.parties, isDetail: true),
    .init(key: "right_text", heading: Words.label.text, isWide: true),
  ]

  private static func row(
    _ left: StoredAgreement?, _ right: StoredAgreement?, _ score: Double?, _ differences: [Difference], json: JSON,
    _ language: Language
  ) -> Listing.Row {
    let labels = Labels(language: language)
    var cells = [Self.number(score), differences.map(\.rawValue).joined(separator: " ")]
    var shown = [
      cells[0],
      left.flatMap { one in right.map { labels.differences(differences, one, $0).map(\.text) } }?
        .joined(separator: "; ") ?? "",
    ]
    for side in [left, right] {
      let agreement = side?.agreement
      let parties = agreement?.parties.map(\.rawValue).joined(separator: " ") ?? ""
      let id = side.map { String($0.id) } ?? ""
      cells += [id, agreement?.strength.rawValue ?? "", parties, agreement?.text ?? ""]
      shown += [id, agreement.map { labels.strength($0.strength) } ?? "", parties, agreement?.text ?? ""]
    }
    return Listing.Row(json: json, cells: cells, shown: shown)
  }

  private static let historyColumns: [Listing.Column] = [
    .init(key: "date", heading: Words.label.date),
    changeColumn,
    .init(key: "undertaking", heading: Words.link.undertaking, isNumber: true),
    .init(key: "id", heading: Words.label.identifier, isNumber: true),
    .init(key: "earlier", heading: Words.link.earlier, isNumber: true, isDetail: true),
    .init(key: "parties", heading: Words.label.parties),
    .init(key: "domains", heading: Words.label.domains, isDetail: true),
    .init(key: "strength", heading: Words.label.strength),
    .init(key: "text", heading: Words.label.text, isWide: true),
    .init(key: "document", heading: Words.label.document, isNumber: true, isDetail: true),
    .init(key: "title", heading: Words.label.title, isDetail: true),
  ]

  private static func row(
    _ entry: UndertakingHistory.Entry, date: CalendarDate?, _ language: Language
  ) -> Listing.Row {
    let labels = Labels(language: language)
    let (stored, agreement) = (entry.agreement, entry.agreement.agreement)
    let tail = [String(stored.document.id), stored.document.title ?? ""]
    let numbers = [String(entry.chain), String(stored.id), entry.earlier.map { String($0.id) } ?? ""]
    return Listing.Row(
      json: HistorySheet.json(entry).adding(["date": .date(date)]),
      cells: [date?.description ?? "", entry.change.rawValue] + numbers + [
        agreement.parties.map(\.rawValue).joined(separator: " "),
        agreement.domains.map(\.rawValue).joined(separator: " "), agreement.strength.rawValue, agreement.text,
      ] + tail,
      shown: [labels.date(date), Words.link.name(entry.change).text(language)] + numbers + [
        labels.parties(agreement.parties), labels.domains(agreement.domains), labels.strength(agreement.strength),
        agreement.text,
      ] + tail)
  }

  private static func number(_ score: Double?) -> String {
    guard let score else { return "" }
    let hundredths = Int((score * 100).rounded())
    return hundredths >= 100 ? "1" : "0." + (hundredths < 10 ? "0" : "") + String(hundredths)
  }
}
