import Glibc

/// Shows what is longer than the screen through the user's pager.
enum Pager {
  static let standard = "less -FIRX"

  /// Whether bytes take more lines than the terminal has.
  static func isNeeded(for bytes: [UInt8], size: TerminalSize) -> Bool {
    var rows = 1
    var isInside = false
    var line: [UInt8] = []
    for byte in bytes {
      guard byte != UInt8(ascii: "\n") else {
        rows += 1 + max(0, DisplayWidth.of(String(decoding: line, as: UTF8.self)) - 1) / size.columns
        line.removeAll(keepingCapacity: true)
        if rows > size.rows { return true }
        continue
      }
      // Colours take no room.
      if byte == 0x1B { isInside = true }
      if !isInside { line.append(byte) }
      if isInside, byte == UInt8(ascii: "m") { isInside = false }
    }
    return rows > size.rows
  }

  /// Runs `command` through `sh -c`, as git does, with the bytes as its input; false where it could not start.
  static func show(_ bytes: [UInt8], command: String) -> Bool {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { return false }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    posix_spawn_file_actions_addclose(&actions, ends[1])
    var child: pid_t = 0
    let status = withArguments(["sh", "-c", command]) { posix_spawn(&child, "/bin/sh", &actions, nil, $0, environ) }
    close(ends[0])
    guard status == 0 else {
      close(ends[1])
      return false
    }
    // Ctrl-C is the pager's while it runs.
    let previous = signal(SIGINT, SIG_IGN)
    writeAll(bytes, to: ends[1])
    close(ends[1])
    var result: CInt = 0
    while waitpid(child, &result, 0) < 0, errno == EINTR {}
    signal(SIGINT, previous)
    // 127: the shell did not find the command.
    return (result >> 8) & 0xFF != 127
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: CInt) {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress.map { $0 + start }, bytes.count - start) }
      if count > 0 { start += count } else if errno != EINTR { return }
    }
  }

  private static func withArguments(
    _ arguments: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> CInt
  ) -> CInt {
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { pointers.forEach { free($0) } }
    return body(pointers)
  }
}
