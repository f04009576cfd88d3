import Communique
import TextAnalysis
import SQLiteStore
import Vocabulary

/// The lexicon inside the store: what the index was made with, and so what questions must be read with.
struct LexiconStore {
  static let versionSetting = "vocabulary"

  /// What an index made by this program is made with: the vocabulary's version and the stemmer's.
  static var currentVersion: String { "\(VocabularyVersion.current).\(Stemmer.version)" }

  let connection: Connection
  let stemmers: Stemmers

  /// The version of the vocabulary that the index was made with; null in a store without any yet.
  func version() throws(SQLiteError) -> String? {
    try connection.first("SELECT value FROM setting WHERE name = ?", [.text(Self.versionSetting)]) { $0.text(0) }
  }

  /// Puts the program's vocabulary in. Its index must be made anew after that.
  func replace() throws(SQLiteError) {
    try connection.run("DELETE FROM concept_form")
    try connection.run("DELETE FROM accented_stem")
    let vocabulary = VocabularyForms(stemmers: stemmers)
    for form in vocabulary.forms {
      try connection.run(
        "INSERT OR IGNORE INTO concept_form (head, form, language, concept) VALUES (?, ?, ?, ?)",
        .text(form.stems[0]), .text(form.joined), .text(form.language.rawValue), .text(form.concept))
    }
    for lost in vocabulary.accentedStems {
      try connection.run(
        "INSERT OR IGNORE INTO accented_stem (word, language, stem) VALUES (?, ?, ?)",
        .text(lost.word), .text(lost.language.rawValue), .text(lost.stem))
    }
    try connection.run(
      "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",
      .text(Self.versionSetting), .text(Self.currentVersion))
  }

  /// The lexicon that the store holds.
  func lexicon() throws(SQLiteError) -> Lexicon {
    Lexicon(
      try connection.all("SELECT form, language, concept FROM concept_form") { (row) in
        ConceptForm(
          stems: row.text(0).split(separator: " ").map(String.init),
          language: Language(rawValue: row.text(1)) ?? .english, concept: row.text(2))
      })
  }
}
