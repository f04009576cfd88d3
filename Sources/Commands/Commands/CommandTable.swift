/// All commands, in the order of help. To add one: a file with its declaration, and a line here.
enum CommandTable {
  static let all: [CommandDeclaration] = [
    ExtractCommand.declaration,
    ConfigCommand.declaration,
    CompletionsCommand.declaration,
    ManCommand.declaration,
    HelpCommand.declaration,
  ]
}
