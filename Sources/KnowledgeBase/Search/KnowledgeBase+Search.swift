import Communique
import SQLiteStore

extension KnowledgeBase {
  /// One page of what matches.
  ///
  /// - Parameters:
  ///   - limit: how many at most; 0 for the total alone.
  ///   - offset: how many to leave out before.
  ///   - exact: words as typed only (accents and case apart), not their other forms or the other language.
  public func search(
    _ query: Query, order: Order, limit: Int = 20, offset: Int = 0, exact: Bool = false
  ) throws(KnowledgeBaseError) -> SearchResult {
    try reading { () throws(SQLiteError) in
      let compiler = try QueryCompiler(connection, stemmers, isExact: exact, versions)
      let plan = try SearchPlan(query, compiler)
      let total = try Totals(connection).total(plan, compiler)
      var pages = Pages(plan: plan, total: total, compiler: compiler)
      let ranks =
        total == 0
        ? [] : try pages.ranks(order, limit: max(0, limit), offset: max(0, offset))
      let reader = AgreementReader(connection)
      let highlighter = ranks.isEmpty || !query.hasWords ? nil : try Highlighter(query, compiler)
      var agreements: [StoredAgreement] = []
      for rank in ranks {
        if let agreement = try reader.agreement(.rank, rank, highlighter: highlighter) { agreements.append(agreement) }
      }
      return SearchResult(total: total, agreements: agreements)
    }
  }

  /// How many match.
  public func count(_ query: Query, exact: Bool = false) throws(KnowledgeBaseError) -> Int {
    try reading { () throws(SQLiteError) in try total(query, exact: exact) }
  }

  /// How many matches are left out, as another version of the same agreement is shown in their place.
  public func omittedVersions(of query: Query, exact: Bool = false) throws(KnowledgeBaseError) -> Int {
    try reading { () throws(SQLiteError) in
      let once = try QueryCompiler(connection, stemmers, isExact: exact, versions)
      guard once.shown.number != nil else { return 0 }
      let each = try QueryCompiler(connection, stemmers, isExact: exact, .each)
      let totals = Totals(connection)
      return try totals.total(SearchPlan(query, each), each) - totals.total(SearchPlan(query, once), once)
    }
  }

  /// What the index would be asked for a query, in FTS5's language; it is not asked.
  package func indexQuestion(_ query: Query, exact: Bool = false) throws(KnowledgeBaseError) -> String {
    try reading { () throws(SQLiteError) in
      try QueryCompiler(connection, stemmers, isExact: exact, versions).expression(query, exact ? .exact : .concept).sql
    }
  }

  func total(_ query: Query, exact: Bool) throws(SQLiteError) -> Int {
    let compiler = try QueryCompiler(connection, stemmers, isExact: exact, versions)
    return try Totals(connection).total(SearchPlan(query, compiler), compiler)
  }
}
