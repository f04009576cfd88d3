/// How words are set off at a terminal. Nothing depends on colour alone: without it, marks stand in brackets.
struct Style: Sendable {
  let isColoured: Bool

  static let plain = Style(isColoured: false)

  enum Role: Sendable {
    case title, number, match, label, quiet, error, firm, soft
  }

  /// The text in the role's colour; as it is where there is no colour.
  func paint(_ text: String, _ role: Role) -> String {
    guard isColoured, !text.isEmpty else { return text }
    return "\u{1B}[" + Self.code(role) + "m" + text + "\u{1B}[0m"
  }

  /// Wraps runs with their marks: matches in bold, or without colour in brackets, one pair for a match however
  /// many lines it takes.
  func lines(_ runs: [Run], width: Int) -> [String] {
    guard isColoured else {
      let text = runs.map { $0.isMarked ? "[" + $0.text + "]" : $0.text }.joined()
      return Wrapping.lines(text, width: width)
    }
    return Wrapping.lines(runs, width: width).map { line in
      line.map { $0.isMarked ? paint($0.text, .match) : $0.text }.joined()
    }
  }

  /// Marks runs of a text whose lines stay as they are.
  func text(_ runs: [Run]) -> String {
    runs.map { run in
      guard run.isMarked else { return run.text }
      guard isColoured else { return "[" + run.text + "]" }
      // A colour that crosses a line end confuses pagers.
      let lines = run.text.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.map { paint(String($0), .match) }.joined(separator: "\n")
    }.joined()
  }

  /// Colours of the first eight and attributes only: they follow the terminal's own theme, light or dark.
  private static func code(_ role: Role) -> String {
    switch role {
    case .title: "1"
    case .number: "1;36"
    case .match: "1;33"
    case .label: "36"
    case .quiet: "2"
    case .error: "1;31"
    case .firm: "32"
    case .soft: "35"
    }
  }

  /// Whether to colour an output: the flag, then NO_COLOR, then what is at the other end.
  static func chosen(flag: String?, output: Output, environment: Environment) -> Style {
    switch flag {
    case "always": return Style(isColoured: true)
    case "never": return .plain
    default:
      guard environment.nonEmpty("NO_COLOR") == nil else { return .plain }
      if environment.nonEmpty("FORCE_COLOR") != nil { return Style(isColoured: true) }
      return Style(isColoured: output.isTerminal && environment["TERM"] != "dumb" && environment["TERM"] != nil)
    }
  }
}
