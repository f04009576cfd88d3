/// A command line that cannot be understood. It carries data; `Messages` words it in the user's language.
struct UsageError: Error {
  enum Problem: Error {
    case unknownCommand(String, suggestions: [String])
    case unknownHelp(String, suggestions: [String], topics: [String])
    case unknownOption(String, suggestions: [String])
    /// The option exists, but this command does not take it.
    case notForCommand(option: String, command: String)
    case missingValue(option: String)
    case unwantedValue(option: String)
    case notANumber(String, minimum: Int)
    case notAmong(String, allowed: [String], alsoKnown: [String])
    case missingArgument(Both, command: String)
    case tooManyArguments(String, command: String)
    /// A value that the option cannot take, for a reason of its own.
    indirect case badValue(option: String, Problem)
    /// Anything else, already worded.
    case other(Both, [String])
  }

  let problem: Problem
  /// The command whose help may clear it up.
  var command: String?

  init(_ problem: Problem, command: String? = nil) {
    self.problem = problem
    self.command = command
  }
}
