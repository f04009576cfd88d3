import Glibc

/// A file that appears whole or not at all, for its owner's eyes alone: it is written beside its place under another
/// name, and renamed when all is on the disk.
struct NewFile {
  struct Failure: Error, Hashable {
    enum Reason: Hashable {
      case exists
      case isFolder
      /// A device, a pipe.
      case notRegular
      /// The store that is to be copied.
      case isStore
      /// In the system's words.
      case system(String)
    }

    let path: String
    let reason: Reason

    /// Whether the command line is to be mended rather than the machine.
    var isUsage: Bool { reason == .exists || reason == .isStore }
  }

  let path: String
  /// Where it is written.
  let temporary: String

  /// Makes it, empty.
  ///
  /// - Parameters:
  ///   - replaces: a file that is there already goes when this one comes.
  ///   - source: the file that is being read, which this one must not be.
  init(at path: String, replaces: Bool, source: String) throws(Failure) {
    self.path = path
    temporary = path + ".\(getpid()).new"
    try Self.check(path, replaces: replaces, source: source)
    unlink(temporary)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.lastError(path) }
    close(descriptor)
  }

  private static func check(_ path: String, replaces: Bool, source: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR { throw Failure(path: path, reason: .isFolder) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Failure(path: path, reason: .notRegular) }
    var other = stat()
    if stat(source, &other) == 0, other.st_ino == status.st_ino, other.st_dev == status.st_dev {
      throw Failure(path: path, reason: .isStore)
    }
    guard replaces else { throw Failure(path: path, reason: .exists) }
  }

  private static func lastError(_ path: String) -> Failure {
    Failure(path: path, reason: .system(String(cString: strerror(errno))))
  }

  /// A descriptor to write to, which is the caller's to close.
  func opened() throws(Failure) -> CInt {
    let descriptor = open(temporary, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.lastError(path) }
    return descriptor
  }

  /// Puts it in its place.
  func finish() throws(Failure) {
    let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.lastError(path) }
    let isOnDisk = fsync(descriptor) == 0
    close(descriptor)
    guard isOnDisk, rename(temporary, path) == 0 else {
      let failure = Self.lastError(path)
      discard()
      throw failure
    }
    syncFolder()
  }

  /// Takes back what was written.
  func discard() {
    for suffix in ["", "-journal"] { unlink(temporary + suffix) }
  }

  /// The new name is safe too only when the folder is; where that cannot be, the file is there all the same.
  private func syncFolder() {
    let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
