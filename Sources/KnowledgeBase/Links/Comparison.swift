import Communique
import Concordance

/// Two documents side by side, agreement by agreement.
public struct Comparison: Sendable {
  public let left: StoredDocument
  public let right: StoredDocument
  /// In the order of the left document; those that the right one alone has follow where they fall.
  public let pairs: [ComparedPair]
}

/// Two agreements that are one undertaking, or one that stands alone.
public struct ComparedPair: Sendable {
  public let left: StoredAgreement?
  public let right: StoredAgreement?
  /// How sure it is that they belong together, 0 … 1; null where one stands alone.
  public let score: Double?
  public let differences: [Difference]
}

/// An agreement that says in another document what one says.
public struct Counterpart: Sendable {
  public let agreement: StoredAgreement
  /// 0 … 1
  public let score: Double
  public let differences: [Difference]
}

extension Comparison {
  /// The positions of two sequences as rows: pairs in the left order, and what the right one alone has after that
  /// which it follows there.
  static func rows(
    left: Int, right: Int, pairs: [AgreementAlignment.Pair]
  ) -> [(left: Int?, right: Int?, score: Double?)] {
    let paired = Set(pairs.map(\.right))
    var rows: [(left: Int?, right: Int?, score: Double?)] = []
    var next = 0
    /// What stands alone on the right, up to a position.
    func addAlone(before end: Int) {
      while next < end {
        if !paired.contains(next) { rows.append((nil, next, nil)) }
        next += 1
      }
    }
    for position in 0..<left {
      let mine = pairs.filter { $0.left == position }
      if mine.isEmpty { rows.append((position, nil, nil)) }
      for pair in mine {
        addAlone(before: pair.right)
        rows.append((position, pair.right, pair.score))
      }
    }
    addAlone(before: right)
    return rows
  }
}
