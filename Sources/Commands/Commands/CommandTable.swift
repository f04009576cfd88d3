/// All commands, in the order of help. To add one: a file with its declaration, and a line here.
enum CommandTable {
  static let all: [CommandDeclaration] = [
    IngestCommand.declaration,
    QueryCommand.declaration,
    ShowCommand.declaration,
    ExplainCommand.declaration,
    CompareCommand.declaration,
    DiffCommand.declaration,
    HistoryCommand.declaration,
    LinkCommand.declaration,
    UnlinkCommand.declaration,
    DocumentsCommand.declaration,
    CountriesCommand.declaration,
    DomainsCommand.declaration,
    FacetsCommand.declaration,
    ShellStarter.declaration,
    ExtractCommand.declaration,
    RemoveCommand.declaration,
    BackupCommand.declaration,
    ExportCommand.declaration,
    ImportCommand.declaration,
    DoctorCommand.declaration,
    ConfigCommand.declaration,
    CompletionsCommand.declaration,
    ManCommand.declaration,
    HelpCommand.declaration,
  ]
}
