import Communique
import Vocabulary

/// One way to say a concept: the stems of its words in one language, function words left out.
package struct ConceptForm: Sendable, Hashable {
  package let stems: [String]
  package let language: Language
  /// A word for the index, the same in both languages: "visaexemption", "partykaz".
  package let concept: String

  package init(stems: [String], language: Language, concept: String) {
    self.stems = stems
    self.language = language
    self.concept = concept
  }

  /// As the store keeps it.
  package var joined: String { stems.joined(separator: " ") }
}

extension ConceptForm {
  /// Acronyms up to this long are met in capitals alone: "au" and "un" are French words, "us" an English one.
  package static let longestAmbiguousAcronym = 3

  /// The stems of a text that tell what it is about, with the place of each in `tokens`.
  package static func meaningful(_ tokens: [Token]) -> [Int] {
    tokens.indices.filter { tokens[$0].isCapitals || !FunctionWords.contains(tokens[$0].raw) }
  }

  /// The token of the concept column for a name from the vocabulary.
  package static func concept(_ kind: String, _ name: String) -> String {
    let folded = Folding.folded(name).utf8.filter { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
    return kind + String(decoding: folded, as: UTF8.self)
  }

  package static func concept(of party: Party) -> String { concept("party", party.rawValue) }
}
