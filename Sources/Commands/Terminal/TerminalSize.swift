import Glibc

/// The size of the terminal that an output leads to.
struct TerminalSize: Sendable, Hashable {
  var columns: Int
  var rows: Int

  /// As the terminal says, else COLUMNS and LINES, else 80 by 24.
  static func current(of descriptor: CInt, environment: Environment) -> TerminalSize {
    var size = winsize()
    if ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return TerminalSize(columns: Int(size.ws_col), rows: max(1, Int(size.ws_row)))
    }
    let columns = environment["COLUMNS"].flatMap { Int($0) }.map { max(20, $0) }
    let rows = environment["LINES"].flatMap { Int($0) }.map { max(2, $0) }
    return TerminalSize(columns: columns ?? 80, rows: rows ?? 24)
  }
}
