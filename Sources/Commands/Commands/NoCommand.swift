import Glibc

/// `kb` alone: the shell at a terminal, else a word on how to begin.
enum NoCommand {
  static func run(_ invocation: Invocation, _ context: Context) -> ExitStatus {
    guard context.hasStore else {
      context.output.write(line: Words.store.firstSteps.text(context.language))
      return .done
    }
    if isatty(0) == 1, context.output.isTerminal { return ShellStarter.start(invocation, context) }
    context.report(Words.error.noCommand.text(context.language))
    context.note(Words.help.seeHelp.text(context.language, "kb help"))
    return .usage
  }
}
