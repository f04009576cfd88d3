import SQLiteStore
import TextAnalysis

extension KnowledgeBase {
  /// Why a query matches nothing, and what would: never a bare zero.
  public func advice(forEmpty query: Query, exact: Bool = false) throws(KnowledgeBaseError) -> Advice {
    try reading { () throws(SQLiteError) in
      try Adviser(
        connection: connection,
        total: { (query, exact) throws(SQLiteError) in
          try self.total(query, exact: exact)
        }
      ).advice(query, exact)
    }
  }
}

/// Looks for the parts of a query that match nothing, and for what matches without them.
struct Adviser {
  let connection: Connection
  let total: (Query, Bool) throws(SQLiteError) -> Int

  /// More parts than that are words of a text, not conditions: each one left out would say nothing.
  private static let mostParts = 12

  func advice(_ query: Query, _ exact: Bool) throws(SQLiteError) -> Advice {
    let conditions: [Query] = if case .and(let parts) = query { parts } else { [query] }
    var parts: [Advice.Part] = []
    for condition in conditions.prefix(Self.mostParts).flatMap(\.leaves).prefix(Self.mostParts) {
      let count = try total(condition, exact)
      let suggestions = count == 0 ? try suggestions(for: condition) : []
      parts.append(Advice.Part(query: condition, count: count, suggestions: suggestions))
    }
    var relaxations = try respelled(query, parts, exact)
    if exact { try add(.notExact, query, exact: false, to: &relaxations) }
    if conditions.count > 1 {
      for index in conditions.indices.prefix(Self.mostParts) {
        var rest = conditions
        let dropped = rest.remove(at: index)
        try add(.withoutPart, .intersection(rest), dropped: dropped, exact: exact, to: &relaxations)
      }
      try addAnyWord(conditions, exact, to: &relaxations)
    }
    return Advice(parts: parts, relaxations: relaxations)
  }

  private func add(
    _ kind: Advice.Relaxation.Kind, _ query: Query, dropped: Query? = nil, exact: Bool,
    to relaxations: inout [Advice.Relaxation]
  ) throws(SQLiteError) {
    let count = try total(query, exact)
    guard count > 0 else { return }
    relaxations.append(Advice.Relaxation(kind: kind, query: query, dropped: dropped, total: count))
  }

  /// All misspelt words replaced by their nearest at once; where that finds nothing, each alone.
  private func respelled(
    _ query: Query, _ parts: [Advice.Part], _ exact: Bool
  ) throws(SQLiteError) -> [Advice.Relaxation] {
    var spellings: [Query: Query] = [:]
    for part in parts {
      guard let nearest = part.suggestions.first else { continue }
      spellings[part.query] = part.query.replacingWord(by: nearest.term)
    }
    var relaxations: [Advice.Relaxation] = []
    if !spellings.isEmpty {
      try add(.respelled, query.replacing(spellings), exact: exact, to: &relaxations)
    }
    return relaxations
  }

  private func addAnyWord(
    _ conditions: [Query], _ exact: Bool, to relaxations: inout [Advice.Relaxation]
  ) throws(SQLiteError) {
    let words = conditions.filter { $0.isWordLike }
    guard words.count > 1 else { return }
    let others = conditions.filter { !$0.isWordLike }
    try add(.anyWord, .intersection(others + [.any(words)]), exact: exact, to: &relaxations)
  }

  private func suggestions(for part: Query) throws(SQLiteError) -> [TermSuggestion] {
    switch part {
    case .word(let text), .prefix(let text), .phrase(let text):
      let tokens = Tokenizer.tokens(text)
      return tokens.count == 1 ? try Spelling(connection).nearest(to: tokens[0].raw) : []
    case .filter(.publisher(let name)): return try Spelling(connection).nearestPublishers(to: name)
    default: return []
    }
  }
}

extension Query {
  fileprivate var isWordLike: Bool {
    switch self {
    case .word, .prefix, .phrase: true
    default: false
    }
  }

  /// What can be asked alone: alternatives one by one; negations not, as they seldom match nothing.
  fileprivate var leaves: [Query] {
    switch self {
    case .or(let parts) where field == nil: parts.flatMap(\.leaves)
    case .and(let parts): parts.flatMap(\.leaves)
    case .not, .everything: []
    default: [self]
    }
  }

  fileprivate func replacingWord(by term: String) -> Query {
    switch self {
    case .filter(.publisher): .filter(.publisher(term))
    case .prefix: .prefix(term)
    default: .word(term)
    }
  }

  fileprivate func replacing(_ replacements: [Query: Query]) -> Query {
    if let replacement = replacements[self] { return replacement }
    switch self {
    case .and(let parts): return .intersection(parts.map { $0.replacing(replacements) })
    case .or(let parts): return .any(parts.map { $0.replacing(replacements) })
    case .not(let inner): return .negation(inner.replacing(replacements))
    default: return self
    }
  }
}
