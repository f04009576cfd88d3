/// The shell's past lines: in a file of the user's own, each line once, the newest last.
struct History {
  static let limit = 2000
  private let path: String
  private(set) var entries: [String] = []

  init(_ environment: Environment) {
    path = Paths.history(environment)
    entries = Self.load(path)
  }

  /// Keeps a line, unless it is blank or starts with a blank (which says "do not remember this"). Lines that
  /// other shells have kept meanwhile stay.
  mutating func add(_ line: String) {
    guard let first = line.first, first != " ", !line.contains("\n") else { return }
    entries = Self.unique(Self.load(path) + [line])
    _ = PrivateFile.replace(path, with: entries.map { $0 + "\n" }.joined())
  }

  private static func load(_ path: String) -> [String] {
    guard let text = try? SourceFile.text(at: path) else { return [] }
    return unique(text.split(separator: "\n").map(String.init))
  }

  /// The last occurrence of each, the newest `limit`.
  private static func unique(_ lines: [String]) -> [String] {
    var seen: Set<String> = []
    let newestFirst = lines.reversed().filter { seen.insert($0).inserted }
    return newestFirst.prefix(limit).reversed()
  }
}
