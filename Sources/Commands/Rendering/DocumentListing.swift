import Communique
import KnowledgeBase

/// The communiqués of a store as rows.
enum DocumentListing {
  static func listing(_ documents: [StoredDocument], language: Language) -> Listing {
    let labels = Labels(language: language)
    var listing = Listing(columns: columns, rows: documents.map { row($0, labels) })
    listing.footer = [Words.result.documents.text(language, documents.count)]
    return listing
  }

  private static let columns: [Listing.Column] = [
    .init(key: "id", heading: Words.label.identifier, isNumber: true),
    .init(key: "date", heading: Words.label.date),
    .init(key: "title", heading: Words.label.title, isWide: true),
    .init(key: "language", heading: Words.label.language),
    .init(key: "publisher", heading: Words.label.publisher),
    .init(key: "agreements", heading: Words.label.agreements, isNumber: true),
    .init(key: "file", heading: Words.label.file, isWide: true),
    .init(key: "published_on", heading: Words.label.publishedOn, isDetail: true),
    .init(key: "held_on", heading: Words.label.heldOn, isDetail: true),
    .init(key: "versions", heading: Words.label.versions, isDetail: true),
    .init(key: "duplicates", heading: Words.label.duplicates, isDetail: true),
  ]

  private static func row(_ document: StoredDocument, _ labels: Labels) -> Listing.Row {
    let publisher = document.publisher ?? ""
    let details = [
      document.publishedOn?.description ?? "", document.heldOn?.description ?? "",
      document.versions.map(String.init).joined(separator: " "),
      document.duplicates.map(String.init).joined(separator: " "),
    ]
    return Listing.Row(
      json: .document(document),
      cells: [
        String(document.id), document.date?.description ?? "", document.title ?? "",
        document.language?.rawValue ?? "", publisher, String(document.agreements), document.file,
      ] + details,
      shown: [
        String(document.id), labels.date(document.date), document.title ?? Words.label.untitled.text(labels.language),
        labels.language(document.language), publisher, Numbers.shown(document.agreements, labels.language),
        document.file,
      ] + details)
  }
}
