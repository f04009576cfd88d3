import Glibc

/// Finds the files that a user means by a path: the file itself, or the communiqués in a folder and below it.
enum FileFinder {
  /// Endings of the files that are taken from folders; a file named on its own is taken whatever its name.
  static let endings = [
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".rss", ".atom", ".xml",
    ".eml", ".zip", ".tar", ".tgz", ".gz",
  ]

  /// All files, in byte order of their paths within each folder, so that runs are alike everywhere.
  /// Errors come in place of the path they concern.
  static func files(at path: String) -> [Result<String, FileError>] {
    guard path != "-", isFolder(path, followsLinks: true) else { return [.success(path)] }
    guard let names = names(in: path) else {
      return [.failure(FileError(path: path, reason: .notPermitted))]
    }
    return names.flatMap { name -> [Result<String, FileError>] in
      let child = path.hasSuffix("/") ? path + name : path + "/" + name
      // A link to a folder may lead back up: it is not followed.
      if isFolder(child, followsLinks: false) { return files(at: child) }
      return isReadable(name) ? [.success(child)] : []
    }
  }

  private static func isReadable(_ name: String) -> Bool {
    let name = name.lowercased()
    return endings.contains { name.utf8.count > $0.utf8.count && name.hasSuffix($0) }
  }

  static func isFolder(_ path: String, followsLinks: Bool) -> Bool {
    var status = stat()
    guard (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { return false }
    return status.st_mode & S_IFMT == S_IFDIR
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Names in a folder but hidden ones, sorted; null where it cannot be read.
  static func names(in folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
