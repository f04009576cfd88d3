import TextAnalysis

/// A question to the index, in the index's own terms. It alone writes FTS5's MATCH language; every word is quoted.
indirect enum MatchExpression: Sendable, Hashable {
  case nothing
  case everything
  /// Words side by side in a column; with `isPrefix` the last is a word's beginning.
  case words([String], column: String, isPrefix: Bool)
  case and([MatchExpression])
  case or([MatchExpression])
  case not(MatchExpression)

  /// More words side by side than any agreement has; FTS5 would take seconds to find that out.
  static let longestPhrase = 1000

  static func phrase(_ words: [String], in column: String) -> MatchExpression {
    words.isEmpty || words.count > longestPhrase ? .nothing : .words(words, column: column, isPrefix: false)
  }

  static func word(_ word: String, in column: String) -> MatchExpression {
    .words([word], column: column, isPrefix: false)
  }

  static func meta(_ token: String) -> MatchExpression { .word(token, in: "meta") }

  static func concept(_ token: String) -> MatchExpression { .word(token, in: Route.concept.column) }
}

extension MatchExpression {
  static func all(_ parts: [MatchExpression]) -> MatchExpression {
    var flat: [MatchExpression] = []
    for part in parts {
      switch part {
      case .nothing: return .nothing
      case .everything: continue
      case .and(let inner): flat.append(contentsOf: inner)
      default: flat.append(part)
      }
    }
    flat = unique(flat)
    return flat.isEmpty ? .everything : flat.count == 1 ? flat[0] : .and(flat)
  }

  static func any(_ parts: [MatchExpression]) -> MatchExpression {
    var flat: [MatchExpression] = []
    for part in parts {
      switch part {
      case .everything: return .everything
      case .nothing: continue
      case .or(let inner): flat.append(contentsOf: inner)
      default: flat.append(part)
      }
    }
    flat = unique(flat)
    return flat.isEmpty ? .nothing : flat.count == 1 ? flat[0] : .or(flat)
  }

  static func negation(_ part: MatchExpression) -> MatchExpression {
    switch part {
    case .nothing: .everything
    case .everything: .nothing
    case .not(let inner): inner
    default: .not(part)
    }
  }

  private static func unique(_ parts: [MatchExpression]) -> [MatchExpression] {
    var seen: Set<MatchExpression> = []
    return parts.filter { seen.insert($0).inserted }
  }
}

extension MatchExpression {
  /// In FTS5's language; `nothing` has no words there and must not be asked.
  var sql: String {
    switch self {
    case .nothing: #"meta : "nothing""#
    case .everything: #"meta : "\#(MetaToken.every)""#
    case .words(let words, let column, let isPrefix):
      "\(column) : \(Self.quoted(words))\(isPrefix ? " *" : "")"
    case .and(let parts): Self.conjunction(parts)
    case .or(let parts): "(" + parts.map(\.sql).joined(separator: " OR ") + ")"
    case .not: Self.conjunction([self])
    }
  }

  /// FTS5 knows "this but not that", no "not that" alone.
  private static func conjunction(_ parts: [MatchExpression]) -> String {
    var wanted: [String] = []
    var unwanted: [String] = []
    for part in parts {
      if case .not(let inner) = part { unwanted.append(inner.sql) } else { wanted.append(part.sql) }
    }
    if wanted.isEmpty { wanted = [everything.sql] }
    let positive = wanted.joined(separator: " AND ")
    guard !unwanted.isEmpty else { return "(" + positive + ")" }
    let base = wanted.count == 1 ? positive : "(" + positive + ")"
    let excluded = unwanted.count == 1 ? unwanted[0] : "(" + unwanted.joined(separator: " OR ") + ")"
    return "(\(base) NOT \(excluded))"
  }

  private static func quoted(_ words: [String]) -> String {
    var text = "\""
    for byte in words.joined(separator: " ").unicodeScalars {
      // A NUL would end the whole question for FTS5.
      if byte == "\"" { text += "\"\"" } else if byte != "\0" { text.unicodeScalars.append(byte) }
    }
    return text + "\""
  }
}
