/// `kb help [COMMAND|TOPIC]`, and what `--help` anywhere prints.
enum HelpCommand {
  static let declaration = CommandDeclaration(
    "help", aliases: ["aide"],
    arguments: [.optional(Both("COMMAND", "COMMANDE"), .text(Both("COMMAND", "COMMANDE")))],
    options: [.format],
    summary: Both("Show help, of kb or of one command", "Afficher l'aide, générale ou d'une commande"),
    examples: [
      .init("kb help", "the front page", "la page d'accueil"),
      .init("kb help query", "one command", "une commande"),
      .init("kb help query-language", "how to ask", "comment interroger"),
      .init("kb help --format json", "all commands and options, for programs", "commandes et options, pour programmes"),
    ],
    run: { invocation, context in
      if invocation[.format] == "json" {
        context.output.write(json: CommandDescription.json(context.language))
        return .done
      }
      return try run(on: invocation.arguments.first, context)
    })

  static func run(on subject: String?, _ context: Context) throws(UsageError) -> ExitStatus {
    HelpText.write(try page(on: subject), to: context.page())
    return .done
  }

  private static func page(on subject: String?) throws(UsageError) -> HelpPage {
    guard let subject else { return .front }
    if let command = CommandLineParser.command(named: subject, among: CommandTable.all) { return HelpPage(command) }
    if let topic = HelpTopic.named(subject) { return topic.page }
    let names = CommandTable.all.flatMap { [$0.name] + $0.aliases } + HelpTopic.all.map(\.name)
    throw UsageError(
      .unknownHelp(subject, suggestions: Matching.nearest(to: subject, among: names), topics: HelpTopic.all.map(\.name))
    )
  }
}
