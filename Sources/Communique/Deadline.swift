/// The day by which an action is due ("by 2030" → 2030-12-31, precision year).
public struct Deadline: Sendable, Hashable {
  public enum Precision: String, Sendable, CaseIterable {
    case day, month, quarter, half, year
  }

  /// The last day that the words allow.
  public var date: CalendarDate
  /// How exact the words are.
  public var precision: Precision

  public init(date: CalendarDate, precision: Precision) {
    self.date = date
    self.precision = precision
  }
}
