import Communique
import KnowledgeBase

/// The ways to refer to a communiqué. To add one: a case, and its form in `Citation`.
enum CitationStyle: String, Sendable, CaseIterable {
  case chicago, apa, bibtex, markdown
}

/// A reference to an agreement: its words, who published them, when and where.
struct Citation {
  private let stored: StoredAgreement
  private let language: Language

  init(_ stored: StoredAgreement, _ language: Language) {
    self.stored = stored
    self.language = language
  }

  func text(_ style: CitationStyle) -> String {
    switch style {
    case .chicago: chicago
    case .apa: apa
    case .bibtex: bibtex
    case .markdown: markdown
    }
  }

  /// Chicago Manual of Style, 17th edition, note on a web page or press release.
  private var chicago: String {
    let publication = [publisher, title.map { quoted($0) }, date.map { Numbers.shown($0, language) }, file]
    return quoted(quote) + " " + publication.compactMap { $0 }.joined(separator: ", ") + "."
  }

  /// APA, 7th edition: author (year, month day). Title. Source.
  private var apa: String {
    let day = date.map { date in
      language == .french
        ? "\(date.year), \(date.day == 1 ? "1er" : String(date.day)) \(Numbers.monthName(date.month, language))"
        : "\(date.year), \(Numbers.monthName(date.month, language)) \(date.day)"
    }
    let undated = language == .french ? "s. d." : "n.d."
    return "\(publisher ?? title ?? file). (\(day ?? undated)). " + (publisher == nil ? "" : (title ?? "") + ". ")
      + file + ". " + quoted(quote)
  }

  private var bibtex: String {
    let key = "kb\(stored.id)" + (date.map { "-\($0.year)" } ?? "")
    var fields = [("title", title ?? file)]
    if let publisher { fields.append(("author", publisher)) }
    if let date {
      fields += [("year", String(date.year)), ("date", date.description)]
    }
    fields += [
      ("note", quote), ("howpublished", file), ("langid", stored.document.language == .french ? "french" : "english"),
    ]
    let lines = fields.map { "  \($0.0) = {\(Self.bibtexEscaped($0.1))}" }
    return "@misc{\(key),\n" + lines.joined(separator: ",\n") + "\n}"
  }

  private var markdown: String {
    let source = [
      publisher.map(MarkdownFormat.escaped), title.map { "*" + MarkdownFormat.escaped($0) + "*" },
      date.map { Numbers.shown($0, language) },
    ]
    let place = Labels(language: language).bytes(stored.agreement.span)
    let attribution = (source.compactMap { $0 } + [MarkdownFormat.escaped(file), place]).joined(separator: ", ")
    return "> " + MarkdownFormat.escaped(quote) + "\n>\n> — " + attribution
  }

  private var quote: String { Sanitising.oneLine(stored.agreement.text) }
  private var publisher: String? { stored.document.publisher.map(Sanitising.oneLine) }
  private var title: String? { stored.document.title.map(Sanitising.oneLine) }
  private var file: String { Sanitising.oneLine(stored.document.file) }
  /// A reference names the day of publication, which need not be the day of the event.
  private var date: CalendarDate? { stored.document.publishedOn ?? stored.document.heldOn }

  private func quoted(_ text: String) -> String { Messages(language: language).quoted(text) }

  /// The characters that BibTeX and LaTeX read as commands.
  private static func bibtexEscaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "{", "}", "%", "&", "$", "#", "_": result += "\\" + String(character)
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      default: result.append(character)
      }
    }
    return result
  }
}
