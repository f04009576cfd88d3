/// Turns the words of a command line into an `Invocation`.
///
/// Options stand anywhere, before or after the command: `--name value`, `--name=value`, `-n 5`, `-n5`, and switches
/// in clusters (`-qx`). After `--` everything is an argument. A lone `-` is an argument (standard input).
struct CommandLineParser {
  let commands: [CommandDeclaration]
  var words: ArraySlice<String>
  private var invocation = Invocation()

  static func parse(
    _ arguments: [String], commands: [CommandDeclaration] = CommandTable.all
  ) throws(UsageError) -> Invocation {
    var parser = CommandLineParser(commands: commands, words: arguments[...])
    do {
      try parser.run()
    } catch {
      throw UsageError(error, command: parser.invocation.command?.name)
    }
    return parser.invocation
  }

  private mutating func run() throws(UsageError.Problem) {
    while let word = words.popFirst() {
      if word == "--" {
        while let argument = words.popFirst() { try take(argument: argument) }
      } else if word.hasPrefix("--") {
        try take(long: String(word.dropFirst(2)))
      } else if word.hasPrefix("-"), word != "-", !isNegation(word) {
        try take(shorts: word.dropFirst())
      } else {
        try take(argument: word)
      }
    }
    try checkOptions()
    try checkArguments()
  }

  /// `-visa` after `kb query` is a word to leave out, unless `v` is an option: the query language comes first for
  /// anything longer than a cluster of known options.
  private func isNegation(_ word: String) -> Bool {
    guard invocation.command?.name == "query" else { return false }
    return word.dropFirst().first.map { option(short: $0) == nil } ?? false || word.contains(":")
  }

  private mutating func take(argument: String) throws(UsageError.Problem) {
    guard invocation.command == nil else { return invocation.arguments.append(argument) }
    guard let command = Self.command(named: argument, among: commands) else {
      throw .unknownCommand(argument, suggestions: suggestions(forCommand: argument))
    }
    invocation.command = command
    // Options that came before it are now known to be its own.
    for (option, spelling) in invocation.spellings where !command.accepts(option) {
      guard spelling.hasPrefix("--"), let own = self.option(long: String(spelling.dropFirst(2))), own.id != option
      else { continue }
      invocation.move(option, to: own.id)
    }
  }

  private mutating func take(long text: String) throws(UsageError.Problem) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let spelling = "--" + name
    guard let option = option(long: name) else {
      throw .unknownOption(spelling, suggestions: suggestions(forOption: name))
    }
    let attached = parts.count > 1 ? String(parts[1]) : nil
    try take(option, spelling: spelling, attached: attached)
  }

  private mutating func take(shorts cluster: Substring) throws(UsageError.Problem) {
    var rest = cluster
    while let letter = rest.popFirst() {
      let spelling = "-" + String(letter)
      guard let option = option(short: letter) else { throw .unknownOption("-" + cluster, suggestions: []) }
      guard option.value != nil else {
        try take(option, spelling: spelling, attached: nil)
        continue
      }
      let attached = rest.first == "=" ? rest.dropFirst() : rest
      return try take(option, spelling: spelling, attached: attached.isEmpty ? nil : String(attached))
    }
  }

  private mutating func take(
    _ option: OptionDeclaration, spelling: String, attached: String?
  ) throws(UsageError.Problem) {
    guard let kind = option.value else {
      if attached != nil { throw .unwantedValue(option: spelling) }
      return invocation.add("", to: option.id, spelled: spelling)
    }
    guard let value = attached ?? words.popFirst() else { throw .missingValue(option: spelling) }
    do {
      invocation.add(try kind.accept(value), to: option.id, spelled: spelling)
    } catch {
      throw .badValue(option: spelling, error)
    }
  }
}

extension CommandLineParser {
  private func checkOptions() throws(UsageError.Problem) {
    guard let command = invocation.command, !invocation.has(.help), !invocation.has(.version) else { return }
    let given = invocation.spellings.sorted { $0.value < $1.value }
    for (option, spelling) in given where !command.accepts(option) {
      throw .notForCommand(option: spelling, command: command.name)
    }
  }

  private func checkArguments() throws(UsageError.Problem) {
    guard let command = invocation.command, !invocation.has(.help), !invocation.has(.version) else { return }
    let minimum = command.arguments.reduce(0) { $0 + $1.count.lowerBound }
    let isOpen = command.arguments.contains { $0.count.upperBound == Int.max }
    if invocation.arguments.count < minimum {
      let missing = command.arguments.first { $0.count.lowerBound > 0 }
      throw .missingArgument(missing?.name ?? Both("", ""), command: command.name)
    }
    let maximum = command.arguments.reduce(0) { $0 + min($1.count.upperBound, 1 << 20) }
    if !isOpen, invocation.arguments.count > maximum {
      throw .tooManyArguments(invocation.arguments[maximum], command: command.name)
    }
  }

  private func option(long name: String) -> OptionDeclaration? {
    let wanted = Matching.folded(name)
    return known.first { $0.names.contains(wanted) }
  }

  private func option(short letter: Character) -> OptionDeclaration? {
    known.first { $0.short == letter }
  }

  /// The options of the command come first: another may use a spelling for something else.
  private var known: [OptionDeclaration] { (invocation.command?.allOptions ?? []) + OptionTable.all }

  static func command(named name: String, among commands: [CommandDeclaration]) -> CommandDeclaration? {
    let wanted = Matching.folded(name)
    return commands.first { $0.name == wanted || $0.aliases.contains(wanted) }
  }

  private func suggestions(forCommand name: String) -> [String] {
    Matching.nearest(to: name, among: commands.flatMap { [$0.name] + $0.aliases })
  }

  private func suggestions(forOption name: String) -> [String] {
    let known = invocation.command?.allOptions ?? OptionTable.all
    return Matching.nearest(to: name, among: known.flatMap(\.names)).map { "--" + $0 }
  }
}
