import Communique
import SQLiteStore

/// Exact totals, from the kept counts wherever these can tell.
struct Totals {
  let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func total(_ plan: SearchPlan, _ compiler: QueryCompiler) throws(SQLiteError) -> Int {
    if plan.widest == .nothing { return 0 }
    if let conditions = try LabelConditions(plan.rest, connection), let total = try total(conditions, plan) {
      return total
    }
    if !plan.hasDates, let total = try totalOfWord(plan) { return total }
    return try SearchPlan.enumerated(plan.showing(plan.widest), plan.ranks, connection)
  }

  /// Of filters that labels stand for; null where no count is kept for so many at once.
  private func total(_ conditions: LabelConditions, _ plan: SearchPlan) throws(SQLiteError) -> Int? {
    let groups = conditions.groups
    if groups.contains(where: \.ids.isEmpty) { return 0 }
    // Versions may differ: shown as one, they bear several labels of one kind, whose counts do not add up.
    if plan.shown.number != nil, groups.contains(where: { $0.ids.count > 1 }) { return nil }
    if plan.hasDates {
      return try MonthlyTotals(connection: connection, groups: groups, plan: plan).total()
    }
    switch groups.count {
    case 0: return try tally([Label.idOfAll], [Label.idOfAll], plan.shown, sameLabels: true)
    case 1: return try tally(groups[0].ids, groups[0].ids, plan.shown, sameLabels: true)
    case 2: return try tally(groups[0].ids, groups[1].ids, plan.shown)
    default: return nil
    }
  }

  private func tally(
    _ one: [Int64], _ other: [Int64], _ shown: Shown, sameLabels: Bool = false
  ) throws(SQLiteError) -> Int {
    var sum = 0
    for a in one {
      for b in other where !sameLabels || a == b {
        let meeting = Value.integer(Ledger.meeting(a, b))
        sum += try connection.number("SELECT count FROM tally WHERE meeting = ?", meeting)
        if let number = shown.number {
          sum -= try connection.number(
            "SELECT count FROM hidden_tally WHERE language = ? AND meeting = ?", .integer(number), meeting)
        }
      }
    }
    return sum
  }

  /// Of one word in its forms: the most frequent form's kept count, and what the others add to it.
  private func totalOfWord(_ plan: SearchPlan) throws(SQLiteError) -> Int? {
    let parts: [MatchExpression] = if case .or(let parts) = plan.widest { parts } else { [plan.widest] }
    var counts: [(count: Int, part: MatchExpression)] = []
    for part in parts {
      guard case .words(let words, let column, false) = part, words.count == 1,
        let route = Route.allCases.first(where: { $0.column == column })
      else { return nil }
      let count = try count(of: words[0], route, plan.shown)
      if count > 0 { counts.append((count, part)) }
    }
    // No agreement has stems in both languages, versions apart: one of each adds up.
    let columns = counts.map(\.part.column)
    if !plan.shown.hasVersions, Set(columns) == [Route.english.column, Route.french.column], columns.count == 2 {
      return counts[0].count + counts[1].count
    }
    guard let largest = counts.max(by: { $0.count < $1.count }) else { return 0 }
    let others = counts.map(\.part).filter { $0 != largest.part }
    let added = plan.showing(.all([.any(others), .negation(largest.part)]))
    return try largest.count + SearchPlan.enumerated(added, 0...Int64.max, connection)
  }

  private func count(of word: String, _ route: Route, _ shown: Shown) throws(SQLiteError) -> Int {
    let key: [Value] = [.integer(route.rawValue), .text(word)]
    let count = try connection.number("SELECT count FROM term WHERE route = ? AND term = ?", key[0], key[1])
    guard let number = shown.number, count > 0 else { return count }
    return try count
      - connection.number(
        "SELECT count FROM hidden_term WHERE language = ? AND route = ? AND term = ?", .integer(number), key[0], key[1])
  }
}

extension MatchExpression {
  /// The column of a single word.
  fileprivate var column: String { if case .words(_, let column, _) = self { column } else { "" } }
}
