import Communique

/// The settings file: `name = value` lines, `#` starts a comment.
struct Configuration: Sendable {
  /// A setting that there is: its default and what it does.
  struct Setting: Sendable {
    let name: String
    let value: ValueKind
    let standard: String
    let help: Both
  }

  /// A line that means nothing.
  struct Problem: Sendable, Hashable {
    let line: Int
    let text: String
    let suggestions: [String]
  }

  static let settings: [Setting] = [
    Setting(
      name: "lang", value: .choice([.init("fr", help: Both("", "")), .init("en", help: Both("", ""))]), standard: "en",
      help: Both(
        "Language of the interface: fr or en. KB_LANG wins over it, it wins over LANG.",
        "Langue de l'interface : fr ou en. KB_LANG l'emporte sur lui, lui sur LANG.")),
    Setting(
      name: "format", value: .choice(OutputFormat.choices), standard: "cards",
      help: Both(
        "How results are shown at a terminal: cards, table, json, jsonl, csv, tsv, markdown.",
        "Affichage au terminal : cards, table, json, jsonl, csv, tsv, markdown.")),
    Setting(
      name: "limit", value: .number(minimum: 1), standard: "20",
      help: Both("How many results at once.", "Nombre de résultats à la fois.")),
    Setting(
      name: "database", value: .file, standard: "~/.local/share/kb/communiques.db",
      help: Both("The store.", "La base.")),
    Setting(
      name: "pager", value: .text(Both("COMMAND", "COMMANDE")), standard: "less -FIRX",
      help: Both(
        "The pager of long results; PAGER wins over it. Empty: none.",
        "Paginateur des longs résultats ; PAGER l'emporte. Vide : aucun.")),
    Setting(
      name: "color",
      value: .choice(["auto", "always", "never"].map { .init($0, help: Both("", "")) }), standard: "auto",
      help: Both("Colours: auto, always, never.", "Couleurs : auto, always (toujours), never (jamais).")),
  ]

  private(set) var values: [String: String] = [:]
  private(set) var problems: [Problem] = []

  subscript(name: String) -> String? { values[name] }

  /// No settings.
  init() {}

  init(parsing text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let content = Sanitising.oneLine(String(line))
      guard !content.isEmpty, !content.hasPrefix("#") else { continue }
      take(content, line: index + 1)
    }
  }

  /// Reads the file of the environment; none is no error.
  static func read(_ environment: Environment) -> Configuration {
    guard let text = try? SourceFile.text(at: Paths.configuration(environment)) else { return Configuration() }
    return Configuration(parsing: text)
  }

  private mutating func take(_ content: String, line: Int) {
    let parts = content.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { Sanitising.oneLine(String($0)) }
    guard parts.count == 2, let setting = Self.settings.first(where: { $0.name == parts[0] }) else {
      let near = Matching.nearest(to: parts[0], among: Self.settings.map(\.name), limit: 1)
      return problems.append(Problem(line: line, text: content, suggestions: near))
    }
    do {
      values[setting.name] = try setting.value.accept(parts[1])
    } catch {
      problems.append(Problem(line: line, text: content, suggestions: setting.value.codes))
    }
  }

  /// The file that `kb config` prints: every setting with its default, commented out.
  static func documented(_ language: Language, path: String) -> String {
    var lines = ["# " + Words.help.configuration.text(language, path)]
    for setting in settings {
      lines += ["", "# " + setting.help.text(language), "# \(setting.name) = \(setting.standard)"]
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
