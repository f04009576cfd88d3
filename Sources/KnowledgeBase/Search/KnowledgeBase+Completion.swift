import Communique
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
      case .country, .by, .parties: found = try values(of: .country) { Self.names(of: Party($0)) }.starting(with: typed)
      case .domain: found = try values(of: .domain) { Self.names(of: Domain($0)) }.starting(with: typed)
      case .publisher: found = try values(of: .publisher) { Self.words(of: $0) }.starting(with: typed)
      case .language: found = try values(of: .language) { [$0] }.starting(with: typed)
      case .strength: found = try values(of: .strength) { [$0] }.starting(with: typed)
      case .kind: found = try values(of: .kind) { [$0] }.starting(with: typed)
      case .date, .since, .until: found = try values(of: .month) { [$0] }.starting(with: typed)
      case .title, .id, .document: found = []
      }
      return Array(found.prefix(max(0, limit)))
    }
  }

  private typealias Named = (suggestion: TermSuggestion, names: [String])

  private func words(startingWith typed: String, _ limit: Int) throws(SQLiteError) -> [TermSuggestion] {
    try connection.all(
      """
      SELECT term, count FROM term
      WHERE route = \(Route.raw.rawValue) AND term >= ? AND term < ?
      ORDER BY count DESC, term LIMIT ?
      """, [.text(typed), .text(typed + "\u{10FFFF}"), .integer(max(0, limit))]
    ) { (row) in TermSuggestion(term: row.text(0), count: row.int(1), distance: 0) }
  }

  private func values(of kind: Label.Kind, names: (String) -> [String]) throws(SQLiteError) -> [Named] {
    try connection.all(
      """
      SELECT label.value, tally.count
      FROM label JOIN tally ON tally.meeting = label.id << 32 | label.id
      WHERE label.facet = ?
      ORDER BY tally.count DESC, label.value
      """, [.text(kind.rawValue)]
    ) { (row) in
      let suggestion = TermSuggestion(term: row.text(0), count: row.int(1), distance: 0)
      return (suggestion, names(suggestion.term))
    }
  }

  private static func names(of party: Party) -> [String] {
    [party.rawValue] + Language.allCases.map { Names.label(party, in: $0) }
  }

  private static func names(of domain: Domain) -> [String] {
    [domain.rawValue] + Language.allCases.map { Names.label(domain, in: $0) }
  }

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
