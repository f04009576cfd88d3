import Glibc
import Ingestion

/// Finds the files that a user means by a path: the file itself, whatever its name, or the communiqués in a folder and
/// below it.
enum FileFinder {
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
      return ReadableNames.isReadable(name) ? [.success(child)] : []
    }
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
