import Communique
import SQLiteStore

/// Totals within dates: kept counts for whole months, and the index for the days at either end.
struct MonthlyTotals {
  let connection: Connection
  let groups: [LabelConditions.Group]
  let plan: SearchPlan

  /// Null where no monthly count is kept for those labels.
  func total() throws(SQLiteError) -> Int? {
    guard !plan.shown.hasMoved, let count = counter() else { return nil }
    let (months, days) = split()
    var sum = 0
    for span in days { sum += try SearchPlan.enumerated(plan.showing(plan.widest), span, connection) }
    if let months { sum += try count(months) }
    return sum
  }

  private typealias Months = (first: String, last: String)

  /// Whole months, and the ranks of what is left over.
  private func split() -> (months: Months?, days: [ClosedRange<Int64>]) {
    var days: [ClosedRange<Int64>] = []
    var from = plan.first
    var to = plan.last
    if let first = from, first.day > 1 {
      let end = min(first.endOfMonth, to ?? first.endOfMonth)
      days.append(Rank.range(from: first, to: end))
      from = first.endOfMonth.adding(days: 1)
    }
    if let last = to, last != last.endOfMonth, from.map({ $0 <= last }) ?? true,
      let start = CalendarDate(year: last.year, month: last.month, day: 1)
    {
      days.append(Rank.range(from: start, to: last))
      to = start.adding(days: -1)
    }
    let first = from?.yearAndMonth ?? "0000-00"
    let last = to?.yearAndMonth ?? "9999-99"
    let isEmpty = from.map { from in to.map { $0 < from } ?? false } ?? false
    return (isEmpty ? nil : (first, last), days)
  }

  private func counter() -> ((Months) throws(SQLiteError) -> Int)? {
    switch groups.count {
    case 0: return { (months) throws(SQLiteError) in try sum([Label.idOfAll], months) }
    case 1: return { (months) throws(SQLiteError) in try sum(groups[0].ids, months) }
    case 2:
      guard let country = groups.first(where: { $0.kind == .country })?.ids.first,
        let domain = groups.first(where: { $0.kind == .domain })?.ids.first
      else { return nil }
      return { (months) throws(SQLiteError) in try sum(country: country, domain: domain, months) }
    default: return nil
    }
  }

  private func sum(_ labels: [Int64], _ months: Months) throws(SQLiteError) -> Int {
    var sum = 0
    for label in labels {
      sum += try connection.number(
        """
        SELECT total(tally.count)
        FROM label CROSS JOIN tally ON tally.meeting = ? + label.id
        WHERE label.facet = 'month' AND label.value BETWEEN ? AND ?
        """, .integer(Ledger.meeting(label, 0)), .text(months.first), .text(months.last))
      guard let number = plan.shown.number else { continue }
      sum -= try connection.number(
        """
        SELECT total(hidden_tally.count)
        FROM label CROSS JOIN hidden_tally ON hidden_tally.language = ? AND hidden_tally.meeting = ? + label.id
        WHERE label.facet = 'month' AND label.value BETWEEN ? AND ?
        """, .integer(number), .integer(Ledger.meeting(label, 0)), .text(months.first), .text(months.last))
    }
    return sum
  }

  private func sum(country: Int64, domain: Int64, _ months: Months) throws(SQLiteError) -> Int {
    let kept = try connection.number(
      """
      SELECT total(monthly_tally.count)
      FROM label CROSS JOIN monthly_tally
        ON monthly_tally.country = ? AND monthly_tally.domain = ? AND monthly_tally.month = label.id
      WHERE label.facet = 'month' AND label.value BETWEEN ? AND ?
      """, .integer(country), .integer(domain), .text(months.first), .text(months.last))
    guard let number = plan.shown.number else { return kept }
    return try kept
      - connection.number(
        """
        SELECT total(hidden.count)
        FROM label CROSS JOIN hidden_monthly_tally AS hidden
          ON hidden.language = ? AND hidden.country = ? AND hidden.domain = ? AND hidden.month = label.id
        WHERE label.facet = 'month' AND label.value BETWEEN ? AND ?
        """, .integer(number), .integer(country), .integer(domain), .text(months.first), .text(months.last))
  }
}
