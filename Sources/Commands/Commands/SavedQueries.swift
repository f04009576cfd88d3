import Glibc

/// Questions kept under a name, a line each: `name = question`. `query:name` in a question stands for one.
struct SavedQueries {
  private let path: String
  private(set) var queries: [(name: String, text: String)] = []

  init(_ environment: Environment) {
    path = Paths.savedQueries(environment)
  }

  /// The question with every `query:NAME` (`recherche:NAME`) replaced by what was saved, in parentheses. Unknown
  /// names stay, so that the parser can point at them.
  func expanded(_ text: String) -> String {
    guard text.contains("query:") || text.contains("recherche:") else { return text }
    var copy = self
    copy.load()
    return copy.expanded(text, depth: 0)
  }

  private func expanded(_ text: String, depth: Int) -> String {
    // A saved question may use another, but not itself for ever.
    guard depth < 8 else { return text }
    let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      for prefix in ["query:", "recherche:"] where word.hasPrefix(prefix) {
        let name = Matching.folded(String(word.dropFirst(prefix.count)))
        if let saved = queries.first(where: { $0.name == name }) {
          return "(" + expanded(saved.text, depth: depth + 1) + ")"
        }
      }
      return String(word)
    }
    return words.joined(separator: " ")
  }

  mutating func load() {
    guard let text = try? SourceFile.text(at: path) else { return }
    queries = text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1).map { Sanitising.oneLine(String($0)) }
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }

  /// Keeps a question under a name, in place of an earlier one; false where the file cannot be written.
  mutating func save(_ text: String, as name: String) -> Bool {
    load()
    let folded = Matching.folded(name)
    queries.removeAll { $0.name == folded }
    queries.append((folded, Sanitising.oneLine(text)))
    let content = queries.map { $0.name + " = " + $0.text + "\n" }.joined()
    return PrivateFile.replace(path, with: content)
  }

  /// Letters, digits, `-` and `_`: what can stand in a question without quotes.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty
      && Matching.folded(text).utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
      }
  }
}
