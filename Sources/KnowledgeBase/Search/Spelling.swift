import SQLiteStore
import TextAnalysis
import Vocabulary

/// The store's own words that are near to one it lacks.
struct Spelling {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// A typing error or two: words of a few letters have too many neighbours for more.
  private static func furthest(_ length: Int) -> Int { length < 4 ? 1 : length < 9 ? 2 : 3 }

  /// The nearest words, nearest first, then most frequent.
  func nearest(to word: String, limit: Int = 3) throws(SQLiteError) -> [TermSuggestion] {
    let wanted = Array(word.utf8)
    // No word that is worth a suggestion is longer.
    guard (2...64).contains(wanted.count) else { return [] }
    let furthest = Self.furthest(wanted.count)
    var found: [TermSuggestion] = []
    try connection.each("SELECT term, count FROM term WHERE route = \(Route.raw.rawValue)") { (row) in
      let distance = row.withBytes(0) { bytes in
        abs(bytes.count - wanted.count) > furthest
          ? furthest + 1 : editDistance(wanted, Array(bytes), atMost: furthest)
      }
      guard distance <= furthest, distance > 0 else { return }
      found.append(TermSuggestion(term: row.text(0), count: row.int(1), distance: distance))
    }
    return Self.best(found, limit)
  }

  /// The publishers whose name, or a word of it, is nearest.
  func nearestPublishers(to name: String, limit: Int = 3) throws(SQLiteError) -> [TermSuggestion] {
    let wanted = Array(Folding.folded(name).utf8)
    let furthest = max(2, wanted.count / 3)
    let publishers = try connection.all(
      """
      SELECT label.value, tally.count
      FROM label JOIN tally ON tally.meeting = label.id << 32 | label.id
      WHERE label.facet = 'publisher'
      """
    ) { (row) in (name: row.text(0), count: row.int(1)) }
    let found = publishers.compactMap { publisher -> TermSuggestion? in
      let spellings = [Folding.folded(publisher.name)] + Tokenizer.tokens(publisher.name).map(\.raw)
      let distance = spellings.map { editDistance(wanted, Array($0.utf8), atMost: furthest) }.min() ?? furthest + 1
      return distance > furthest
        ? nil : TermSuggestion(term: publisher.name, count: publisher.count, distance: distance)
    }
    return Self.best(found, limit)
  }

  private static func best(_ found: [TermSuggestion], _ limit: Int) -> [TermSuggestion] {
    Array(found.sorted { ($0.distance, -$0.count, $0.term) < ($1.distance, -$1.count, $1.term) }.prefix(limit))
  }
}
