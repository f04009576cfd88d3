@preconcurrency import Glibc

/// Moments as the store writes them.
enum Timestamp {
  /// This moment by the system's clock: ISO 8601, UTC, to the second, as in `2024-05-17T08:30:00Z`.
  static func now() -> String {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var parts = tm()
    gmtime_r(&time.tv_sec, &parts)
    let year = String(Int(parts.tm_year) + 1900)
    let padding = String(repeating: "0", count: max(0, 4 - year.utf8.count))
    let day = [parts.tm_mon + 1, parts.tm_mday].map(twoDigits).joined(separator: "-")
    let moment = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(twoDigits).joined(separator: ":")
    return "\(padding)\(year)-\(day)T\(moment)Z"
  }

  private static func twoDigits(_ number: CInt) -> String { (number < 10 ? "0" : "") + String(number) }
}
