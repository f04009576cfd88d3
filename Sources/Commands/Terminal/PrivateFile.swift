import Glibc

/// Small files that only their owner may read: history, saved queries.
enum PrivateFile {
  /// Writes a file beside and renames it, so that a reader never sees half of it; makes its folder.
  static func replace(_ path: String, with content: String) -> Bool {
    guard makeFolder(of: path) else { return false }
    let temporary = path + ".\(getpid()).new"
    guard write(content, to: temporary, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC) else { return false }
    return rename(temporary, path) == 0
  }

  /// Adds to the end in one write, so that two shells do not mix their lines.
  static func append(_ content: String, to path: String) -> Bool {
    makeFolder(of: path) && write(content, to: path, flags: O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC)
  }

  private static func write(_ content: String, to path: String, flags: CInt) -> Bool {
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var rest = Array(content.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return false }
    }
    return true
  }

  /// Makes the folder and those above it, 0700 as the XDG specification asks.
  static func makeFolder(of path: String) -> Bool {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return true }
    let folder = String(path[..<slash])
    if FileFinder.isFolder(folder, followsLinks: true) { return true }
    return makeFolder(of: folder) && (mkdir(folder, 0o700) == 0 || errno == EEXIST)
  }
}
