/// A command, declared once: parsing, help, completion and man pages all come from here.
struct CommandDeclaration: Sendable {
  let name: String
  /// Other spellings, the French one first.
  let aliases: [String]
  let arguments: [Argument]
  let options: [OptionName]
  /// One line.
  let summary: Both
  /// What more there is to know; shown after the options.
  let details: Both?
  let examples: [Example]
  let run: @Sendable (Invocation, Context) throws -> ExitStatus

  init(
    _ name: String, aliases: [String] = [], arguments: [Argument] = [], options: [OptionName] = [], summary: Both,
    details: Both? = nil, examples: [Example],
    run: @escaping @Sendable (Invocation, Context) throws -> ExitStatus
  ) {
    self.name = name
    self.aliases = aliases
    self.arguments = arguments
    self.options = options
    self.summary = summary
    self.details = details
    self.examples = examples
    self.run = run
  }

  /// What stands after the command's name.
  struct Argument: Sendable {
    let name: Both
    let value: ValueKind
    /// How many there may be.
    let count: ClosedRange<Int>

    static func one(_ name: Both, _ value: ValueKind) -> Argument { Argument(name: name, value: value, count: 1...1) }
    static func optional(_ name: Both, _ value: ValueKind) -> Argument {
      Argument(name: name, value: value, count: 0...1)
    }
    static func many(_ name: Both, _ value: ValueKind, atLeast minimum: Int = 1) -> Argument {
      Argument(name: name, value: value, count: minimum...Int.max)
    }
  }

  /// A command line that works, and what it does.
  struct Example: Sendable {
    let line: String
    let says: Both

    init(_ line: String, _ english: String, _ french: String) {
      self.line = line
      says = Both(english, french)
    }
  }

  /// Options of this command and those that every command takes.
  var allOptions: [OptionDeclaration] {
    options.compactMap(OptionTable.declaration) + OptionTable.global
  }

  func accepts(_ option: OptionName) -> Bool {
    options.contains(option) || OptionTable.global.contains { $0.id == option }
  }
}
