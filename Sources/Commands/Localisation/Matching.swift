import Vocabulary

/// How words that users type are compared with words that `kb` knows: case, accents and hyphens do not matter.
enum Matching {
  static func folded(_ text: String) -> String { Folding.folded(text) }

  /// The candidates nearest to a word, best first, none further off than a third of its letters.
  static func nearest(to text: String, among candidates: [String], limit: Int = 3) -> [String] {
    let wanted = Array(folded(text).utf8)
    let furthest = max(1, wanted.count / 3)
    var found: [(name: String, distance: Int, order: Int)] = []
    for (order, candidate) in candidates.enumerated() {
      let bytes = Array(folded(candidate).utf8)
      let distance = editDistance(wanted, bytes, atMost: furthest)
      if distance <= furthest {
        found.append((candidate, distance, order))
      } else if wanted.count >= 2, bytes.starts(with: wanted) {
        // A name cut short ("doc" for "documents") is worth naming after all misspellings.
        found.append((candidate, furthest + 1, order))
      }
    }
    let sorted = found.sorted { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return Array(sorted.prefix(limit).map(\.name))
  }
}
