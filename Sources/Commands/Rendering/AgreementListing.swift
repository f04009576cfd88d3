import Communique
import Vocabulary

/// Agreements as rows and cards.
enum AgreementListing {
  /// The agreements of a communiqué that is not stored.
  static func extracted(_ communique: Communique, language: Language) -> Listing {
    let labels = Labels(language: language)
    let rows = communique.agreements.enumerated().map { index, agreement in
      Listing.Row(
        json: .agreement(agreement, language: communique.language, date: communique.date),
        cells: [communique.file] + cells(agreement, communique),
        shown: [communique.file] + shown(agreement, communique, labels),
        card: Card(
          number: index + 1, heading: heading(agreement, date: communique.date, labels),
          quote: [Run(text: agreement.text)], language: communique.language,
          source: [labels.bytes(agreement.span)]))
    }
    return Listing(columns: [fileColumn] + columns, rows: rows)
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
  private static let fileColumn = Listing.Column(key: "file", heading: Words.label.file, isDetail: true)

  private static let columns: [Listing.Column] = [
    .init(key: "date", heading: Words.label.date),
    .init(key: "parties", heading: Words.label.parties),
    .init(key: "domains", heading: Words.label.domains),
    .init(key: "strength", heading: Words.label.strength),
    .init(key: "kind", heading: Words.label.kind, isDetail: true),
    .init(key: "language", heading: Words.label.language, isDetail: true),
    .init(key: "text", heading: Words.label.text, isWide: true),
    .init(key: "start", heading: Words.label.start, isNumber: true, isDetail: true),
    .init(key: "end", heading: Words.label.end, isNumber: true, isDetail: true),
  ]

  private static func cells(_ agreement: Agreement, _ communique: Communique) -> [String] {
    [
      communique.date?.description ?? "",
      agreement.parties.map(\.rawValue).joined(separator: " "),
      agreement.domains.map(\.rawValue).joined(separator: " "),
      agreement.strength.rawValue, agreement.kind.rawValue, communique.language?.rawValue ?? "", agreement.text,
      String(agreement.span.lowerBound), String(agreement.span.upperBound),
    ]
  }

  private static func shown(_ agreement: Agreement, _ communique: Communique, _ labels: Labels) -> [String] {
    [
      labels.date(communique.date), labels.parties(agreement.parties), labels.domains(agreement.domains),
      labels.strength(agreement.strength), labels.kind(agreement.kind), labels.language(communique.language),
      agreement.text, String(agreement.span.lowerBound), String(agreement.span.upperBound),
    ]
  }
}
