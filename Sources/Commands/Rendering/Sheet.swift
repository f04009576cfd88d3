import Communique
import KnowledgeBase

/// Wordings set side by side or one after the other, for every way of showing them: terminal, Markdown, HTML.
struct Sheet {
  /// What is compared, above a column: title, then facts.
  struct Heading {
    let title: String
    let facts: String
  }

  /// One wording.
  struct Cell {
    var heading: [Card.Piece]
    var quote: [Piece]
    var language: Language?
    var source: String
  }

  /// Words of a quote.
  struct Piece: Hashable {
    enum Mark: Hashable {
      case none, removed, added
    }

    let text: String
    var mark = Mark.none
  }

  /// A remark on a row: a difference, a change.
  struct Note {
    let text: String
    let role: Style.Role
  }

  struct Row {
    /// Stands above the row: the event that the rows from here on belong to.
    var section: String?
    var notes: [Note] = []
    /// One a column; null where a document has no such agreement.
    var cells: [Cell?]
  }

  var title: String
  /// One a column; empty where the rows speak for themselves.
  var headings: [Heading] = []
  var rows: [Row]
  /// Last lines: how many there are.
  var footer: [String] = []
  /// Of labels and notes.
  let language: Language

  var columns: Int { max(headings.count, rows.map(\.cells.count).max() ?? 1) }
}

extension Sheet.Cell {
  init(_ stored: StoredAgreement, _ labels: Labels, quote: [Sheet.Piece]? = nil, showsDate: Bool = false) {
    let date = showsDate ? labels.date(stored.document.date) : ""
    let heading = AgreementListing.heading(stored.agreement, date: nil, labels).dropFirst()
    self.init(
      heading: ([Card.Piece(date, .quiet)] + heading).filter { !$0.text.isEmpty },
      quote: quote ?? [Sheet.Piece(text: stored.agreement.text)], language: stored.document.language,
      source: "id \(stored.id)")
  }
}

extension Sheet.Heading {
  init(_ document: StoredDocument, _ labels: Labels) {
    let facts = [
      document.publisher ?? "", labels.date(document.date), labels.language(document.language), document.file,
      Words.label.document.text(labels.language) + " \(document.id)",
    ]
    self.init(
      title: document.title ?? Words.label.untitled.text(labels.language),
      facts: facts.filter { !$0.isEmpty }.joined(separator: " · "))
  }
}
