/// A page of help as data: the terminal, the manual page and the JSON description all print from it.
struct HelpPage: Sendable {
  struct Section: Sendable {
    let heading: Both
    let entries: [Entry]
  }

  enum Entry: Sendable {
    case paragraph(Both)
    /// Something to type and what it does.
    case example(String, Both)
    /// A term and its meaning.
    case term(Both, Both)
    /// As it is, line by line.
    case verbatim(String)
  }

  let title: Both
  let sections: [Section]
}

extension HelpPage {
  /// The help of a command: examples first.
  init(_ command: CommandDeclaration) {
    let words = Words.help
    var sections = [
      Section(heading: words.examples, entries: command.examples.map { .example($0.line, $0.says) }),
      Section(heading: words.usage, entries: [.verbatim(Self.usage(command))]),
    ]
    if let details = command.details {
      sections.append(Section(heading: words.details, entries: [.paragraph(details)]))
    }
    let options = command.options.compactMap(OptionTable.declaration)
    if !options.isEmpty { sections.append(Section(heading: words.options, entries: options.map(Self.entry))) }
    sections.append(Section(heading: words.globalOptions, entries: OptionTable.global.map(Self.entry)))
    if !command.aliases.isEmpty {
      let names = command.aliases.joined(separator: ", ")
      sections.append(Section(heading: words.alsoCalled, entries: [.paragraph(Both(names, names))]))
    }
    self.init(
      title: Both("kb \(command.name): \(command.summary.english)", "kb \(command.name) : \(command.summary.french)"),
      sections: sections)
  }

  /// "kb query [WORDS…] [OPTION]…"
  static func usage(_ command: CommandDeclaration) -> String {
    let arguments = command.arguments.map { argument in
      let name = argument.name.english + (argument.count.upperBound > 1 ? "…" : "")
      return argument.count.lowerBound == 0 ? "[\(name)]" : name
    }
    return (["kb", command.name] + arguments + ["[OPTION]…"]).joined(separator: " ")
  }

  static func entry(_ option: OptionDeclaration) -> Entry {
    .term(Both(spelling(option, isFrench: false), spelling(option, isFrench: true)), option.help)
  }

  /// "-c, --country COUNTRY"; in French "-c, --pays, --country PAYS".
  private static func spelling(_ option: OptionDeclaration, isFrench: Bool) -> String {
    let others = option.names.filter { $0 != option.frenchName }
    let names = isFrench ? (option.frenchName.map { [$0] } ?? []) + [others[0]] : others.prefix(2) + []
    let short = option.short.map { "-\($0), " } ?? ""
    let value = option.value.map { " " + (isFrench ? $0.placeholder.french : $0.placeholder.english) } ?? ""
    return short + names.map { "--" + $0 }.joined(separator: ", ") + value
  }
}
