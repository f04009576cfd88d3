import Communique

/// What the index keeps of an agreement's words: its columns, with a blank between two words.
struct IndexText: Sendable, Hashable {
  var raw: String
  var english: String
  var french: String
  var concept: String

  /// The words of a column.
  subscript(route: Route) -> String {
    switch route {
    case .raw: raw
    case .english: english
    case .french: french
    case .concept: concept
    }
  }
}

extension IndexText {
  /// Of an analysed text; the parties count as named in it.
  init(_ text: AnalyzedText, parties: [Party]) {
    let concepts = text.concepts.union(parties.map(ConceptForm.concept(of:)))
    raw = text.tokens.map(\.raw).joined(separator: " ")
    english = text.english.joined(separator: " ")
    french = text.french.joined(separator: " ")
    concept = concepts.sorted().joined(separator: " ")
  }
}
