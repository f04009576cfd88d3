import Communique
import Glibc
import KnowledgeBase

/// The `communique>` shell: a bare line searches, a line that starts with a dot is a command.
final class Shell {
  let context: Context
  /// Null where there is none yet.
  private(set) var store: KnowledgeBase?
  var format: OutputFormat
  /// Null: what suits the question.
  var order: Order?
  var limit: Int
  var isDone = false

  /// The question on show, and those before it.
  var request: SearchRequest?
  var trail: [SearchRequest] = []
  var result: SearchResult?
  /// The results seen of the question on show, by the numbers on their cards.
  var seen: [Int: StoredAgreement] = [:]

  var history: History
  private var lines: any LineSource
  let isInteractive: Bool
  /// Nested `.read` files must not call each other for ever.
  private var depth = 0
  /// Whether a line of a script could not be understood.
  private(set) var hasFailed = false

  init(_ context: Context, format: OutputFormat, limit: Int) {
    self.context = context
    self.format = format
    self.limit = limit
    isInteractive = isatty(0) == 1
    history = History(context.environment)
    lines = PlainLines(prompts: isInteractive ? context.output : nil)
    let canEdit = isInteractive && context.output.isTerminal && context.environment["TERM"] != "dumb"
    if canEdit, let edited = EditedLines(completer: { [unowned self] in completion(of: $0) }) {
      edited.setHistory(history.entries)
      lines = edited
    }
  }

  /// Reads lines until the end of input or `.quit`.
  func run() -> ExitStatus {
    open()
    if isInteractive { greet() }
    while !isDone {
      context.finish()
      if context.output.isClosed { break }
      switch lines.next(prompt: "communique> ") {
      case .line(let line): take(line)
      case .interrupted: context.output.write(line: "")
      case .end:
        if isInteractive { context.output.write(line: "") }
        isDone = true
      }
    }
    context.finish()
    return hasFailed && !isInteractive ? .usage : .done
  }

  private func take(_ line: String) {
    let text = Sanitising.oneLine(line)
    guard !text.isEmpty else { return }
    if isInteractive {
      history.add(text)
      lines.setHistory(history.entries)
    }
    // Ctrl-C stops the running call and leaves the shell standing.
    Interruption.cooperate(stopping: store?.interrupter)
    execute(text)
  }

  /// Runs one line.
  func execute(_ text: String) {
    do throws(KnowledgeBaseError) {
      if text.hasPrefix(".") {
        try runCommand(text)
      } else if isInteractive, let command = Self.bareCommands[Matching.folded(text)] {
        try runCommand(command)
      } else {
        try search(text)
      }
    } catch .interrupted {
      context.note(Words.store.interrupted.text(context.language))
    } catch {
      fail(context.messages.text(error))
    }
  }

  /// Newcomers type these without a dot, as in other shells.
  private static let bareCommands = [
    "help": ".help", "aide": ".help", "?": ".help", "quit": ".quit", "exit": ".quit", "quitter": ".quit",
  ]

  private func runCommand(_ text: String) throws(KnowledgeBaseError) {
    let parts = text.dropFirst().split(separator: " ", maxSplits: 1)
    let name = parts.first.map(String.init) ?? ""
    guard let command = ShellCommand.named(name) else {
      let hint = context.messages.didYouMean(ShellCommand.suggestions(for: name)).map { " " + $0 } ?? ""
      return fail(Words.shell.unknownCommand.text(context.language, "." + name) + hint)
    }
    try command.run(self, parts.count > 1 ? String(parts[1]) : "")
  }
}

extension Shell {
  /// Something that the user typed cannot be done.
  func fail(_ message: String) {
    hasFailed = true
    context.report(message)
  }

  func fail(_ message: Both, _ values: String...) { fail(message.filled(context.language, values)) }

  /// A question that cannot be understood.
  func fail(_ failure: QueryBuilder.Failure) {
    hasFailed = true
    _ = context.report(failure)
  }

  func say(_ message: Both, _ values: String...) {
    if isInteractive { context.note(message.filled(context.language, values)) }
  }

  /// The store; one that was made meanwhile is opened.
  func opened() throws(KnowledgeBaseError) -> KnowledgeBase {
    if let store { return store }
    let opened = try context.openStore()
    store = opened
    Interruption.cooperate(stopping: opened.interrupter)
    return opened
  }

  /// Shows versions as is now set; results of the question on show keep their numbers.
  func showVersions() { store?.versions = context.versions }

  /// Forgets the open store, for a change of its file.
  func close() {
    Interruption.cooperate(stopping: nil)
    store = nil
  }

  private func open() {
    guard context.hasStore else { return }
    do throws(KnowledgeBaseError) {
      _ = try opened()
    } catch {
      _ = context.report(error)
    }
  }

  private func greet() {
    let language = context.language
    guard let store else {
      if !context.hasStore { context.output.write(line: Words.shell.noStore.text(language)) }
      return
    }
    let count = (try? store.count(.everything)) ?? 0
    let size = count == 0 ? Words.store.emptyStore.text(language) : Words.result.agreements.text(language, count)
    context.output.write(line: Words.shell.greeting.text(language, Version.kb, size))
    if let vocabulary = try? store.vocabulary(), vocabulary.index != vocabulary.program {
      context.note(Words.store.otherVocabulary.text(language))
    }
  }

  /// Results, to wherever `.output` sends them.
  func write(_ listing: Listing) { format.write(listing, context.page()) }

  /// Runs the lines of a file.
  func read(_ path: String) {
    guard !path.isEmpty else { return fail(Words.shell.needsPath, ".read") }
    guard depth < 10 else { return }
    do throws(FileError) {
      let text = try SourceFile.text(at: Paths.expanded(path, context.environment))
      depth += 1
      for line in text.split(separator: "\n") where !isDone {
        let line = Sanitising.oneLine(String(line))
        if !line.isEmpty, !line.hasPrefix("#") { execute(line) }
        if Interruption.takeRequest() { break }
      }
      depth -= 1
    } catch {
      fail(context.messages.text(error))
    }
  }
}
