import Communique
import Vocabulary

/// All names that the vocabulary has, for completion.
enum VocabularyNames {
  /// Labels of all states and organisations in both languages.
  static var countries: [String] {
    (Table(.countries).map { [$0[2], $0[3]] } + Table(.organisations).map { [$0[0], $0[2], $0[3]] }).flatMap { $0 }
      .filter { !$0.isEmpty }
  }
}
