/// A language that communiqués are read in; the raw value is its ISO 639-1 code.
public enum Language: String, Sendable, CaseIterable, Hashable {
  case english = "en"
  case french = "fr"
}
