/// The columns of one row of the search index.
struct IndexRow {
  var raw: [String] = []
  var english: [String] = []
  var french: [String] = []
  var concepts: Set<String> = []
  var title: [String] = []
  var meta: [String] = []

  /// Stands between the words of two texts, so that no phrase runs from one into the other: a character for private
  /// use, which no text has and FTS5 takes for a word.
  static let gap = "\u{E000}"

  /// The words of each route, each once, in the order of `Route`.
  var words: [Set<String>] { [Set(raw), Set(english), Set(french), concepts] }

  /// Takes the words of another version of the same undertaking in.
  mutating func append(_ other: IndexRow) {
    raw += [Self.gap] + other.raw
    english += (english.isEmpty || other.english.isEmpty ? [] : [Self.gap]) + other.english
    french += (french.isEmpty || other.french.isEmpty ? [] : [Self.gap]) + other.french
    concepts.formUnion(other.concepts)
  }
}
