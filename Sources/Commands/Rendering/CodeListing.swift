import Communique
import KnowledgeBase
import Vocabulary

/// Codes with their names in both languages and how many agreements they have.
enum CodeListing {
  static func countries(_ rows: [FacetRow], language: Language) -> Listing {
    listing(
      rows.map { row in
        let party = Party(row.values[0])
        return (party.rawValue, Names.label(party, in: .english), Names.label(party, in: .french), row.count)
      }, language: language)
  }

  static func domains(_ rows: [FacetRow], language: Language) -> Listing {
    let counts = Dictionary(rows.map { ($0.values[0], $0.count) }, uniquingKeysWith: +)
    let known = Names.domains.map { (domain: $0, count: counts[$0.rawValue] ?? 0) }
    // Most first; on ties the order of the vocabulary.
    let sorted = known.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
    return listing(
      sorted.map(\.element).map {
        ($0.domain.rawValue, Names.label($0.domain, in: .english), Names.label($0.domain, in: .french), $0.count)
      }, language: language)
  }

  private static func listing(
    _ rows: [(code: String, english: String, french: String, count: Int)], language: Language
  ) -> Listing {
    Listing(
      columns: [
        .init(key: "code", heading: Words.label.code),
        .init(key: "name", heading: Words.label.name, isWide: true),
        .init(key: "count", heading: Words.label.agreements, isNumber: true),
      ],
      rows: rows.map { row in
        let name = language == .french ? row.french : row.english
        return Listing.Row(
          json: .object([
            "code": .string(row.code), "en": .string(row.english), "fr": .string(row.french), "count": .int(row.count),
          ]),
          cells: [row.code, name, String(row.count)],
          shown: [row.code, name, Numbers.shown(row.count, language)])
      })
  }
}
