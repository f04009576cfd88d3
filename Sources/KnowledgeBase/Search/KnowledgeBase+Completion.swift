import Communique
import TextAnalysis
import SQLiteStore
import Vocabulary

extension KnowledgeBase {
  /// What a user may be about to type, with counts, most frequent first.
  ///
  /// - Parameters:
  ///   - field: values of that field (codes of countries and domains, by any label that starts so); null for words.
  ///   - text: what has been typed; case and accents do not matter. Empty for the most frequent of all, words apart.
  public func completions(
    of field: Field?, startingWith text: String, limit: Int = 50
  ) throws(KnowledgeBaseError) -> [TermSuggestion] {
    let typed = Folding.folded(text)
    return try reading { () throws(SQLiteError) in
      let found: [TermSuggestion]
      switch field {
      case nil: found = typed.isEmpty ? [] : try words(startingWith: typed, limit)
      case .country, .by, .parties: found = try values(of: .country, named: Self.names(of:)).starting(with: typed)
      case .domain: found = try values(of: .domain, named: Self.names(of:)).starting(with: typed)
      case .publisher: found = try values(of: .publisher, named: Self.words(of:)).starting(with: typed)
      case .language: found = try values(of: .language, named: { [$0] }).starting(with: typed)
      case .strength: found = try values(of: .strength, named: { [$0] }).starting(with: typed)
      case .kind: found = try values(of: .kind, named: { [$0] }).starting(with: typed)
      case .date, .since, .until: found = try values(of: .month, named: { [$0] }).starting(with: typed)
      case .title, .id, .document: found = []
      }
      return Array(found.prefix(max(0, limit)))
    }
  }

  private typealias Named = (suggestion: TermSuggestion, names: [String])

  private func words(startingWith typed: String, _ limit: Int) throws(SQLiteError) -> [TermSuggestion] {
    try connection.all(
      """
      SELECT term, count\(try hidden("hidden_term", "route = term.route AND hidden.term = term.term")) AS shown FROM term
      WHERE route = \(Route.raw.rawValue) AND term >= ? AND term < ?
      ORDER BY shown DESC, term LIMIT ?
      """, [.text(typed), .text(typed + "\u{10FFFF}"), .integer(max(0, limit))]
    ) { (row) in TermSuggestion(term: row.text(0), count: row.int(1), distance: 0) }
  }

  private func values(of kind: Label.Kind, named names: (String) -> [String]) throws(SQLiteError) -> [Named] {
    try connection.all(
      """
      SELECT label.value, tally.count\(try hidden("hidden_tally", "meeting = tally.meeting")) AS shown
      FROM label JOIN tally ON tally.meeting = label.id << 32 | label.id
      WHERE label.facet = ?
      ORDER BY shown DESC, label.value
      """, [.text(kind.rawValue)]
    ) { (row) in
      let suggestion = TermSuggestion(term: row.text(0), count: row.int(1), distance: 0)
      return (suggestion, names(suggestion.term))
    }
  }

  /// What takes versions that are not shown off a count, in SQL; nothing where each is, or there are none.
  private func hidden(_ table: String, _ condition: String) throws(SQLiteError) -> String {
    guard let number = try Shown(versions, connection).number else { return "" }
    return """
       - coalesce(
        (SELECT hidden.count FROM \(table) AS hidden WHERE hidden.language = \(number) AND hidden.\(condition)), 0)
      """
  }

  /// Code and labels of all parties and domains, by code: one pass over the vocabulary, where asking for the labels of
  /// each would be hundreds.
  private static let names: [String: [String]] = {
    var names: [String: [String]] = [:]
    for file in [Table.File.countries, .organisations, .domains] {
      for row in Table(file) { names[row[0]] = [row[0], row[2], row[3]] }
    }
    return names
  }()

  private static func names(of code: String) -> [String] { names[code] ?? [code] }

  /// The name from each of its words on.
  private static func words(of name: String) -> [String] {
    let words = Tokenizer.tokens(name).map(\.raw)
    return [name] + words.indices.map { words[$0...].joined(separator: " ") }
  }
}

extension [(suggestion: TermSuggestion, names: [String])] {
  fileprivate func starting(with typed: String) -> [TermSuggestion] {
    filter { $0.names.contains { Folding.folded($0).hasPrefix(typed) } }.map(\.suggestion)
  }
}
