import Vocabulary

/// `kb completions SHELL`, and the values that those scripts ask for.
enum CompletionsCommand {
  private static let shells: [ValueKind.Choice] = [
    .init("bash", help: Both("for bash", "pour bash")),
    .init("zsh", help: Both("for zsh", "pour zsh")),
    .init("fish", help: Both("for fish", "pour fish")),
    .init("values", help: Both("what an option may take, for the scripts", "valeurs d'une option, pour les scripts")),
  ]

  static let declaration = CommandDeclaration(
    "completions", aliases: ["completion"],
    arguments: [
      .one(Both("SHELL", "SHELL"), .choice(shells)),
      .optional(Both("KIND", "TYPE"), .choice(["country", "domain"].map { .init($0, help: Both($0, $0)) })),
    ],
    summary: Both("Print a completion script for a shell", "Afficher un script de complétion"),
    examples: [
      .init("source <(kb completions bash)", "bash, for this session", "bash, pour cette session"),
      .init("kb completions zsh > ~/.zfunc/_kb", "zsh", "zsh"),
      .init("kb completions fish > ~/.config/fish/completions/kb.fish", "fish", "fish"),
    ],
    run: run)

  static func run(_ invocation: Invocation, _ context: Context) throws -> ExitStatus {
    switch try accepted(invocation.arguments[0]) {
    case "bash": context.output.write(BashCompletion.script)
    case "zsh": context.output.write(ZshCompletion.script(context.language))
    case "fish": context.output.write(FishCompletion.script(context.language))
    default:
      for value in values(invocation.arguments.dropFirst().first) { context.output.write(line: value) }
    }
    return .done
  }

  private static func accepted(_ shell: String) throws(UsageError) -> String {
    do {
      return try ValueKind.choice(shells).accept(shell)
    } catch {
      throw UsageError(error, command: declaration.name)
    }
  }

  /// Names in both languages without case, accents and blanks, so that no shell needs quotes: `--country` takes
  /// "united-states" as well as "United States". Names with other signs in them ("Côte d'Ivoire") are left to
  /// their codes.
  private static func values(_ kind: String?) -> [String] {
    let names = kind == "domain" ? Names.domains.map(\.rawValue) : VocabularyNames.parties
    let folded = names.map { Matching.folded($0).replacing(" ", by: "-") }
    return Set(folded.filter(isBareWord)).sorted()
  }

  private static func isBareWord(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }
}
