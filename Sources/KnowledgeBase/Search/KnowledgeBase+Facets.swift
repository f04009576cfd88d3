import Communique
import SQLiteStore

extension KnowledgeBase {
  /// How many matches share each value of a facet, or each two of two facets: exact, most first.
  ///
  /// - Parameter by: one or two facets; further ones and repetitions are ignored.
  public func facets(
    _ by: [Facet], of query: Query = .everything, exact: Bool = false
  ) throws(KnowledgeBaseError) -> FacetTable {
    let facets = Array((by.count == 2 && by[0] == by[1] ? [by[0]] : by).prefix(2))
    return try reading { () throws(SQLiteError) in
      let compiler = try QueryCompiler(connection, stemmers, isExact: exact, versions)
      let plan = try SearchPlan(query, compiler)
      let total = try Totals(connection).total(plan, compiler)
      guard !facets.isEmpty, total > 0 else { return FacetTable(by: facets, rows: [], total: total) }
      if let kept = try KeptFacets(connection).counts(facets, plan) {
        return FacetTable(by: facets, rows: kept.sortedRows, total: total)
      }
      let counted = try CountedFacets(connection).counts(facets, plan)
      return FacetTable(by: facets, rows: counted.sortedRows, total: total)
    }
  }

  /// Parties by code, with how many agreements bind each, most first.
  public func countries() throws(KnowledgeBaseError) -> [FacetRow] { try facets([.country]).rows }

  /// Domains by code, with how many agreements are in each or its children, most first.
  public func domains() throws(KnowledgeBaseError) -> [FacetRow] { try facets([.domain]).rows }
}

extension Facet {
  /// The labels that it is counted from.
  var label: Label.Kind {
    switch self {
    case .country: .country
    case .domain: .domain
    case .year, .month: .month
    case .strength: .strength
    case .language: .language
    case .publisher: .publisher
    case .pair: .pair
    case .kind: .kind
    }
  }

  /// The same, and what versions share of it.
  var labels: [Label.Kind] { self == .year ? [.month, .year] : [label] }

  /// Its value for a label: years are the beginnings of months.
  func value(_ label: String) -> String { self == .year ? String(label.prefix(4)) : label }
}

extension [[String]: Int] {
  /// Most first; on ties by value, so that the order is always the same.
  var sortedRows: [FacetRow] {
    sorted { left, right in
      left.value != right.value ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
    }.map { FacetRow(values: $0.key, count: $0.value) }
  }
}
