import Communique

/// The concept forms of a store, ready to be met in texts.
package struct Lexicon {
  /// By language and first stem.
  private var byHead: [Language: [String: [ConceptForm]]] = [.english: [:], .french: [:]]

  package init(_ forms: some Sequence<ConceptForm>) {
    for form in forms { byHead[form.language]?[form.stems[0], default: []].append(form) }
  }

  /// Where a concept was met.
  package struct Match {
    package let concept: String
    /// Places in the tokens, first to last.
    package let tokens: ClosedRange<Int>
  }

  /// All concepts that the tokens express in a language, also those inside longer ones.
  package func matches(in tokens: [Token], stems: [String], _ language: Language) -> [Match] {
    guard let heads = byHead[language] else { return [] }
    let meaningful = ConceptForm.meaningful(tokens)
    var matches: [Match] = []
    for (place, index) in meaningful.enumerated() {
      for form in heads[stems[index]] ?? [] where Self.fits(form, meaningful, place, stems) {
        matches.append(Match(concept: form.concept, tokens: index...meaningful[place + form.stems.count - 1]))
      }
      guard tokens[index].isCapitals else { continue }
      for form in heads[tokens[index].raw.uppercased()] ?? [] where form.stems.count == 1 {
        matches.append(Match(concept: form.concept, tokens: index...index))
      }
    }
    return matches
  }

  private static func fits(_ form: ConceptForm, _ meaningful: [Int], _ place: Int, _ stems: [String]) -> Bool {
    guard place + form.stems.count <= meaningful.count else { return false }
    for offset in form.stems.indices.dropFirst() where stems[meaningful[place + offset]] != form.stems[offset] {
      return false
    }
    return true
  }
}
