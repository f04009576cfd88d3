import Communique
import Vocabulary

/// All forms of all concepts that the vocabulary knows: lexicon, parties, capitals, and the terms of domains.
package struct VocabularyForms {
  package private(set) var forms: Set<ConceptForm> = []
  /// Words that lose their stem with their accents: folded word, language, stem.
  package private(set) var accentedStems: Set<AccentedStem> = []
  private let stemmers: Stemmers
  /// Language and stems of each form, to find one among thousands at once.
  private var known: Set<[String]> = []

  package init(stemmers: Stemmers) {
    self.stemmers = stemmers
    addLexicon()
    addCountries()
    addOrganisations()
    addDomainTerms()
  }

  private mutating func addLexicon() {
    for row in Table(.lexicon) {
      let concept = ConceptForm.concept("", row[0])
      add(row.values(1), .english, concept)
      add(row.values(2), .french, concept)
    }
  }

  private mutating func addCountries() {
    for row in Table(.countries) {
      let party = ConceptForm.concept("party", row[0])
      let capital = ConceptForm.concept("capital", row[0])
      for column in [2, 4, 6, 8, 12] {
        add(row.values(column), .english, party)
        add(row.values(column + 1), .french, party)
      }
      // The city is another matter than the state, though its name may stand for it.
      add(row.values(10), .english, capital)
      add(row.values(11), .french, capital)
    }
  }

  private mutating func addOrganisations() {
    for row in Table(.organisations) {
      let party = ConceptForm.concept("party", row[0])
      for column in [2, 4, 6] {
        add(row.values(column), .english, party)
        add(row.values(column + 1), .french, party)
      }
    }
  }

  /// Only those rows whose terms say one thing: long rows gather what tells a domain, not synonyms. What the
  /// lexicon knows is left to it.
  private mutating func addDomainTerms() {
    for row in Table(.domainTerms) where row[1] == "3" {
      let english = row.values(2)
      let french = row.values(3)
      guard (1...2).contains(english.count), (1...2).contains(french.count) else { continue }
      let isKnown = english.contains { isKnownForm($0, .english) } || french.contains { isKnownForm($0, .french) }
      guard !isKnown else { continue }
      let concept = ConceptForm.concept("term", english[0])
      add(english, .english, concept)
      add(french, .french, concept)
    }
  }

  private func isKnownForm(_ text: String, _ language: Language) -> Bool {
    guard let stems = stems(of: text, language) else { return false }
    return known.contains([language.rawValue] + stems)
  }

  private mutating func add(_ texts: [String], _ language: Language, _ concept: String) {
    for text in texts {
      guard let stems = stems(of: text, language) else { continue }
      forms.insert(ConceptForm(stems: stems, language: language, concept: concept))
      known.insert([language.rawValue] + stems)
      for token in Tokenizer.tokens(text) {
        if let lost = AccentedStem(token, language, stemmers) { accentedStems.insert(lost) }
      }
    }
  }

  /// The stems of a term; null for a pattern with a star inside a word, and for function words alone.
  private func stems(of text: String, _ language: Language) -> [String]? {
    let bytes = Array(text.utf8)
    let isPattern = bytes.indices.dropLast().contains {
      bytes[$0] == UInt8(ascii: "*") && bytes[$0 + 1] != UInt8(ascii: " ")
    }
    guard !isPattern else { return nil }
    let tokens = Tokenizer.tokens(text)
    let meaningful = ConceptForm.meaningful(tokens).map { tokens[$0] }
    if meaningful.count == 1, meaningful[0].isCapitals,
      meaningful[0].raw.utf8.count <= ConceptForm.longestAmbiguousAcronym
    {
      return [meaningful[0].raw.uppercased()]
    }
    return meaningful.isEmpty ? nil : meaningful.map { stemmers.stem($0.stemmable, language) }
  }
}

/// A word whose stem differs once its accents are gone.
package struct AccentedStem: Sendable, Hashable {
  package let word: String
  package let language: Language
  package let stem: String

  package init?(_ token: Token, _ language: Language, _ stemmers: Stemmers) {
    guard let accented = token.accented else { return nil }
    stem = stemmers.stem(accented, language)
    guard stem != stemmers.stem(token.raw, language) else { return nil }
    word = token.raw
    self.language = language
  }
}
