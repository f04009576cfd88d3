/// A word of a text.
struct Token: Sendable, Hashable {
  /// Where it stands: UTF-8 byte offsets, half open, without elided article or apostrophe.
  var range: Range<Int>
  /// Folded: lower case, no accents.
  var raw: String
  /// Lower case with its accents, where it has any: what a stemmer needs.
  var accented: String?
  /// Written in capitals, as acronyms are: "US" is a state, "us" is not.
  var isCapitals: Bool

  /// What to stem.
  var stemmable: String { accented ?? raw }
}
