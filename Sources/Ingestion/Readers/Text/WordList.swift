import Vocabulary

/// A list of `rule-words.tsv` in both languages, folded.
enum WordList {
  static func listed(_ name: String) -> Set<String> {
    var words: Set<String> = []
    for row in Table(.ruleWords) where row[0] == name { words.formUnion(row.values(1) + row.values(2)) }
    return words
  }
}
