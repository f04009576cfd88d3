import Glibc

/// `kb` alone: the shell at a terminal, else a word on how to begin.
enum NoCommand {
  static func run(_ invocation: Invocation, _ context: Context) throws -> ExitStatus {
    HelpText.write(.front, to: context.page())
    return .usage
  }
}
