import Communique
import KnowledgeBase
import Vocabulary

/// Agreements as rows and cards.
enum AgreementListing {
  /// The agreements of a communiqué that is not stored.
  static func extracted(_ communique: Communique, language: Language) -> Listing {
    let labels = Labels(language: language)
    let source = Source(
      date: communique.date, language: communique.language, title: communique.title, publisher: communique.publisher,
      file: communique.file)
    let rows = communique.agreements.enumerated().map { index, agreement in
      let card = Card(
        number: index + 1, heading: heading(agreement, date: communique.date, labels),
        quote: [Run(text: agreement.text)], language: communique.language, source: [labels.bytes(agreement.span)])
      return row(
        agreement, of: source, json: .agreement(agreement, language: source.language, date: source.date), card: card,
        labels)
    }
    return Listing(columns: columns, rows: rows)
  }

  /// One agreement of the store, with the JSON that is to be said of it.
  static func shown(_ stored: StoredAgreement, json: JSON, language: Language) -> Listing {
    let found = found(SearchResult(total: 1, agreements: [stored]), offset: 0, .each, language: language)
    let rows = found.rows.map { Listing.Row(json: json, cells: $0.cells, shown: $0.shown, card: $0.card) }
    return Listing(columns: found.columns, rows: rows, wrap: { $0.first ?? .null })
  }

  /// A page of matches; numbers count from the first of all.
  static func found(_ result: SearchResult, offset: Int, _ versions: Versions, language: Language) -> Listing {
    let labels = Labels(language: language)
    let rows = result.agreements.enumerated().map { index, stored in
      let document = stored.document
      let source = Source(
        date: document.date, language: document.language, title: document.title, publisher: document.publisher,
        file: document.file)
      let cells = row(
        stored.agreement, of: source, json: .stored(stored), card: card(stored, number: offset + index + 1, labels),
        labels)
      return cells.prefixed(with: String(stored.id))
    }
    let total = result.total
    var listing = Listing(columns: [idColumn] + columns, rows: rows)
    listing.wrap = { .object(["total": .int(total), "counted": .counted(versions), "agreements": .array($0)]) }
    return listing
  }

  private static func card(_ stored: StoredAgreement, number: Int, _ labels: Labels) -> Card {
    let document = stored.document
    return Card(
      number: number, heading: heading(stored.agreement, date: document.date, labels),
      quote: Run.marked(stored.agreement.text, at: stored.highlights), language: document.language,
      source: [document.publisher ?? "", document.title ?? document.file, "id \(stored.id)", labels.versions(stored)])
  }

  /// What stands above a quote.
  static func heading(_ agreement: Agreement, date: CalendarDate?, _ labels: Labels) -> [Card.Piece] {
    [
      Card.Piece(labels.date(date), .quiet),
      Card.Piece(labels.parties(agreement.parties), .title),
      Card.Piece(labels.domains(agreement.domains), .label),
      Card.Piece(labels.strength(agreement.strength), labels.role(agreement.strength)),
      Card.Piece(agreement.kind == .instrument ? labels.kind(.instrument) : "", .label),
    ]
  }
}

extension AgreementListing {
  /// What a row says of the communiqué that the agreement stands in.
  private struct Source {
    let date: CalendarDate?
    let language: Language?
    let title: String?
    let publisher: String?
    let file: String
  }

  private static let idColumn = Listing.Column(key: "id", heading: Words.label.identifier, isNumber: true)

  private static let columns: [Listing.Column] = [
    .init(key: "date", heading: Words.label.date),
    .init(key: "parties", heading: Words.label.parties),
    .init(key: "domains", heading: Words.label.domains),
    .init(key: "strength", heading: Words.label.strength),
    .init(key: "kind", heading: Words.label.kind, isDetail: true),
    .init(key: "language", heading: Words.label.language, isDetail: true),
    .init(key: "text", heading: Words.label.text, isWide: true),
    .init(key: "title", heading: Words.label.title, isDetail: true),
    .init(key: "publisher", heading: Words.label.publisher),
    .init(key: "file", heading: Words.label.file, isDetail: true),
    .init(key: "start", heading: Words.label.start, isNumber: true, isDetail: true),
    .init(key: "end", heading: Words.label.end, isNumber: true, isDetail: true),
  ]

  private static func row(
    _ agreement: Agreement, of source: Source, json: JSON, card: Card, _ labels: Labels
  ) -> Listing.Row {
    let span = [String(agreement.span.lowerBound), String(agreement.span.upperBound)]
    let document = [source.title ?? "", source.publisher ?? "", source.file]
    let cells = [
      source.date?.description ?? "",
      agreement.parties.map(\.rawValue).joined(separator: " "),
      agreement.domains.map(\.rawValue).joined(separator: " "),
      agreement.strength.rawValue, agreement.kind.rawValue, source.language?.rawValue ?? "", agreement.text,
    ]
    let shown = [
      labels.date(source.date), labels.parties(agreement.parties), labels.domains(agreement.domains),
      labels.strength(agreement.strength), labels.kind(agreement.kind), labels.language(source.language),
      agreement.text,
    ]
    return Listing.Row(json: json, cells: cells + document + span, shown: shown + document + span, card: card)
  }
}

extension Listing.Row {
  /// The row with another cell before the first.
  fileprivate func prefixed(with cell: String) -> Listing.Row {
    Listing.Row(json: json, cells: [cell] + cells, shown: [cell] + shown, card: card)
  }
}

extension Run {
  /// A text in runs, marked at ascending UTF-8 byte ranges.
  static func marked(_ text: String, at ranges: [Range<Int>]) -> [Run] {
    var runs: [Run] = []
    var position = 0
    for range in ranges where range.lowerBound >= position && range.upperBound <= text.utf8.count {
      if position < range.lowerBound, let part = Slicing.text(of: text, at: position..<range.lowerBound) {
        runs.append(Run(text: part))
      }
      if let part = Slicing.text(of: text, at: range) { runs.append(Run(text: part, isMarked: true)) }
      position = range.upperBound
    }
    if let part = Slicing.text(of: text, at: position..<text.utf8.count), !part.isEmpty || runs.isEmpty {
      runs.append(Run(text: part))
    }
    return runs
  }
}
