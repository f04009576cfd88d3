import Communique

/// What the index keeps of a text.
package struct AnalyzedText {
  package let tokens: [Token]
  /// One stem a token, in the languages that apply.
  package var english: [String] = []
  package var french: [String] = []
  package var concepts: Set<String> = []

  /// Analyses a text of a language; one in neither is stemmed as English, and its concepts are sought in both.
  package init(_ text: String, in language: Language?, lexicon: Lexicon, stemmers: Stemmers) {
    tokens = Tokenizer.tokens(text)
    if language != .french { english = tokens.map { stemmers.stem($0.stemmable, .english) } }
    if language == .french { french = tokens.map { stemmers.stem($0.stemmable, .french) } }
    let found: [Lexicon.Match]
    switch language {
    case .english: found = lexicon.matches(in: tokens, stems: english, .english)
    case .french: found = lexicon.matches(in: tokens, stems: french, .french)
    case nil:
      let asFrench = tokens.map { stemmers.stem($0.stemmable, .french) }
      found =
        lexicon.matches(in: tokens, stems: english, .english) + lexicon.matches(in: tokens, stems: asFrench, .french)
    }
    concepts = Set(found.map(\.concept))
  }
}
