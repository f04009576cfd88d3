import Foundation
import Glibc
import PseudoTerminal

/// The real program in a pseudo-terminal: type keys, wait for text.
final class Terminal {
  private let master: CInt
  private let child: CInt
  /// All that the program has written, control sequences and all.
  private(set) var screen = ""
  /// Where the next `wait` starts to look.
  private var position = 0
  private var bytes: [UInt8] = []
  private(set) var status: Int32?

  struct Timeout: Error, CustomStringConvertible {
    let wanted: String
    let seen: String
    var description: String { "waited for “\(wanted)”, saw: \(seen.debugDescription)" }
  }

  init(
    _ arguments: [String], home: Home, environment: [String: String] = [:], rows: Int = 30, columns: Int = 100
  ) throws {
    let all = home.environment.merging(environment) { $1 }
    var arguments: [UnsafeMutablePointer<CChar>?] = (["kb"] + arguments).map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = all.map { strdup($0.key + "=" + $0.value) } + [nil]
    var child: CInt = 0
    master = pseudo_terminal_start(Binary.path, &arguments, &variables, CInt(rows), CInt(columns), &child)
    self.child = child
    for pointer in arguments + variables { free(pointer) }
    guard master >= 0 else { throw Timeout(wanted: "a pseudo-terminal", seen: "") }
  }

  deinit {
    if status == nil {
      kill(child, SIGKILL)
      var result: CInt = 0
      waitpid(child, &result, 0)
    }
    close(master)
  }

  func type(_ keys: String) {
    var keys = Array(keys.utf8)[...]
    while !keys.isEmpty {
      let count = keys.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      keys = keys.dropFirst(count)
    }
  }

  /// Types keys and Enter, then waits for a text.
  @discardableResult
  func enter(_ line: String, expecting text: String) throws -> String {
    type(line + "\r")
    return try wait(for: text)
  }

  /// Waits until the program has written a text after what was waited for before; gives what came up to it.
  @discardableResult
  func wait(for text: String, seconds: Double = 10) throws -> String {
    let end = Date().addingTimeInterval(seconds)
    while true {
      let unseen = String(decoding: bytes[position...], as: UTF8.self)
      if let range = unseen.range(of: text) {
        let before = unseen[..<range.upperBound]
        position += before.utf8.count
        return String(before)
      }
      guard Date() < end, readMore(until: end) else { throw Timeout(wanted: text, seen: unseen) }
    }
  }

  /// Waits for the program to end.
  func waitForEnd(seconds: Double = 10) throws -> Int32 {
    let end = Date().addingTimeInterval(seconds)
    while status == nil {
      var result: CInt = 0
      if waitpid(child, &result, WNOHANG) == child {
        status = result & 0x7F == 0 ? (result >> 8) & 0xFF : -(result & 0x7F)
      } else {
        guard Date() < end else {
          throw Timeout(wanted: "the end", seen: String(decoding: bytes[position...], as: UTF8.self))
        }
        _ = readMore(until: Date().addingTimeInterval(0.05))
      }
    }
    return status ?? -1
  }

  func resize(rows: Int, columns: Int) { pseudo_terminal_resize(master, CInt(rows), CInt(columns)) }

  /// False at the end of the program's output.
  private func readMore(until end: Date) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let milliseconds = max(0, Int32(end.timeIntervalSinceNow * 1000))
    guard poll(&waiting, 1, milliseconds) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes.append(contentsOf: buffer[..<count])
    screen = String(decoding: bytes, as: UTF8.self)
    return true
  }
}

/// Keys as a terminal sends them.
enum Key {
  static let up = "\u{1B}[A"
  static let down = "\u{1B}[B"
  static let left = "\u{1B}[D"
  static let right = "\u{1B}[C"
  static let backspace = "\u{7F}"
  static let tab = "\t"
  static let home = "\u{1}"
  static let controlC = "\u{3}"
  static let controlD = "\u{4}"
  static let controlR = "\u{12}"
  static let controlU = "\u{15}"

  static func paste(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }
}
