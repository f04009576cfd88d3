import Communique

/// Where an agreement stands in lists: ascending is newest first, undated last, and within a day as stored.
///
/// It is the row of the search index, which gives its rows in that order: lists come sorted from any index,
/// and a span of dates is a span of ranks.
enum Rank {
  /// Bits for the agreements of one day: 16 million.
  private static let bitsWithinDay: Int64 = 24
  /// Later than any day's ordinal (9999-12-31).
  private static let undated: Int64 = 4_000_000

  /// The ranks of a day, or of all that is undated.
  static func range(of date: CalendarDate?) -> ClosedRange<Int64> {
    let day = undated - Int64(date?.ordinal ?? 0)
    return day << bitsWithinDay...(day + 1) << bitsWithinDay - 1
  }

  /// The ranks of days, open ends included; undated ones are in none.
  static func range(from first: CalendarDate?, to last: CalendarDate?) -> ClosedRange<Int64> {
    let newest = last.map { range(of: $0).lowerBound } ?? 0
    let oldest = first.map { range(of: $0).upperBound } ?? range(of: nil).lowerBound - 1
    return newest...max(newest, oldest)
  }
}
