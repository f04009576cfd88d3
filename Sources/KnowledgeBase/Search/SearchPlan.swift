import Communique
import SQLiteStore

/// How a query is answered: a span of ranks for its dates, and expressions for the rest.
struct SearchPlan {
  /// All that matches, dates apart; `everything` needs no index.
  let widest: MatchExpression
  /// Those of it that are left out, as another version is shown in their place; `nothing` in most stores.
  let leftOut: MatchExpression
  let shown: Shown
  /// The spans of the dates that hold for the whole query.
  let ranks: ClosedRange<Int64>
  /// The dates themselves; null at an open end.
  let first: CalendarDate?
  let last: CalendarDate?
  let hasDates: Bool
  /// The query without those dates.
  let rest: Query

  init(_ query: Query, _ compiler: QueryCompiler) throws(SQLiteError) {
    let dates = DateSpan(of: query)
    (first, last, hasDates, rest) = (dates.first, dates.last, dates.isBounded, dates.rest)
    ranks = dates.isBounded ? Rank.range(from: dates.first, to: dates.last) : 0...Int64.max
    widest =
      dates.isEmpty ? .nothing : try compiler.expression(dates.rest, compiler.isExact ? .exact : .concept)
    shown = compiler.shown
    let days: MatchExpression =
      shown.hasMoved && dates.isBounded ? try compiler.days(dates.first, dates.last) : .everything
    leftOut = shown.leftOut(of: widest, dates: days)
  }

  /// An expression's matches without those that are left out.
  func showing(_ expression: MatchExpression) -> MatchExpression { .all([expression, .negation(leftOut)]) }
}

/// The dates that hold for a whole query, taken out of it.
struct DateSpan {
  private(set) var first: CalendarDate?
  private(set) var last: CalendarDate?
  private(set) var isBounded = false
  private(set) var rest: Query

  init(of query: Query) {
    let parts: [Query] = if case .and(let parts) = query { parts } else { [query] }
    rest = .everything
    var others: [Query] = []
    for part in parts {
      switch part {
      case .filter(.date(let range)): narrow(range.first, range.last)
      case .filter(.since(let date)): narrow(date, nil)
      case .filter(.until(let date)): narrow(nil, date)
      default: others.append(part)
      }
    }
    rest = .intersection(others)
  }

  /// Whether no day can be within.
  var isEmpty: Bool {
    guard let first, let last else { return false }
    return last < first
  }

  private mutating func narrow(_ from: CalendarDate?, _ to: CalendarDate?) {
    isBounded = true
    if let from { first = max(first ?? from, from) }
    if let to { last = min(last ?? to, to) }
  }
}

extension SearchPlan {
  /// Ranks of a page of all that matches an expression, in their order.
  static func page(
    _ expression: MatchExpression, _ ranks: ClosedRange<Int64>, limit: Int, offset: Int, _ connection: Connection
  ) throws(SQLiteError) -> [Int64] {
    guard expression != .nothing, limit > 0 else { return [] }
    let span: [Value] = [
      .integer(ranks.lowerBound), .integer(ranks.upperBound), .integer(limit), .integer(offset),
    ]
    if expression == .everything {
      return try connection.all(
        "SELECT rank FROM agreement WHERE rank BETWEEN ? AND ? ORDER BY rank LIMIT ? OFFSET ?", span
      ) { $0.integer(0) }
    }
    return try connection.all(
      """
      SELECT rowid FROM search
      WHERE search MATCH ? AND rowid BETWEEN ? AND ?
      ORDER BY rowid LIMIT ? OFFSET ?
      """, [.text(expression.sql)] + span
    ) { $0.integer(0) }
  }

  /// How many match an expression, counted one by one.
  static func enumerated(
    _ expression: MatchExpression, _ ranks: ClosedRange<Int64>, _ connection: Connection
  ) throws(SQLiteError) -> Int {
    if expression == .nothing { return 0 }
    let span: [Value] = [.integer(ranks.lowerBound), .integer(ranks.upperBound)]
    if expression == .everything {
      return try connection.first("SELECT count(*) FROM agreement WHERE rank BETWEEN ? AND ?", span) { $0.int(0) } ?? 0
    }
    return try connection.first(
      "SELECT count(*) FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?", [.text(expression.sql)] + span
    ) { $0.int(0) } ?? 0
  }
}
