import Communique

/// The manual page kb(1), in roff.
enum ManPage {
  static func text(_ language: Language) -> String {
    var lines = [
      ".\\\" Made by `kb man`; do not edit.",
      ".TH KB 1 \"\" \"kb \(Version.kb)\"",
      ".SH " + heading(Both("Name", "Nom"), language),
      "kb \\- "
        + escaped(
          Both("knowledge base of diplomatic communiqués", "base de connaissances des communiqués diplomatiques").text(
            language)),
      ".SH " + heading(Words.help.usage, language),
      "\\fBkb\\fR [\\fIOPTION\\fR]… \\fICOMMAND\\fR …",
    ]
    lines += sections(of: .front, language)
    lines.append(".SH " + heading(Words.help.commands, language))
    for command in CommandTable.all { lines += self.command(command, language) }
    for topic in HelpTopic.all { lines += sections(of: topic.page, language) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func command(_ command: CommandDeclaration, _ language: Language) -> [String] {
    let page = HelpPage(command)
    var lines = [".SS " + escaped(HelpPage.usage(command)), escaped(command.summary.text(language)) + "."]
    // The options of every command stand once, at the top.
    for section in page.sections
    where section.heading != Words.help.usage && section.heading != Words.help.globalOptions {
      lines += [".PP", "\\fI" + escaped(section.heading.text(language)) + "\\fR"]
      lines += section.entries.flatMap { entry($0, language) }
    }
    return lines
  }

  private static func sections(of page: HelpPage, _ language: Language) -> [String] {
    page.sections.filter { $0.heading != Words.help.commands }.flatMap { section in
      [".SH " + heading(section.heading, language)] + section.entries.flatMap { entry($0, language) }
    }
  }

  private static func entry(_ entry: HelpPage.Entry, _ language: Language) -> [String] {
    switch entry {
    case .paragraph(let text): [".PP", escaped(text.text(language))]
    case .verbatim(let text): [".PP", "\\fB" + escaped(text) + "\\fR"]
    case .example(let line, let says): [".TP", "\\fB" + escaped(line) + "\\fR", escaped(says.text(language))]
    case .term(let term, let meaning):
      [".TP", "\\fB" + escaped(term.text(language)) + "\\fR", escaped(meaning.text(language))]
    }
  }

  private static func heading(_ both: Both, _ language: Language) -> String {
    escaped(both.text(language)).uppercased()
  }

  /// Backslashes, hyphens (which roff would print as dashes) and leading dots and quotes, which start requests.
  private static func escaped(_ text: String) -> String {
    let safe = text.replacing("\\", by: "\\e").replacing("-", by: "\\-")
    return safe.hasPrefix(".") || safe.hasPrefix("'") ? "\\&" + safe : safe
  }
}
