import Communique
import TextAnalysis

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
  /// Of an analysed text, counting its words on the way; the parties count as named in it.
  init(_ text: AnalyzedText, parties: [Party], counting words: inout WordCounts) {
    let tokens = text.tokens.map(\.raw)
    let concepts = text.concepts.union(parties.map(ConceptForm.concept(of:))).sorted()
    words.count(tokens, .raw, by: 1)
    words.count(text.english, .english, by: 1)
    words.count(text.french, .french, by: 1)
    words.count(concepts, .concept, by: 1)
    raw = tokens.joined(separator: " ")
    english = text.english.joined(separator: " ")
    french = text.french.joined(separator: " ")
    concept = concepts.joined(separator: " ")
  }
}
