import Communique

/// A communiqué's whole text, marked up: each agreement between numbered brackets with what decided it below,
/// each passage that was set aside with the reason.
enum MarkedText {
  static func write(_ communique: Communique, to page: Page) {
    DocumentHeading.write(communique, to: page)
    page.output.write(line: "")
    let text = Array(communique.text.utf8)
    var position = 0
    for mark in marks(of: communique) where mark.span.lowerBound >= position && mark.span.upperBound <= text.count {
      page.output.write(shown(text[position..<mark.span.lowerBound]))
      page.output.write(page.style.paint(mark.before, mark.role))
      let inside = shown(text[mark.span])
      page.output.write(mark.isQuiet ? page.style.paint(inside, .quiet) : inside)
      page.output.write(page.style.paint(mark.after, mark.role))
      position = mark.span.upperBound
    }
    page.output.write(shown(text[min(position, text.count)...]))
    page.output.write(line: "")
    writeReasons(communique, to: page)
  }

  private struct Mark {
    let span: Range<Int>
    let before: String
    let after: String
    let role: Style.Role
    let isQuiet: Bool
  }

  private static func marks(of communique: Communique) -> [Mark] {
    let agreements = communique.agreements.enumerated().map { index, agreement in
      Mark(span: agreement.span, before: "[\(index + 1)> ", after: " <\(index + 1)]", role: .number, isQuiet: false)
    }
    let setAside = communique.setAside.map {
      Mark(span: $0.span, before: "{\($0.reason): ", after: "}", role: .quiet, isQuiet: true)
    }
    // A passage that holds an agreement was not set aside as a whole: the agreement's marks win.
    let outside = setAside.filter { mark in !agreements.contains { $0.span.overlaps(mark.span) } }
    return (agreements + outside).sorted {
      ($0.span.lowerBound, $0.span.upperBound) < ($1.span.lowerBound, $1.span.upperBound)
    }
  }

  private static func writeReasons(_ communique: Communique, to page: Page) {
    let labels = Labels(language: page.context.language)
    for (index, agreement) in communique.agreements.enumerated() {
      page.output.write(line: "")
      let heading = AgreementListing.heading(agreement, date: communique.date, labels)
      let facts = heading.map(\.text).filter { !$0.isEmpty }.joined(separator: " · ")
      page.output.write(line: page.style.paint("[\(index + 1)] ", .number) + facts)
      for line in EvidenceLines.lines(agreement, text: communique.text) { page.output.write(line: "    " + line) }
    }
  }

  private static func shown(_ bytes: ArraySlice<UInt8>) -> String {
    Sanitising.text(String(decoding: bytes, as: UTF8.self))
  }
}
