/// A way to print results. To add one: write its function, declare it here; parsing, help and completion follow.
struct OutputFormat: Sendable {
  let name: String
  let aliases: [String]
  let help: Both
  let write: @Sendable (Listing, Page) -> Void

  static let all: [OutputFormat] = [
    OutputFormat(
      name: "cards", aliases: ["fiches"], help: Both("numbered cards, for reading", "fiches numérotées, pour lire"),
      write: CardsFormat.write),
    OutputFormat(
      name: "table", aliases: ["tableau"], help: Both("columns fitted to the width", "colonnes ajustées à la largeur"),
      write: TableFormat.write),
    OutputFormat(
      name: "json", aliases: [], help: Both("one JSON object", "un objet JSON"), write: JSONFormat.write),
    OutputFormat(
      name: "jsonl", aliases: ["ndjson"], help: Both("one JSON object a line", "un objet JSON par ligne"),
      write: JSONFormat.writeLines),
    OutputFormat(
      name: "csv", aliases: [], help: Both("comma-separated (RFC 4180)", "séparé par des virgules (RFC 4180)"),
      write: SeparatedFormat.writeCSV),
    OutputFormat(
      name: "tsv", aliases: [], help: Both("tab-separated, a record a line", "séparé par des tabulations"),
      write: SeparatedFormat.writeTSV),
    OutputFormat(
      name: "markdown", aliases: ["md"], help: Both("a Markdown table", "un tableau Markdown"),
      write: MarkdownFormat.write),
  ]

  static let choices: [ValueKind.Choice] = all.map {
    ValueKind.Choice(code: $0.name, aliases: $0.aliases, help: $0.help)
  }

  /// Made for eyes rather than programs: may be followed by counts and hints.
  var isForReading: Bool { name == "cards" || name == "table" }

  static func named(_ name: String) -> OutputFormat? { all.first { $0.name == name || $0.aliases.contains(name) } }
}
