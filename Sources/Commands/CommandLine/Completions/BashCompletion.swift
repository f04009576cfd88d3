/// The completion script for bash, from the declarations.
enum BashCompletion {
  static var script: String {
    """
    # bash completion of kb; made by `kb completions bash`.
    _kb() {
      local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} cmd= word
      # --name=value comes as three words.
      if [[ $cur == "=" ]]; then cur=; elif [[ $prev == "=" ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in
          \(commandNames.joined(separator: "|"))) cmd=$word; break ;;
        esac
      done
      case $prev in
    \(valueCases)
      esac
      if [[ -z $cmd && $cur != -* ]]; then
        COMPREPLY=($(compgen -W "\(CommandTable.all.map(\.name).joined(separator: " "))" -- "$cur"))
        return
      fi
      if [[ $cur == -* ]]; then
        case $cmd in
    \(optionCases)
          *) COMPREPLY=($(compgen -W "\(optionWords(OptionTable.global))" -- "$cur")) ;;
        esac
        return
      fi
      case $cmd in
    \(argumentCases)
      esac
    }
    complete -F _kb kb

    """
  }

  private static var commandNames: [String] { CommandTable.all.flatMap { [$0.name] + $0.aliases } }

  private static func optionWords(_ options: [OptionDeclaration]) -> String {
    options.flatMap { $0.names.map { "--" + $0 } + ($0.short.map { ["-\($0)"] } ?? []) }.joined(separator: " ")
  }

  private static var valueCases: String {
    OptionTable.all.compactMap { option in
      guard let value = option.value else { return nil }
      let names = option.names.map { "--" + $0 } + (option.short.map { ["-\($0)"] } ?? [])
      return "    " + names.joined(separator: "|") + ") " + reply(value) + "; return ;;"
    }.joined(separator: "\n")
  }

  private static var optionCases: String {
    CommandTable.all.map { command in
      let names = ([command.name] + command.aliases).joined(separator: "|")
      return "      \(names)) COMPREPLY=($(compgen -W \"\(optionWords(command.allOptions))\" -- \"$cur\")) ;;"
    }.joined(separator: "\n")
  }

  private static var argumentCases: String {
    CommandTable.all.compactMap { command in
      guard let argument = command.arguments.first else { return nil }
      return "    " + ([command.name] + command.aliases).joined(separator: "|") + ") " + reply(argument.value) + " ;;"
    }.joined(separator: "\n")
  }

  private static func reply(_ kind: ValueKind) -> String {
    switch kind {
    case .choice(let choices):
      "COMPREPLY=($(compgen -W \"\(choices.map(\.code).joined(separator: " "))\" -- \"$cur\"))"
    case .country: "COMPREPLY=($(compgen -W \"$(kb completions values country 2>/dev/null)\" -- \"${cur,,}\"))"
    case .domain: "COMPREPLY=($(compgen -W \"$(kb completions values domain 2>/dev/null)\" -- \"${cur,,}\"))"
    case .file, .path: "COMPREPLY=($(compgen -f -- \"$cur\"))"
    case .text, .number, .date, .publisher: "COMPREPLY=()"
    }
  }
}
