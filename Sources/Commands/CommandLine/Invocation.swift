/// A command line that has been understood: which command, with which options and arguments.
struct Invocation: Sendable {
  /// Null where only options were given.
  var command: CommandDeclaration?
  var arguments: [String] = []
  private var values: [OptionName: [String]] = [:]

  /// How the user spelled an option, with its dashes: errors name it so.
  private(set) var spellings: [OptionName: String] = [:]

  /// Whether a switch was given.
  func has(_ option: OptionName) -> Bool { values[option] != nil }

  /// The last value given: later flags override earlier ones.
  subscript(option: OptionName) -> String? { values[option]?.last }

  /// All values of an option that may be repeated, in order.
  func all(_ option: OptionName) -> [String] { values[option] ?? [] }

  func number(_ option: OptionName) -> Int? { self[option].flatMap { Int($0) } }

  mutating func add(_ value: String, to option: OptionName, spelled spelling: String) {
    add(value, to: option)
    spellings[option] = spelling
  }

  mutating func add(_ value: String, to option: OptionName) { values[option, default: []].append(value) }

  /// What was taken for one option is another's of the same spelling.
  mutating func move(_ option: OptionName, to other: OptionName) {
    values[other] = values.removeValue(forKey: option)
    spellings[other] = spellings.removeValue(forKey: option)
  }
}
