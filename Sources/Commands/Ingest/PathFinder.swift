import Glibc

/// Gathers the files that a user means: each once, in the order given, those of a folder in byte order.
struct PathFinder {
  private(set) var paths: [String] = []
  private(set) var failures: [FileError] = []
  private var seen: Set<String> = []

  init() {}

  /// Adds what an argument means: a file, a folder with all below it, `-`, or a pattern that the shell left as it is
  /// (`docs/**/*.html`). False where it means nothing that is there.
  mutating func add(_ argument: String) -> Bool {
    let count = paths.count + failures.count
    if !FileFinder.exists(argument), Glob.isPattern(argument) {
      for path in Glob(argument).paths() { add(path: path) }
    } else {
      add(path: argument)
    }
    return paths.count + failures.count > count
  }

  /// Adds what could not be read, to be reported with the files.
  mutating func add(_ error: FileError) { failures.append(error) }

  private mutating func add(path: String) {
    for file in FileFinder.files(at: path) {
      switch file {
      // What was named twice is there, and is read once.
      case .success(let path): if seen.insert(path).inserted { paths.append(path) }
      case .failure(let error): failures.append(error)
      }
    }
  }
}

extension PathFinder {
  /// Adds the paths that a list names, one a line, or ended by NUL where it has any or `isNull` says so, as `find
  /// -print0` writes them. Blank lines mean nothing; a folder means all below it.
  mutating func add(list bytes: [UInt8], isNull: Bool) {
    let end: UInt8 = isNull || bytes.contains(0) ? 0 : UInt8(ascii: "\n")
    for line in bytes.split(separator: end) {
      let isDOS = end != 0 && line.last == UInt8(ascii: "\r")
      let path = String(decoding: isDOS ? line.dropLast() : line, as: UTF8.self)
      if !path.isEmpty { add(path: path) }
    }
  }
}
