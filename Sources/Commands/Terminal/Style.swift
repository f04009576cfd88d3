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

  /// Marks a match: bold, or in brackets without colour.
  func mark(_ text: String) -> String {
    isColoured ? paint(text, .match) : "[" + text + "]"
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
