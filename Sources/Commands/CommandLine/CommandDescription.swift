import Communique

/// Commands and options as JSON, for programs that call `kb`.
enum CommandDescription {
  static func json(_ language: Language) -> JSON {
    .object([
      "name": .string("kb"),
      "version": .string(Version.kb),
      "options": .array(OptionTable.global.map { option($0, language) }),
      "commands": .array(CommandTable.all.map { command($0, language) }),
      "exit_codes": .array(
        ExitStatus.allCases.map {
          .object(["code": .int(Int($0.rawValue)), "meaning": .string($0.meaning.text(language))])
        }),
    ])
  }

  private static func command(_ command: CommandDeclaration, _ language: Language) -> JSON {
    .object([
      "name": .string(command.name),
      "aliases": .strings(command.aliases),
      "summary": .string(command.summary.text(language)),
      "usage": .string(HelpPage.usage(command)),
      "arguments": .array(
        command.arguments.map { argument in
          .object([
            "name": .string(argument.name.text(language)),
            "minimum": .int(argument.count.lowerBound),
            "maximum": argument.count.upperBound == Int.max ? .null : .int(argument.count.upperBound),
            "values": .strings(argument.value.codes),
          ])
        }),
      "options": .array(command.options.compactMap(OptionTable.declaration).map { option($0, language) }),
      "examples": .array(
        command.examples.map { .object(["line": .string($0.line), "says": .string($0.says.text(language))]) }),
    ])
  }

  private static func option(_ option: OptionDeclaration, _ language: Language) -> JSON {
    .object([
      "names": .strings(option.names.map { "--" + $0 } + (option.short.map { ["-\($0)"] } ?? [])),
      "value": .string(option.value?.placeholder.text(language)),
      "values": .strings(option.value?.codes ?? []),
      "repeats": .bool(option.repeats),
      "help": .string(option.help.text(language)),
    ])
  }
}
