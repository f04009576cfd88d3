import Glibc

/// The program: from the words of a command line to an exit status.
public enum Kb {
  /// Runs a command line (without the program's name) on the process's own input and output.
  public static func main(_ arguments: [String]) -> Int32 {
    // A reader that goes away shows as EPIPE, which `Output` takes for what it is.
    signal(SIGPIPE, SIG_IGN)
    // A limit on the size of files shows as EFBIG: an error to tell, not an end without a word.
    signal(SIGXFSZ, SIG_IGN)
    let output = Output(descriptor: 1)
    let errors = Output(descriptor: 2)
    let status = run(arguments, environment: Environment(), output: output, errors: errors)
    output.flush()
    errors.flush()
    return status.rawValue
  }

  static func run(_ arguments: [String], environment: Environment, output: Output, errors: Output) -> ExitStatus {
    do throws(UsageError) {
      let invocation = try CommandLineParser.parse(arguments)
      let context = Context(invocation, environment: environment, output: output, errors: errors)
      return run(invocation, context)
    } catch {
      let context = Context(languageOnly(of: arguments), environment: environment, output: output, errors: errors)
      return report(error, context)
    }
  }

  private static func run(_ invocation: Invocation, _ context: Context) -> ExitStatus {
    for problem in context.configuration.problems {
      context.note(context.messages.text(problem, path: Paths.configuration(context.environment)))
    }
    let status = runReporting(invocation, context)
    context.finish()
    if let code = context.output.failure {
      context.report(Words.error.cannotWrite.text(context.language, String(cString: strerror(code))))
      return .failure
    }
    return status
  }

  private static func runReporting(_ invocation: Invocation, _ context: Context) -> ExitStatus {
    do {
      if invocation.has(.version) { return VersionLine.write(context) }
      if invocation.has(.help) { return try HelpCommand.run(on: invocation.command?.name, context) }
      guard let command = invocation.command else { return NoCommand.run(invocation, context) }
      return try command.run(invocation, context)
    } catch let error as UsageError {
      return report(error, context)
    } catch {
      context.report("\(error)")
      return .failure
    }
  }

  private static func report(_ error: UsageError, _ context: Context) -> ExitStatus {
    context.report(context.messages.text(error.problem))
    let help = error.command.map { "kb \($0) --help" } ?? "kb --help"
    context.note(Words.help.seeHelp.text(context.language, help))
    return .usage
  }

  /// What can be known of a command line that cannot be understood: in which language to say so.
  private static func languageOnly(of arguments: [String]) -> Invocation {
    var invocation = Invocation()
    for (index, word) in arguments.enumerated() {
      if word == "--lang", index + 1 < arguments.count { invocation.add(arguments[index + 1], to: .lang) }
      if word.hasPrefix("--lang=") { invocation.add(String(word.dropFirst(7)), to: .lang) }
    }
    return invocation
  }
}
