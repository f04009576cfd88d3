import Communique
import KnowledgeBase

/// The communiqués of a store with what they were before: in JSON one object a document with its `history`, elsewhere
/// one row a version, the newest last.
enum VersionListing {
  static func listing(
    _ documents: [StoredDocument], _ history: [Int64: [EarlierVersion]], asObjects: Bool, language: Language
  ) -> Listing {
    let labels = Labels(language: language)
    let rows = documents.flatMap { document in
      let earlier = history[document.id] ?? []
      return asObjects ? [object(document, earlier)] : versions(document, earlier, labels)
    }
    var listing = Listing(columns: columns, rows: rows)
    listing.footer = [Words.result.documents.text(language, documents.count)]
    return listing
  }

  private static let columns: [Listing.Column] = [
    .init(key: "id", heading: Words.label.identifier, isNumber: true),
    .init(key: "version", heading: Words.label.version, isNumber: true),
    .init(key: "replaced_on", heading: Words.label.replacedOn),
    .init(key: "title", heading: Words.label.title, isWide: true),
    .init(key: "published_on", heading: Words.label.publishedOn),
    .init(key: "held_on", heading: Words.label.heldOn),
    .init(key: "agreements", heading: Words.label.agreements, isNumber: true),
    .init(key: "file", heading: Words.label.file, isWide: true),
  ]

  private static func object(_ document: StoredDocument, _ earlier: [EarlierVersion]) -> Listing.Row {
    let history = earlier.map { version in
      JSON.object([
        "version": .int(version.number), "replaced_on": .string(version.replacedOn),
        "title": .string(version.title), "published_on": .date(version.publishedOn),
        "held_on": .date(version.heldOn), "agreements": .int(version.agreements),
      ])
    }
    return Listing.Row(json: .document(document).adding(["history": .array(history)]), cells: [], shown: [])
  }

  private static func versions(
    _ document: StoredDocument, _ earlier: [EarlierVersion], _ labels: Labels
  ) -> [Listing.Row] {
    let now = EarlierVersion(
      number: (earlier.last?.number ?? 0) + 1, replacedOn: "", title: document.title,
      publishedOn: document.publishedOn, heldOn: document.heldOn, agreements: document.agreements)
    return (earlier + [now]).map { version in
      let start = [String(document.id), String(version.number), version.replacedOn]
      let dates = [version.publishedOn, version.heldOn]
      return Listing.Row(
        json: .null,
        cells: start + [version.title ?? ""] + dates.map { $0?.description ?? "" }
          + [String(version.agreements), document.file],
        shown: start + [version.title ?? Words.label.untitled.text(labels.language)]
          + dates.map { $0?.description ?? "" }
          + [Numbers.shown(version.agreements, labels.language), document.file])
    }
  }
}
