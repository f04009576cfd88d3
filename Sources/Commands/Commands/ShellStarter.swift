/// `kb shell`: the interactive shell.
enum ShellStarter {
  static let declaration = CommandDeclaration(
    "shell", aliases: ["interpreteur", "console"], options: [.format, .limit, .sort],
    summary: Both("Ask one question after another", "Poser une question après l'autre"),
    details: Both(
      "A bare line searches, a line with a dot is a command (.help). Lines may also come from a pipe.",
      "Une ligne nue cherche, une ligne à point est une commande (.aide). Les lignes peuvent venir d'un tube."),
    examples: [
      .init("kb shell", "at a terminal", "dans un terminal"),
      .init("echo 'country:china' | kb shell --format json", "from a script", "depuis un script"),
    ],
    run: { invocation, context in start(invocation, context) })

  static func start(_ invocation: Invocation, _ context: Context) -> ExitStatus {
    let limit = invocation.number(.limit) ?? context.configuredLimit
    let shell = Shell(context, format: context.format(invocation), limit: max(1, limit))
    shell.order = invocation[.sort].flatMap { .init(rawValue: $0) }
    return shell.run()
  }
}
