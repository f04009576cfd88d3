import Communique
import Vocabulary

/// One way to say a concept: the stems of its words in one language, function words left out.
struct ConceptForm: Sendable, Hashable {
  let stems: [String]
  let language: Language
  /// A word for the index, the same in both languages: "visaexemption", "partykaz".
  let concept: String

  /// As the store keeps it.
  var joined: String { stems.joined(separator: " ") }
}

extension ConceptForm {
  /// Acronyms up to this long are met in capitals alone: "au" and "un" are French words, "us" an English one.
  static let longestAmbiguousAcronym = 3

  /// The stems of a text that tell what it is about, with the place of each in `tokens`.
  static func meaningful(_ tokens: [Token]) -> [Int] {
    tokens.indices.filter { tokens[$0].isCapitals || !FunctionWords.contains(tokens[$0].raw) }
  }

  /// The token of the concept column for a name from the vocabulary.
  static func concept(_ kind: String, _ name: String) -> String {
    let folded = Folding.folded(name).utf8.filter { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
    return kind + String(decoding: folded, as: UTF8.self)
  }

  static func concept(of party: Party) -> String { concept("party", party.rawValue) }
}
