import SQLiteStore
import TextAnalysis

/// Finds publishers by words of their names: "xinhua" names "Xinhua News Agency".
struct PublisherNames {
  private let connection: Connection

  init(_ connection: Connection) { self.connection = connection }

  /// The labels of those whose name has the words side by side.
  func labels(named text: String) throws(SQLiteError) -> [Int64] {
    try publishers(named: text).map(\.label)
  }

  func publishers(named text: String) throws(SQLiteError) -> [(label: Int64, name: String)] {
    let wanted = Tokenizer.tokens(text).map(\.raw)
    guard !wanted.isEmpty else { return [] }
    let all = try connection.all("SELECT id, value FROM label WHERE facet = 'publisher'") { (row) in
      (label: row.integer(0), name: row.text(1))
    }
    return all.filter { Self.holds(Tokenizer.tokens($0.name).map(\.raw), wanted) }
  }

  private static func holds(_ words: [String], _ wanted: [String]) -> Bool {
    guard words.count >= wanted.count else { return false }
    return (0...words.count - wanted.count).contains { words[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
