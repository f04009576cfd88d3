import Communique

/// Prints a page of help at a terminal.
enum HelpText {
  static func write(_ page: HelpPage, to target: Page) {
    let language = target.context.language
    target.output.write(line: target.style.paint(page.title.text(language), .title))
    for section in page.sections {
      target.output.write(line: "")
      target.output.write(line: target.style.paint(section.heading.text(language), .title))
      write(section.entries, to: target)
    }
  }

  private static func write(_ entries: [HelpPage.Entry], to page: Page) {
    let language = page.context.language
    let widest = entries.map { DisplayWidth.of(term($0, language)) }.max() ?? 0
    let column = min(widest, 44) + 4
    for entry in entries {
      switch entry {
      case .paragraph(let text):
        for line in Wrapping.lines(text.text(language), width: page.width - 2) { page.output.write(line: "  " + line) }
      case .verbatim(let text): page.output.write(line: "  " + text)
      case .example(_, let says), .term(_, let says):
        write(term(entry, language), says.text(language), column: column, to: page)
      }
    }
  }

  private static func write(_ term: String, _ meaning: String, column: Int, to page: Page) {
    let lines = Wrapping.lines(meaning, width: max(24, page.width - column))
    var start = "  " + page.style.paint(term, .label)
    let used = 2 + DisplayWidth.of(term)
    if used + 2 > column {
      page.output.write(line: start)
      start = String(repeating: " ", count: column)
    } else {
      start += String(repeating: " ", count: column - used)
    }
    for (index, line) in lines.enumerated() {
      page.output.write(line: (index == 0 ? start : String(repeating: " ", count: column)) + line)
    }
  }

  private static func term(_ entry: HelpPage.Entry, _ language: Language) -> String {
    switch entry {
    case .example(let line, _): line
    case .term(let term, _): term.text(language)
    case .paragraph, .verbatim: ""
    }
  }
}
