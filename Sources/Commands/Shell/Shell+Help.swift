import Communique
import KnowledgeBase
import Vocabulary

extension Shell {
  /// `.help`: one screen; `.help TOPIC`: a command of the shell, or a page of `kb help`.
  func help(_ topic: String) throws(KnowledgeBaseError) {
    let name = topic.hasPrefix(".") ? String(topic.dropFirst()) : topic
    if name.isEmpty { return try writeOverview() }
    if let page = HelpTopic.named(name)?.page { return HelpText.write(page, to: context.page()) }
    guard let command = ShellCommand.named(name) else {
      let topics = HelpTopic.all.map(\.name)
      let near = Matching.nearest(to: name, among: topics + ShellCommandTable.all.flatMap(\.names))
      return fail(context.messages.text(.unknownHelp(topic, suggestions: near, topics: topics)))
    }
    let spelled = command.names.map { "." + $0 }.joined(separator: ", ")
    context.output.write(line: spelled + " " + command.argument.text(context.language))
    context.output.write(line: "  " + command.summary.text(context.language))
  }

  private func writeOverview() throws(KnowledgeBaseError) {
    let language = context.language
    let page = context.page()
    page.output.write(line: page.style.paint(Words.shell.helpTitle.text(language), .title))
    for example in try examples() { page.output.write(line: "  " + page.style.paint(example, .label)) }
    page.output.write(line: page.style.paint(Words.shell.helpCommands.text(language), .title))
    writeCommands(to: page)
    page.output.write(line: Words.shell.helpMore.text(language))
  }

  /// Two columns where they fit: the overview is to stay on one screen.
  private func writeCommands(to page: Page) {
    let language = context.language
    let heads = ShellCommandTable.all.map { command in
      let name = language == .french && command.names.count > 1 ? command.names[1] : command.names[0]
      return "." + name + " " + command.argument.text(language)
    }
    let column = (heads.map { DisplayWidth.of($0) }.max() ?? 0) + 1
    let entries = zip(heads, ShellCommandTable.all).map { $0.padded(to: column) + $1.summary.text(language) }
    let widest = entries.map { DisplayWidth.of($0) }.max() ?? 0
    let columns = page.width >= 2 * widest + 4 ? 2 : 1
    let rows = (entries.count + columns - 1) / columns
    for row in 0..<rows {
      let cells = stride(from: row, to: entries.count, by: rows).map { entries[$0].padded(to: widest + 1) }
      page.output.write(line: "  " + TableFormat.trimmed(cells.joined()))
    }
  }

  /// Questions that find something in this very store, in the interface language.
  private func examples() throws(KnowledgeBaseError) -> [String] {
    let isFrench = context.language == .french
    guard let store, let country = try store.countries().first?.values.first,
      let domain = try store.domains().first?.values.first
    else {
      return isFrench
        ? ["exemption de visa", "pays:kazakhstan domaine:énergie date:2022"]
        : ["visa exemption", "country:kazakhstan domain:energy date:2022"]
    }
    let byCountry = FacetNames.condition(country, of: .country, context.language)
    let byDomain = FacetNames.condition(domain, of: .domain, context.language)
    let year = try store.facets([.year]).rows.first?.values.first ?? "2022"
    let firm = FacetNames.condition(">=committed", of: .strength, context.language)
    return [byCountry + " " + byDomain, byDomain + " date:" + year + " " + firm]
  }
}
