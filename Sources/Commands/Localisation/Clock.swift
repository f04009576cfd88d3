import Communique
import Glibc

/// The day it is, which "last year" refers to.
enum Clock {
  /// In the local time zone; null where the clock stands outside the years 1 … 9999.
  static func today() -> CalendarDate? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return CalendarDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
