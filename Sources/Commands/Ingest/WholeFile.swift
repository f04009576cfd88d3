import Glibc
import KnowledgeBase

/// The bytes of a file as it was at one moment.
struct WholeFile {
  let bytes: [UInt8]
  /// What tells whether it has changed since.
  let state: SourceFileState

  /// Reads a file that is none but a file: what would keep us waiting, or never end, is refused. One that changes
  /// while it is read is refused as well, as half of it may be old and half new.
  init(at path: String) throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError(path: path, errno: errno) }
    try Self.check(status, path)
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, errno: errno) }
    defer { close(descriptor) }
    // It may have become something else meanwhile.
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, errno: errno) }
    try Self.check(status, path)
    bytes = try FileBytes.all(of: descriptor, expected: Int(status.st_size), path: path)
    var state = Self.state(of: path, status)
    guard fstat(descriptor, &status) == 0, Self.state(of: path, status) == state, bytes.count == Int(state.size) else {
      throw FileError(path: path, reason: .changed)
    }
    state.digest = ContentDigest.hexadecimal(of: bytes)
    self.state = state
  }

  /// All of standard input.
  static func standardInput() throws(FileError) -> [UInt8] { try FileBytes.all(of: 0, expected: 0, path: "-") }

  /// Size and time of a file, without its digest; null where there is none.
  static func state(at path: String) -> SourceFileState? {
    var status = stat()
    return stat(path, &status) == 0 ? state(of: path, status) : nil
  }

  private static func state(of path: String, _ status: stat) -> SourceFileState {
    SourceFileState(
      file: path, size: Int64(status.st_size),
      modified: Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec), digest: "")
  }

  private static func check(_ status: stat, _ path: String) throws(FileError) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw FileError(path: path, reason: .isFolder)
    case S_IFIFO: throw FileError(path: path, reason: .isPipe)
    case S_IFSOCK: throw FileError(path: path, reason: .isSocket)
    default: throw FileError(path: path, reason: .isDevice)
    }
    let limit = FileBytes.sizeLimit
    guard Int(status.st_size) <= limit else { throw FileError(path: path, reason: .tooLarge(limit: limit)) }
  }
}
