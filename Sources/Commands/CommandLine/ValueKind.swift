/// What may follow an option or stand as an argument: decides checking, help and completion.
enum ValueKind: Sendable {
  /// Any text.
  case text(Both)
  case file
  case path
  /// A whole number of at least `minimum`.
  case number(minimum: Int)
  /// One of a closed list.
  case choice([Choice])
  /// Checked by the query language: names, labels, codes, dates in both languages.
  case country, domain, date, publisher

  /// One value of a closed list, with the other words for it.
  struct Choice: Sendable, Hashable {
    let code: String
    let aliases: [String]
    let help: Both

    init(_ code: String, _ aliases: String..., help: Both) {
      self.init(code: code, aliases: aliases, help: help)
    }

    init(code: String, aliases: [String], help: Both) {
      self.code = code
      self.aliases = aliases
      self.help = help
    }
  }

  /// What stands for the value in help: `FILE`, `PAYS`, `fr|en`.
  var placeholder: Both {
    switch self {
    case .text(let name): name
    case .file: Both("FILE", "FICHIER")
    case .path: Both("PATH", "CHEMIN")
    case .number: Both("N", "N")
    case .choice(let choices):
      choices.count <= 3
        ? Both(choices.map(\.code).joined(separator: "|"), choices.map(\.code).joined(separator: "|"))
        : Both("NAME", "NOM")
    case .country: Both("COUNTRY", "PAYS")
    case .domain: Both("DOMAIN", "DOMAINE")
    case .date: Both("DATE", "DATE")
    case .publisher: Both("PUBLISHER", "ÉDITEUR")
    }
  }

  /// The codes of a closed list, in order.
  var codes: [String] {
    if case .choice(let choices) = self { choices.map(\.code) } else { [] }
  }

  /// The value in its canonical form, where the kind alone can tell.
  func accept(_ text: String) throws(UsageError.Problem) -> String {
    switch self {
    case .number(let minimum):
      guard let number = Int(text), number >= minimum else { throw .notANumber(text, minimum: minimum) }
      return String(number)
    case .choice(let choices):
      let wanted = Matching.folded(text)
      for choice in choices where ([choice.code] + choice.aliases).contains(where: { Matching.folded($0) == wanted }) {
        return choice.code
      }
      throw .notAmong(text, allowed: choices.map(\.code), alsoKnown: choices.flatMap(\.aliases))
    default: return text
    }
  }
}
