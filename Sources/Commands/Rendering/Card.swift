import Communique

/// An agreement as a reader meets it: what, by whom, when and how firmly, then its words, then where they stand.
struct Card: Sendable {
  /// What the reader calls it by: its place in the list.
  var number: Int?
  /// "7 June 2022", "China, Kazakhstan", "Energy", "decided".
  var heading: [Piece]
  /// The quote, with matches marked.
  var quote: [Run]
  /// The language of the quote, for its quotation marks.
  var language: Language?
  /// Publisher, title, identifier.
  var source: [String]

  /// A part of the heading in its colour.
  struct Piece: Sendable {
    let text: String
    let role: Style.Role

    init(_ text: String, _ role: Style.Role) {
      self.text = text
      self.role = role
    }
  }
}
