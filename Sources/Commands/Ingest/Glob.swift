import Glibc

/// A pattern of paths: `*`, `?` and `[…]` within a name, and `**` for any number of folders.
struct Glob {
  private let names: [String]
  private let isAbsolute: Bool

  init(_ pattern: String) {
    names = pattern.split(separator: "/").map(String.init)
    isAbsolute = pattern.hasPrefix("/")
  }

  static func isPattern(_ text: String) -> Bool { text.utf8.contains { "*?[".utf8.contains($0) } }

  /// What matches, in byte order: files, and folders where the last name is not `**`.
  func paths() -> [String] {
    var found: [String] = []
    collect(below: isAbsolute ? "/" : "", names[...], &found)
    return found
  }

  private func collect(below folder: String, _ names: ArraySlice<String>, _ found: inout [String]) {
    guard let name = names.first else { return }
    let rest = names.dropFirst()
    if name == "**" { return collectAnywhere(below: folder, rest, &found) }
    for entry in Self.isPattern(name) ? FileFinder.names(in: folder.isEmpty ? "." : folder) ?? [] : [name] {
      guard !Self.isPattern(name) || fnmatch(name, entry, FNM_PERIOD) == 0 else { continue }
      let path = Self.path(folder, entry)
      if rest.isEmpty {
        if FileFinder.exists(path) { found.append(path) }
      } else if FileFinder.isFolder(path, followsLinks: true) {
        collect(below: path, rest, &found)
      }
    }
  }

  /// The rest of the pattern here and in all folders below; links are not followed, as they may lead back up.
  private func collectAnywhere(below folder: String, _ rest: ArraySlice<String>, _ found: inout [String]) {
    // `docs/**` alone means all files below.
    collect(below: folder, rest.isEmpty ? ["*"] : rest, &found)
    for entry in FileFinder.names(in: folder.isEmpty ? "." : folder) ?? [] {
      let path = Self.path(folder, entry)
      guard FileFinder.isFolder(path, followsLinks: false) else { continue }
      collectAnywhere(below: path, rest, &found)
    }
  }

  private static func path(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
