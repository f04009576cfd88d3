import Communique

/// Finds in a text what a query's words matched, by whichever route.
struct Highlighter {
  func highlights(in text: String, _ language: Language?) -> [Range<Int>] { [] }
}
