import Communique

/// Days from one to another, both included; an open end is null.
public struct DateRange: Sendable, Hashable {
  public let first: CalendarDate?
  public let last: CalendarDate?

  /// Null where it ends before it starts, or has no end at all.
  public init?(first: CalendarDate?, last: CalendarDate?) {
    guard first != nil || last != nil else { return nil }
    if let first, let last, last < first { return nil }
    self.first = first
    self.last = last
  }

  /// A whole year; null outside 1 … 9999.
  public init?(year: Int) {
    guard let first = CalendarDate(year: year, month: 1, day: 1) else { return nil }
    self.first = first
    last = CalendarDate(year: year, month: 12, day: 31)
  }

  /// Whole months of one year, both included.
  public init?(year: Int, months: ClosedRange<Int>) {
    guard let first = CalendarDate(year: year, month: months.lowerBound, day: 1),
      let last = CalendarDate(year: year, month: months.upperBound, day: 1)?.endOfMonth
    else { return nil }
    self.first = first
    self.last = last
  }

  public init(day: CalendarDate) {
    first = day
    last = day
  }
}
