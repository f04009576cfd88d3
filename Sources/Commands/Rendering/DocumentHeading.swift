import Communique

/// The lines that introduce a communiqué: its title, then publisher, dates and file.
enum DocumentHeading {
  static func write(_ communique: Communique, to page: Page) {
    let labels = Labels(language: page.context.language)
    let title = communique.title ?? Words.label.untitled.text(page.context.language)
    for line in Wrapping.lines(Sanitising.oneLine(title), width: page.width) {
      page.output.write(line: page.style.paint(line, .title))
    }
    let facts = [
      communique.publisher, communique.date.map { labels.date($0) }, labels.language(communique.language),
      communique.file,
    ]
    let line = facts.compactMap { $0 }.map(Sanitising.oneLine).joined(separator: " · ")
    for part in Wrapping.lines(line, width: page.width) { page.output.write(line: page.style.paint(part, .quiet)) }
  }
}
