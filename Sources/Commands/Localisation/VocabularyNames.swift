import Communique
import Vocabulary

/// All names that the vocabulary has, for completion.
enum VocabularyNames {
  /// Codes of all states and organisations, and their labels in both languages.
  static var parties: [String] {
    [Table.File.countries, .organisations].flatMap { file in
      Table(file).flatMap { [$0[0], $0[2], $0[3]] }.filter { !$0.isEmpty }
    }
  }
}
