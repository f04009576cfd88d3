import Communique
import SQLiteStore

/// Which of what matches is shown, where agreements stand in several documents and each is to be shown once.
///
/// An agreement is left out where another version is shown in its place and matches too. Its row of the index has the
/// words of both versions, its own filters, and the other's filters with the list's number before them.
struct Shown {
  /// Of which lists: 1 English, 2 French; null where nothing is left out: each version is wanted, or the store has none.
  let number: Int?
  /// Some versions have other dates than those shown in their place: counts by month do not tell then.
  let hasMoved: Bool
  /// Rows have the words of versions in another language.
  let hasVersions: Bool

  init(_ versions: Versions, _ connection: Connection) throws(SQLiteError) {
    hasVersions = try connection.number("SELECT EXISTS (SELECT 1 FROM version_row)") > 0
    guard hasVersions, let number = versions.number else {
      (self.number, hasMoved) = (nil, false)
      return
    }
    let found = try connection.first(
      "SELECT moved FROM version_row WHERE hidden & ? ORDER BY moved & ? DESC LIMIT 1",
      [.integer(number), .integer(number)]
    ) { $0.int(0) }
    self.number = found == nil ? nil : number
    hasMoved = found.map { $0 & number != 0 } ?? false
  }

  /// Those of an expression's matches that are left out.
  ///
  /// - Parameter dates: what the shown version must match too where it has another date.
  func leftOut(of expression: MatchExpression, dates: MatchExpression) -> MatchExpression {
    guard let number else { return .nothing }
    let hidden = MatchExpression.meta(MetaToken.hidden(in: number))
    let moved = MatchExpression.meta(MetaToken.moved(in: number))
    let place: MatchExpression = hasMoved ? .any([hidden, .all([moved, dates.ofTheShown(in: number)])]) : hidden
    return .all([place, expression.ofTheShown(in: number)])
  }
}

extension MatchExpression {
  /// The same, asked of the version that is shown in a row's place.
  fileprivate func ofTheShown(in number: Int) -> MatchExpression {
    switch self {
    case .nothing, .everything: self
    case .words(let words, "meta", let isPrefix):
      .words(words.map { MetaToken.ofTheShown($0, in: number) }, column: "meta", isPrefix: isPrefix)
    case .words: self
    case .and(let parts): .and(parts.map { $0.ofTheShown(in: number) })
    case .or(let parts): .or(parts.map { $0.ofTheShown(in: number) })
    case .not(let part): .not(part.ofTheShown(in: number))
    }
  }
}
