import Communique
import Vocabulary

/// Reads degrees of firmness: `committed`, `>=décidé`, `intended..decided`.
enum StrengthValue {
  static func range(_ text: String, at place: Range<Int>) throws(QueryError) -> ClosedRange<Strength> {
    let folded = Folding.folded(text).filter { $0 != " " }
    if let span = span(folded) { return span }
    throw QueryError(
      .unknownStrength(text), at: place, suggestions: suggestions(for: folded),
      allowed: Strength.allCases.map(\.rawValue))
  }

  private static func span(_ text: String) -> ClosedRange<Strength>? {
    for (sign, reading) in signs where text.hasPrefix(sign) {
      return degree(String(text.dropFirst(sign.count))).flatMap(reading)
    }
    if let (left, right) = text.rangeEnds {
      let low = left.isEmpty ? .exploratory : degree(left)
      let high = right.isEmpty ? .binding : degree(right)
      guard let low, let high, low <= high, !(left.isEmpty && right.isEmpty) else { return nil }
      return low...high
    }
    return degree(text).map { $0...$0 }
  }

  /// Longer signs first.
  private static let signs: [(String, @Sendable (Strength) -> ClosedRange<Strength>?)] = [
    (">=", { $0...Strength.binding }), ("≥", { $0...Strength.binding }),
    ("<=", { Strength.exploratory...$0 }), ("≤", { Strength.exploratory...$0 }),
    (">", { degree in above(degree).map { $0...Strength.binding } }),
    ("<", { degree in below(degree).map { Strength.exploratory...$0 } }),
    ("=", { $0...$0 }),
  ]

  private static func above(_ degree: Strength) -> Strength? { Strength.allCases.first { $0 > degree } }
  private static func below(_ degree: Strength) -> Strength? { Strength.allCases.last { $0 < degree } }

  private static func degree(_ name: String) -> Strength? {
    names.first { $0.name == name }?.degree
      ?? Int(name).flatMap { level in Strength.allCases.first { $0.level == level } }
  }

  /// Folded, in both languages.
  private static let names: [(name: String, degree: Strength)] = [
    ("exploratory", .exploratory), ("exploratoire", .exploratory), ("exploration", .exploratory),
    ("intended", .intended), ("intention", .intended), ("prevu", .intended), ("envisage", .intended),
    ("committed", .committed), ("engage", .committed), ("engagement", .committed), ("commitment", .committed),
    ("decided", .decided), ("decide", .decided), ("decision", .decided), ("convenu", .decided),
    ("agreed", .decided),
    ("binding", .binding), ("contraignant", .binding), ("obligatoire", .binding), ("obligation", .binding),
  ]

  private static func suggestions(for text: String) -> [QueryError.Suggestion] {
    let wanted = Array(text.utf8.drop { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "=") })
    let furthest = max(1, wanted.count / 3)
    return names.map { ($0, editDistance(wanted, Array($0.name.utf8), atMost: furthest)) }
      .filter { $0.1 <= furthest }.sorted { $0.1 < $1.1 }.prefix(2)
      .map { QueryError.Suggestion(text: $0.0.name, code: $0.0.degree.rawValue) }
  }
}
