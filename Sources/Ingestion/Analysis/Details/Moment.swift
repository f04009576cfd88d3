import Communique

/// A stretch of time that the text names: a day, a month, "the second half of 2026".
struct Moment {
  var first: CalendarDate
  var last: CalendarDate
  var precision: Deadline.Precision
  /// The token after its last.
  var end: Int
  /// "the end of", "mid-": where in the stretch; `last` is that place already.
  var edge: Edge?
  /// A year and nothing more ("2030").
  var isBareYear = false
  /// Its year is not in the text: the next one to come.
  var isYearInferred = false

  enum Edge: Int {
    case early = 1, middle, end
  }

  /// Narrowed to its beginning, middle or end: early 2026 → 31 March, mid-2026 → 30 June, mid-May → 15 May, early
  /// May → 10 May; the end is the last day.
  func narrowed(to edge: Edge) -> Moment {
    var narrowed = self
    narrowed.edge = edge
    narrowed.isBareYear = false
    switch (edge, precision) {
    case (.early, .year):
      narrowed.last = CalendarDate(year: first.year, month: 3, day: 31) ?? last
      narrowed.precision = .quarter
    case (.middle, .year):
      narrowed.last = CalendarDate(year: first.year, month: 6, day: 30) ?? last
      narrowed.precision = .half
    case (.early, .month): narrowed.last = CalendarDate(year: first.year, month: first.month, day: 10) ?? last
    case (.middle, .month): narrowed.last = CalendarDate(year: first.year, month: first.month, day: 15) ?? last
    default: break
    }
    return narrowed
  }
}

extension CalendarDate {
  /// The same day of the month so many months later, or the month's last where it has no such day.
  func adding(months: Int) -> CalendarDate? {
    let index = year * 12 + month - 1 + months
    let (year, month) = (index / 12, index % 12 + 1)
    return CalendarDate(year: year, month: month, day: min(day, Self.days(inMonth: month, of: year)))
  }
}

extension Moment {
  static func day(_ date: CalendarDate, end: Int) -> Moment {
    Moment(first: date, last: date, precision: .day, end: end)
  }

  /// Whole months of a year, the last of them `lastMonth`.
  static func months(_ count: Int, upTo lastMonth: Int, of year: Int, _ precision: Deadline.Precision, end: Int)
    -> Moment?
  {
    guard let last = CalendarDate(year: year, month: lastMonth, day: 1)?.endOfMonth,
      let first = CalendarDate(year: year, month: lastMonth, day: 1)?.adding(months: 1 - count)
    else { return nil }
    return Moment(first: first, last: last, precision: precision, end: end)
  }

  static func year(_ year: Int, end: Int) -> Moment? { months(12, upTo: 12, of: year, .year, end: end) }
}
