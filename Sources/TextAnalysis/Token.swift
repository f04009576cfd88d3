/// A word of a text.
package struct Token: Sendable, Hashable {
  /// Where it stands: UTF-8 byte offsets, half open, without elided article or apostrophe.
  package var range: Range<Int>
  /// Folded: lower case, no accents.
  package var raw: String
  /// Lower case with its accents, where it has any: what a stemmer needs.
  package var accented: String?
  /// Written in capitals, as acronyms are: "US" is a state, "us" is not.
  package var isCapitals: Bool

  /// What to stem.
  package var stemmable: String { accented ?? raw }
}
