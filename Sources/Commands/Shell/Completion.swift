import Communique
import Glibc

/// Completes what is typed: what may stand there, and what to do about it.
struct Completion {
  /// What an argument may be.
  enum Source: Sendable {
    case nothing
    case words([String])
    case files
    case question
    case helpTopics
  }

  /// Something that may stand there.
  struct Candidate: Sendable, Hashable {
    /// What is put into the line.
    let text: String
    /// What is listed, where that is shorter: a value without its field.
    var label: String?
    /// How many agreements it has, where that is known.
    var count: Int?
    /// Whether the word ends here: a field's `:` and a folder's `/` go on.
    var isWhole = true
  }

  /// What Tab does.
  struct Answer: Sendable, Hashable {
    /// How many characters before the cursor give way.
    var replaced = 0
    var inserted = ""
    /// Shown below the line; empty for nothing.
    var list = ""
  }

  /// In how many display columns the list is fitted.
  let width: Int
  let language: Language

  /// One candidate is put in; of several, what they share, and they are listed.
  func answer(_ candidates: [Candidate], to word: Substring) -> Answer {
    guard let first = candidates.first else { return Answer() }
    if candidates.count == 1 {
      return Answer(replaced: word.unicodeScalars.count, inserted: first.text + (first.isWhole ? " " : ""))
    }
    let shared = Self.commonPrefix(candidates.map(\.text))
    var answer = Answer(list: listing(candidates))
    // The accents that the user left out come with what the candidates share.
    if shared.count >= word.count, shared != word {
      answer.replaced = word.unicodeScalars.count
      answer.inserted = shared
    }
    return answer
  }

  /// What all texts begin with, whatever their accents and case, as the first spells it.
  static func commonPrefix(_ texts: [String]) -> String {
    guard let first = texts.first.map(Array.init) else { return "" }
    var length = first.count
    for text in texts.dropFirst() {
      let other = Array(text)
      var same = 0
      while same < min(length, other.count),
        Matching.folded(String(first[same])) == Matching.folded(String(other[same]))
      { same += 1 }
      length = same
    }
    return String(first[..<length])
  }

  /// Columns of candidates with their counts.
  private func listing(_ candidates: [Candidate]) -> String {
    let most = 60
    let cells = candidates.prefix(most).map { candidate in
      Sanitising.oneLine(candidate.label ?? candidate.text)
        + (candidate.count.map { " (" + Numbers.shown($0, language) + ")" } ?? "")
    }
    let cellWidth = (cells.map { DisplayWidth.of($0) }.max() ?? 0) + 2
    let columns = max(1, width / cellWidth)
    let rows = (cells.count + columns - 1) / columns
    var lines = (0..<rows).map { row in
      TableFormat.trimmed(stride(from: row, to: cells.count, by: rows).map { cells[$0].padded(to: cellWidth) }.joined())
    }
    if candidates.count > most {
      lines.append(Words.shell.moreCandidates.text(language, String(candidates.count - most)))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// In quotes where the query language needs them.
  static func quoted(_ value: String) -> String {
    let isPlain = !value.utf8.contains { $0 <= 0x20 || "\"'(),:;".utf8.contains($0) }
    return isPlain ? value : "\"" + value.replacing("\"", by: "") + "\""
  }

  /// Files and folders whose path starts with what is typed.
  static func files(startingWith text: String, _ environment: Environment) -> [Candidate] {
    let slash = text.lastIndex(of: "/")
    let folder = slash.map { String(text[...$0]) } ?? ""
    let start = slash.map { text[text.index(after: $0)...] } ?? text[...]
    let place = folder.isEmpty ? "." : Paths.expanded(folder, environment)
    guard let stream = opendir(place) else { return [] }
    defer { closedir(stream) }
    var found: [Candidate] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(start), !name.hasPrefix(".") || start.hasPrefix(".") else { continue }
      let isFolder = FileFinder.isFolder(place + "/" + name, followsLinks: true)
      found.append(Candidate(text: folder + name + (isFolder ? "/" : ""), isWhole: !isFolder))
    }
    return found.sorted { $0.text < $1.text }
  }
}
