import Communique

/// The completion script for zsh, from the declarations.
enum ZshCompletion {
  static func script(_ language: Language) -> String {
    """
    #compdef kb
    # zsh completion of kb; made by `kb completions zsh`.
    _kb_values() { local -a found; found=(${(f)"$(kb completions values $1 2>/dev/null)"}); compadd -M 'm:{A-Z}={a-z}' -a found }
    _kb() {
      local -a commands everywhere
      local cmd word
      commands=(
    \(CommandTable.all.map { "    " + quoted($0.name + ":" + $0.summary.text(language)) }.joined(separator: "\n"))
      )
      everywhere=(\(specifications(OptionTable.global, language)))
      for word in ${words[2,CURRENT-1]}; do
        case $word in
    \(CommandTable.all.map(selection).joined(separator: "\n"))
        esac
        [[ -n $cmd ]] && break
      done
      case $cmd in
    \(CommandTable.all.map { arguments($0, language) }.joined(separator: "\n"))
        *) _arguments $everywhere '1: :{_describe command commands}' ;;
      esac
    }
    _kb "$@"

    """
  }

  private static func selection(_ command: CommandDeclaration) -> String {
    "      " + ([command.name] + command.aliases).joined(separator: "|") + ") cmd=" + command.name + " ;;"
  }

  private static func arguments(_ command: CommandDeclaration, _ language: Language) -> String {
    let action = command.arguments.first.map { self.action($0.value) } ?? ""
    let options = specifications(command.options.compactMap(OptionTable.declaration), language)
    let rest = quoted("*:argument:" + action)
    return "    \(command.name)) _arguments $everywhere \(options) '1:command:' \(rest) ;;"
  }

  private static func specifications(_ options: [OptionDeclaration], _ language: Language) -> String {
    options.flatMap { option -> [String] in
      let names = option.names.map { "--" + $0 } + (option.short.map { ["-\($0)"] } ?? [])
      let help = option.help.text(language).replacing("[", by: "(").replacing("]", by: ")").replacing(":", by: "\\:")
      return names.map { name in
        let star = option.repeats ? "*" : ""
        let equals = option.value != nil && name.hasPrefix("--") ? "=" : ""
        let value = option.value.map { ":value:" + action($0) } ?? ""
        return quoted(star + name + equals + "[" + help + "]" + value)
      }
    }.joined(separator: " ")
  }

  private static func action(_ kind: ValueKind) -> String {
    switch kind {
    case .choice(let choices): "(" + choices.map(\.code).joined(separator: " ") + ")"
    case .country: "{_kb_values country}"
    case .domain: "{_kb_values domain}"
    case .file, .path: "_files"
    case .text, .number, .date, .publisher: " "
    }
  }

  /// In single quotes for the shell.
  private static func quoted(_ text: String) -> String { "'" + text.replacing("'", by: "'\\''") + "'" }
}
