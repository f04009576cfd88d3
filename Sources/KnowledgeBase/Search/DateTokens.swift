import Communique
import TextAnalysis
import SQLiteStore

/// A span of days in the index's words: whole years, whole months and single days, as few as will do.
///
/// Only for dates inside alternatives and negations: a span that holds for the whole query is a span of ranks.
struct DateTokens {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  func expression(first: CalendarDate?, last: CalendarDate?) throws(SQLiteError) -> MatchExpression {
    let ends = try connection.first("SELECT min(date), max(date) FROM agreement") { (row) in
      (CalendarDate(iso: row.text(0)), CalendarDate(iso: row.text(1)))
    }
    guard let oldest = ends?.0, let newest = ends?.1 else { return .nothing }
    let from = max(first ?? oldest, oldest)
    let to = min(last ?? newest, newest)
    guard from <= to else { return .nothing }
    return .any(Self.tokens(from: from, to: to).map(MatchExpression.meta))
  }

  static func tokens(from: CalendarDate, to: CalendarDate) -> [String] {
    var tokens: [String] = []
    var day = from
    while day <= to {
      let next: CalendarDate?
      if day.month == 1, day.day == 1, let end = CalendarDate(year: day.year, month: 12, day: 31), end <= to {
        tokens.append(MetaToken.year(day.year))
        next = end.adding(days: 1)
      } else if day.day == 1, day.endOfMonth <= to {
        tokens.append(MetaToken.month(day.yearAndMonth))
        next = day.endOfMonth.adding(days: 1)
      } else {
        tokens.append(MetaToken.day(day))
        next = day.adding(days: 1)
      }
      guard let next else { break }
      day = next
    }
    return tokens
  }
}
