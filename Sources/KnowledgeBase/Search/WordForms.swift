import Communique
import TextAnalysis
import SQLiteStore

/// A word of a question, in all the forms in which the store may have it.
struct WordForms: Sendable {
  let token: Token
  /// Folded stems by language: of the word as typed, and with the accents that the store knows it by.
  let stems: [Language: Set<String>]
  /// The stem of the word as typed.
  let typedStem: [Language: String]
  /// The stem of the word without its accents.
  let bareStem: [Language: String]
}

/// Finds the forms of words and the concepts that they express, in the store's own tables.
final class WordExpander {
  private let connection: Connection
  private let stemmers: Stemmers
  private var formsByHead: [String: [ConceptForm]] = [:]
  private var formsByToken: [Token: WordForms] = [:]

  init(_ connection: Connection, _ stemmers: Stemmers) {
    self.connection = connection
    self.stemmers = stemmers
  }

  func forms(of token: Token) throws(SQLiteError) -> WordForms {
    // Where it stands does not matter to its forms.
    var key = token
    key.range = 0..<0
    if let known = formsByToken[key] { return known }
    let forms = try computedForms(of: key)
    formsByToken[key] = forms
    return forms
  }

  private func computedForms(of token: Token) throws(SQLiteError) -> WordForms {
    var stems: [Language: Set<String>] = [:]
    var typed: [Language: String] = [:]
    var bare: [Language: String] = [:]
    for language in Language.allCases {
      let stem = stemmers.stem(token.stemmable, language)
      typed[language] = stem
      bare[language] = token.accented == nil ? stem : stemmers.stem(token.raw, language)
      stems[language] = [stem]
    }
    try connection.each("SELECT language, stem FROM accented_stem WHERE word = ?", [.text(token.raw)]) { (row) in
      if let language = Language(rawValue: row.text(0)) { stems[language]?.insert(row.text(1)) }
    }
    return WordForms(token: token, stems: stems, typedStem: typed, bareStem: bare)
  }

  /// The ways to say concepts that start with the word.
  func conceptForms(startingWith word: WordForms) throws(SQLiteError) -> [ConceptForm] {
    var found: [ConceptForm] = []
    for language in Language.allCases {
      for stem in (word.stems[language] ?? []).sorted() {
        found += try conceptForms(head: stem).filter { $0.language == language }
      }
    }
    // Short acronyms are kept in capitals; typed small they are meant all the same, where they are no other word.
    if word.token.isCapitals || !FunctionWords.contains(word.token.raw) {
      found += try conceptForms(head: word.token.raw.uppercased())
    }
    return found
  }

  /// The concepts that a stem expresses by itself in a language.
  func concepts(of stem: String, _ language: Language) throws(SQLiteError) -> [String] {
    try conceptForms(head: stem).filter { $0.language == language && $0.stems == [stem] }.map(\.concept)
  }

  private func conceptForms(head: String) throws(SQLiteError) -> [ConceptForm] {
    if let known = formsByHead[head] { return known }
    let forms = try connection.all(
      "SELECT form, language, concept FROM concept_form WHERE head = ?", [.text(head)]
    ) { (row) in
      ConceptForm(
        stems: row.text(0).split(separator: " ").map(String.init),
        language: Language(rawValue: row.text(1)) ?? .english,
        concept: row.text(2))
    }
    formsByHead[head] = forms
    return forms
  }
}

extension WordForms {
  /// Whether it has one stem in each language, however its accents are written.
  var hasOneStem: Bool {
    Language.allCases.allSatisfy { stems[$0]?.count == 1 && typedStem[$0] == bareStem[$0] }
  }

  /// Whether the word can stand for a stem in a language; a capital acronym stands for itself.
  func has(_ stem: String, _ language: Language) -> Bool {
    stems[language]?.contains(stem) == true || stem == token.raw.uppercased()
  }
}
