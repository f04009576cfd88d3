import Communique
import KnowledgeBase

/// Counts as rows.
enum FacetListing {
  /// `kb facets`: a column a facet, and the count.
  static func listing(_ table: FacetTable, versions: Versions, language: Language) -> Listing {
    let labels = Labels(language: language)
    let columns = table.by.map { Listing.Column(key: $0.rawValue, heading: FacetNames.heading($0)) }
    let rows = table.rows.map { row in
      let shown = zip(row.values, table.by).map { FacetNames.label($0, of: $1, labels) }
      return Listing.Row(
        json: json(row, by: table.by), cells: row.values + [String(row.count)],
        shown: shown + [Numbers.shown(row.count, language)])
    }
    var listing = Listing(columns: columns + [countColumn], rows: rows)
    listing.wrap = { _ in json(table).adding(["counted": .counted(versions)]) }
    listing.footer = [Words.result.agreements.text(language, table.total)]
    return listing
  }

  /// Several facets in one table: which, value, count.
  static func merged(_ tables: [FacetTable], language: Language) -> Listing {
    let labels = Labels(language: language)
    let columns = [
      Listing.Column(key: "by", heading: Words.label.facet), Listing.Column(key: "value", heading: Words.label.value),
      countColumn,
    ]
    let rows = tables.flatMap { table in
      table.rows.map { row in
        Listing.Row(
          json: json(row, by: table.by), cells: [table.by[0].rawValue, row.values[0], String(row.count)],
          shown: [
            FacetNames.heading(table.by[0]).text(language), FacetNames.label(row.values[0], of: table.by[0], labels),
            Numbers.shown(row.count, language),
          ])
      }
    }
    var listing = Listing(columns: columns, rows: rows)
    listing.footer = [Words.result.agreements.text(language, tables.first?.total ?? 0)]
    return listing
  }

  /// {"by": ["domain"], "rows": [{"domain": "energy", "count": 42}], "total": 233}
  static func json(_ table: FacetTable) -> JSON {
    .object([
      "by": .strings(table.by.map(\.rawValue)),
      "rows": .array(table.rows.map { json($0, by: table.by) }),
      "total": .int(table.total),
    ])
  }

  private static func json(_ row: FacetRow, by: [Facet]) -> JSON {
    let values = zip(by, row.values).map { JSON.Member(key: $0.rawValue, value: .string($1)) }
    return .object(values + [JSON.Member(key: "count", value: .int(row.count))])
  }

  private static let countColumn = Listing.Column(key: "count", heading: Words.label.count, isNumber: true)
}
