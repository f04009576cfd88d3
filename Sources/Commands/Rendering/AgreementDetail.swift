import Communique
import KnowledgeBase
import Vocabulary

/// Everything about one agreement: its paragraph with the agreement marked, its fields, its source.
enum AgreementDetail {
  /// - Parameter originalPage: the page of the original that it is on, where that has pages.
  static func write(_ stored: StoredAgreement, text: String, originalPage: Int?, to page: Page) {
    let labels = Labels(language: page.context.language)
    let width = max(20, min(page.width, 100))
    let heading = AgreementListing.heading(stored.agreement, date: stored.document.date, labels)
      .filter { !$0.text.isEmpty }
    let facts = heading.map { page.style.paint($0.text, $0.role) }.joined(separator: page.style.paint(" · ", .quiet))
    page.output.write(line: page.style.paint("id \(stored.id)", .number) + "  " + facts)
    page.output.write(line: "")
    let paragraph = Paragraph(around: stored.agreement.span, in: text)
    for line in page.style.lines(marked(paragraph), width: width - 2) { page.output.write(line: "  " + line) }
    page.output.write(line: "")
    let place =
      originalPage.map { Words.label.page.text(labels.language, String($0)) }
      ?? Words.label.paragraph.text(labels.language, String(paragraph.number))
    write(fields(stored, place, labels), width: width, to: page)
  }

  /// A paragraph in runs, its span marked; its line ends are the file's, not the reader's.
  static func marked(_ paragraph: Paragraph) -> [Run] {
    Run.marked(paragraph.text, at: [paragraph.span]).map {
      Run(text: Sanitising.text($0.text), isMarked: $0.isMarked)
    }
  }

  /// Labels and values, aligned and wrapped.
  static func write(_ fields: [(label: String, value: String)], width: Int, to page: Page) {
    let column = (fields.map { DisplayWidth.of($0.label) }.max() ?? 0) + 2
    for (label, value) in fields where !value.isEmpty {
      for (index, line) in Wrapping.lines(Sanitising.oneLine(value), width: max(20, width - column - 2)).enumerated() {
        let start =
          index == 0 ? page.style.paint(label.padded(to: column), .label) : String(repeating: " ", count: column)
        page.output.write(line: "  " + start + line)
      }
    }
  }

  private static func fields(
    _ stored: StoredAgreement, _ place: String, _ labels: Labels
  ) -> [(label: String, value: String)] {
    let source = stored.document.file + ", " + place + ", " + labels.bytes(stored.agreement.span)
    let both = fields(of: stored.agreement, labels) + fields(of: stored.document, source, labels)
    return both.map { ($0.0.text(labels.language), $0.1) }
  }

  private static func fields(of agreement: Agreement, _ labels: Labels) -> [(Both, String)] {
    let words = Words.label
    let language = labels.language
    let parties = agreement.parties.map { coded(Names.label($0, in: language), $0.rawValue) }
    let domains = agreement.domains.map { coded(Names.label($0, in: language), $0.rawValue) }
    return [
      (words.parties, parties.joined(separator: ", ")),
      (words.mutuality, labels.mutuality(agreement.mutuality)),
      (words.strength, coded(labels.strength(agreement.strength), agreement.strength.rawValue)),
      (words.kind, labels.kind(agreement.kind)),
      (words.domains, domains.joined(separator: "; ")),
      (words.dueOn, agreement.deadline.map { labels.deadline($0) } ?? ""),
      (words.amounts, agreement.amounts.map { Numbers.shown($0, language) }.joined(separator: "; ")),
      (words.instruments, agreement.instruments.joined(separator: "; ")),
      (words.speaker, agreement.speaker ?? ""),
    ]
  }

  private static func fields(
    of document: StoredDocument, _ source: String, _ labels: Labels
  ) -> [(Both, String)] {
    let words = Words.label
    return [
      (words.title, document.title ?? ""),
      (words.publisher, document.publisher ?? ""),
      (words.language, labels.language(document.language)),
      (words.heldOn, document.heldOn.map { labels.date($0) } ?? ""),
      (words.publishedOn, document.publishedOn.map { labels.date($0) } ?? ""),
      (words.source, source),
      (words.document, String(document.id)),
    ]
  }

  /// A label with the code that stands for it in questions and files.
  private static func coded(_ label: String, _ code: String) -> String {
    label == code ? label : "\(label) (\(code))"
  }
}
