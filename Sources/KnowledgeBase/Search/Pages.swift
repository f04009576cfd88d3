import SQLiteStore

/// Finds the ranks of one page, at a cost that depends on the page, not on how many match.
///
/// Relevance goes by closeness, not by term frequencies: agreements are clauses of like length, and FTS5's bm25
/// scores every match before it gives the first (0.6 s for a common word in a million). Each tier leaves out
/// the ones before it, and within each the newest come first.
struct Pages {
  let plan: SearchPlan
  /// How many match in all: where that many are found, no further tier has any.
  let total: Int
  let compiler: QueryCompiler

  mutating func ranks(_ order: Order, limit: Int, offset: Int) throws(SQLiteError) -> [Int64] {
    let tiers = order == .relevance && plan.rest.hasWords ? try self.tiers() : [plan.showing(plan.widest)]
    var found: [Int64] = []
    var toSkip = offset
    for tier in tiers where found.count < min(limit, total - offset) {
      let page = try SearchPlan.page(
        tier, plan.ranks, limit: limit - found.count, offset: toSkip, compiler.connection)
      found += page
      if !page.isEmpty {
        toSkip = 0
      } else if toSkip > 0 {
        toSkip -= try SearchPlan.enumerated(tier, plan.ranks, compiler.connection)
      }
    }
    return found
  }

  /// Side by side as typed; as typed; in other forms; in the other language.
  private func tiers() throws(SQLiteError) -> [MatchExpression] {
    var sets: [MatchExpression] = []
    let exact = try compiler.expression(plan.rest, .exact)
    if let phrase = try compiler.run(of: plan.rest)?.phrase() { sets.append(.all([phrase, exact])) }
    sets.append(exact)
    if !compiler.isExact {
      sets.append(try compiler.expression(plan.rest, .stem))
      sets.append(plan.widest)
    }
    var tiers: [MatchExpression] = []
    var before: MatchExpression = .nothing
    for set in sets where set != before {
      tiers.append(plan.showing(.all([set, .negation(before)])))
      before = set
    }
    return tiers
  }
}
