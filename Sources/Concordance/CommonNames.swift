import Vocabulary

/// Capitalised words that name nobody in particular: what the vocabulary knows, countries and their demonyms included.
///
/// A document filed under "Minister" or "United States" would be found by all others.
enum CommonNames {
  /// Whether a word of these consonants is one of them.
  static func contains(_ consonants: UInt64) -> Bool { all.contains(consonants) }

  private static let all: Set<UInt64> = {
    var found: Set<UInt64> = []
    for file in [Table.File.lexicon, .countries, .organisations, .calendar] {
      for row in Table(file) {
        for column in 1..<14 {
          for phrase in row.values(column) { found.formUnion(TextSketch.consonants(ofWordsIn: phrase)) }
        }
      }
    }
    return found
  }()
}
