/// A run of text in one style: what is wrapped without counting the bytes that colour it.
struct Run: Sendable, Hashable {
  var text: String
  var isMarked = false
}

/// Breaks text into lines by display width, at blanks; only a word longer than a whole line is broken inside.
enum Wrapping {
  static func lines(_ text: String, width: Int) -> [String] {
    lines([Run(text: text)], width: width).map { $0.map(\.text).joined() }
  }

  /// Wraps marked and unmarked runs; a run that spans a line end is continued on the next.
  static func lines(_ runs: [Run], width: Int) -> [[Run]] {
    var lines: [[Run]] = [[]]
    var used = 0
    for word in words(of: runs) {
      let needed = word.reduce(0) { $0 + DisplayWidth.of($1.text) }
      if used > 0, used + 1 + needed > width {
        lines.append([])
        used = 0
      }
      if used > 0 {
        let joinsMarks = lines[lines.count - 1].last?.isMarked == true && word.first?.isMarked == true
        append([Run(text: " ", isMarked: joinsMarks)], to: &lines)
        used += 1
      }
      for piece in broken(word, width: width) {
        if used > 0, used + DisplayWidth.of(piece.text) > width {
          lines.append([])
          used = 0
        }
        append([piece], to: &lines)
        used += DisplayWidth.of(piece.text)
      }
    }
    return lines
  }

  /// Words as runs: a word may be marked in part.
  private static func words(of runs: [Run]) -> [[Run]] {
    var words: [[Run]] = []
    var current: [Run] = []
    for run in runs {
      var isFirst = true
      for part in run.text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == " " || $0 == "\n" }) {
        if !isFirst, !current.isEmpty {
          words.append(current)
          current = []
        }
        isFirst = false
        if !part.isEmpty { current.append(Run(text: String(part), isMarked: run.isMarked)) }
      }
    }
    if !current.isEmpty { words.append(current) }
    return words
  }

  /// A word, in pieces where it is wider than a line.
  private static func broken(_ word: [Run], width: Int) -> [Run] {
    guard word.contains(where: { DisplayWidth.of($0.text) > width }), width > 0 else { return word }
    return word.flatMap { run -> [Run] in
      var pieces: [Run] = []
      var piece = ""
      for character in run.text {
        if DisplayWidth.of(piece) + DisplayWidth.of(String(character)) > width, !piece.isEmpty {
          pieces.append(Run(text: piece, isMarked: run.isMarked))
          piece = ""
        }
        piece.append(character)
      }
      return pieces + [Run(text: piece, isMarked: run.isMarked)]
    }
  }

  /// Neighbouring runs of one style become one, so that marks enclose whole phrases.
  private static func append(_ runs: [Run], to lines: inout [[Run]]) {
    let last = lines.count - 1
    for run in runs {
      if let previous = lines[last].last, previous.isMarked == run.isMarked {
        lines[last][lines[last].count - 1].text += run.text
      } else {
        lines[last].append(run)
      }
    }
  }
}
