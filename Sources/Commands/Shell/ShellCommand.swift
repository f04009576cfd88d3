import KnowledgeBase

/// A command of the shell, declared once: recognition, help and completion come from here. To add one, write it
/// into `ShellCommandTable`.
struct ShellCommand: Sendable {
  typealias Body = @Sendable (Shell, String) throws(KnowledgeBaseError) -> Void

  /// Without the dot: the English name, then the French one, then others.
  let names: [String]
  let argument: Both
  /// What completion offers for the argument.
  let completion: Completion.Source
  let summary: Both
  let run: Body

  init(
    _ names: String..., argument: Both = Both("", ""), completing completion: Completion.Source = .nothing,
    summary: Both, run: @escaping Body
  ) {
    self.names = names
    self.argument = argument
    self.completion = completion
    self.summary = summary
    self.run = run
  }

  static func named(_ name: String) -> ShellCommand? {
    let wanted = Matching.folded(name)
    return ShellCommandTable.all.first { $0.names.contains { Matching.folded($0) == wanted } }
  }

  static func suggestions(for name: String) -> [String] {
    Matching.nearest(to: name, among: ShellCommandTable.all.flatMap(\.names)).map { "." + $0 }
  }
}
