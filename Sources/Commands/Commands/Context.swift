import Communique
import Glibc
import KnowledgeBase

/// What a command works with: where it prints, in which language, with which settings.
final class Context {
  let environment: Environment
  private(set) var output: Output
  private let standardOutput: Output
  let errors: Output
  var language: Language
  var style: Style
  /// How messages to standard error are set off: that end may be a terminal when the other is not.
  let errorStyle: Style
  let isQuiet: Bool
  let configuration: Configuration
  /// The file of the store.
  let storePath: String
  /// Nobody named the store: where it is missing, the user may be new.
  let storeIsDefault: Bool
  /// How agreements that stand in several documents are shown.
  var versions: Versions { showsAllVersions ? .each : .once(language) }
  var showsAllVersions: Bool
  private let isPaging: Bool

  init(_ invocation: Invocation, environment: Environment, output: Output, errors: Output) {
    self.environment = environment
    self.output = output
    standardOutput = output
    self.errors = errors
    configuration = Configuration.read(environment)
    language = InterfaceLanguage.chosen(
      flag: invocation[.lang], environment: environment, configured: configuration["lang"])
    let color = invocation.has(.noColor) ? "never" : invocation[.color] ?? configuration["color"]
    style = Style.chosen(flag: color, output: output, environment: environment)
    errorStyle = Style.chosen(flag: color, output: errors, environment: environment)
    isQuiet = invocation.has(.quiet)
    storePath = Paths.store(flag: invocation[.database], environment, configured: configuration["database"])
    storeIsDefault = invocation[.database] == nil && environment.nonEmpty("KB_DATABASE") == nil
    showsAllVersions = invocation.has(.allVersions)
    isPaging = output.isTerminal && !invocation.has(.noPager) && environment["TERM"] != "dumb"
    output.isHolding = isPaging
  }

  var messages: Messages { Messages(language: language) }

  /// An error, to standard error.
  func report(_ text: String) {
    output.flush()
    errors.write(line: errorStyle.paint(Words.error.prefix.text(language), .error) + Sanitising.text(text))
    errors.flush()
  }

  /// A message that is no error and that `--quiet` silences.
  func note(_ text: String) {
    guard !isQuiet else { return }
    output.flush()
    errors.write(line: Sanitising.text(text))
    errors.flush()
  }

  /// A page of the output's width; unlimited where nobody looks at it.
  func page(showsHeader: Bool = true) -> Page {
    let width = output.isTerminal ? TerminalSize.current(of: 1, environment: environment).columns : 100
    return Page(
      output: output, style: output === standardOutput ? style : .plain, context: self, width: width,
      showsHeader: showsHeader)
  }

  /// The page of a command that sets wordings out.
  func sheetPage(_ invocation: Invocation) -> Page { page(showsHeader: !invocation.has(.noHeader)) }

  /// Shows what a command printed: through the pager where it is longer than the screen.
  func finish() {
    defer { output.flush() }
    guard isPaging, output === standardOutput, let command = pagerCommand else { return }
    let size = TerminalSize.current(of: 1, environment: environment)
    guard Pager.isNeeded(for: output.buffer, size: size) else { return }
    if Pager.show(output.buffer, command: command) { output.discard() }
  }

  /// Sends results to a new file until `restoreOutput`; false where it cannot be made.
  func redirectOutput(to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { return false }
    restoreOutput()
    output = Output(descriptor: descriptor, closesAtEnd: true)
    return true
  }

  func restoreOutput() {
    output.flush()
    output = standardOutput
  }

  /// $PAGER, else the settings, else `less`; null where one of them says "none" by being empty, or `cat`.
  private var pagerCommand: String? {
    let command = environment["PAGER"] ?? configuration["pager"] ?? Pager.standard
    return command.isEmpty || command == "cat" ? nil : command
  }

  /// The format asked for, else the default for where the output goes.
  func format(_ invocation: Invocation) -> OutputFormat {
    let name = invocation[.format] ?? (output.isTerminal ? configuration["format"] ?? "cards" : "tsv")
    return OutputFormat.named(name) ?? OutputFormat.all[0]
  }
}
