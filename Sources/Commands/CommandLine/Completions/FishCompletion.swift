import Communique

/// The completion script for fish, from the declarations.
enum FishCompletion {
  static func script(_ language: Language) -> String {
    var lines = ["# fish completion of kb; made by `kb completions fish`.", "complete -c kb -f"]
    for command in CommandTable.all {
      for name in [command.name] + command.aliases {
        lines.append("complete -c kb -n __fish_use_subcommand -a \(name) -d \(quoted(command.summary.text(language)))")
      }
      let condition = quoted("__fish_seen_subcommand_from " + ([command.name] + command.aliases).joined(separator: " "))
      for option in command.options.compactMap(OptionTable.declaration) {
        lines.append("complete -c kb -n \(condition) " + specification(option, language))
      }
      if let argument = command.arguments.first, let action = action(argument.value) {
        lines.append("complete -c kb -n \(condition) \(action)")
      }
    }
    lines += OptionTable.global.map { "complete -c kb " + specification($0, language) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func specification(_ option: OptionDeclaration, _ language: Language) -> String {
    var parts = option.names.map { "-l " + $0 }
    if let short = option.short { parts.append("-s \(short)") }
    if let value = option.value { parts.append("-r " + (action(value) ?? "")) }
    parts.append("-d " + quoted(option.help.text(language)))
    return parts.joined(separator: " ")
  }

  private static func action(_ kind: ValueKind) -> String? {
    switch kind {
    case .choice(let choices): "-a " + quoted(choices.map(\.code).joined(separator: " "))
    case .country: "-a '(kb completions values country 2>/dev/null)'"
    case .domain: "-a '(kb completions values domain 2>/dev/null)'"
    case .file, .path: "-F"
    case .text, .number, .date, .publisher: nil
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("\\", by: "\\\\").replacing("'", by: "\\'") + "'"
  }
}
