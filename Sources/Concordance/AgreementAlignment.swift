import Communique

/// Which agreements of two communiqués are the same undertaking.
///
/// Three passes: the best alignment that keeps the order of both, where one may answer to two of its neighbours; then
/// what the other text has elsewhere, by likeness alone; then what is left alone between two that are aligned.
package struct AgreementAlignment: Sendable {
  package struct Pair: Sendable, Hashable {
    /// Position among the left and the right communiqué's agreements.
    package let left: Int
    package let right: Int
    /// 0 … 1
    package let score: Double

    package init(left: Int, right: Int, score: Double) {
      self.left = left
      self.right = right
      self.score = score
    }
  }

  /// Ascending by the left position, then by the right; an agreement that is in none stands alone.
  package let pairs: [Pair]

  package init(_ left: DocumentFacts, _ right: DocumentFacts) {
    let likeness = AgreementLikeness(AlignedText(left), AlignedText(right))
    guard likeness.rows > 0, likeness.columns > 0 else {
      pairs = []
      return
    }
    var found = OrderedAlignment(likeness).pairs
    found += Self.crossing(likeness, beside: found)
    found += Self.leftover(likeness, between: found)
    pairs = found.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  /// What must be reached without the order's help.
  static let enoughAlone = 0.5
  /// What must be reached between two that are aligned, where nothing else is left on either side.
  private static let enoughBetween = 0.3
  /// Places must be trusted this much to pair what the words do not.
  private static let enoughTrust = 0.5

  /// Pairs that the order of the others forbids, best first.
  static func crossing(
    _ likeness: AgreementLikeness, beside found: [Pair], enough: Double = enoughAlone
  ) -> [Pair] {
    var usedLeft = Set(found.map(\.left))
    var usedRight = Set(found.map(\.right))
    var candidates: [Pair] = []
    for left in 0..<likeness.rows where !usedLeft.contains(left) {
      for right in 0..<likeness.columns where !usedRight.contains(right) {
        let score = likeness.withoutPlace(left, right)
        if score >= enough { candidates.append(Pair(left: left, right: right, score: score)) }
      }
    }
    var pairs: [Pair] = []
    for candidate in candidates.sorted(by: { ($0.score, $1.left, $1.right) > ($1.score, $0.left, $0.right) })
    where !usedLeft.contains(candidate.left) && !usedRight.contains(candidate.right) {
      usedLeft.insert(candidate.left)
      usedRight.insert(candidate.right)
      pairs.append(candidate)
    }
    return pairs
  }

  /// Sole ones between two aligned pairs, or before the first or after the last.
  private static func leftover(_ likeness: AgreementLikeness, between found: [Pair]) -> [Pair] {
    guard likeness.trust >= enoughTrust else { return [] }
    let usedLeft = Set(found.map(\.left))
    let usedRight = Set(found.map(\.right))
    var pairs: [Pair] = []
    for left in 0..<likeness.rows where !usedLeft.contains(left) {
      let before = found.filter { $0.left == left - 1 }.map(\.right).max() ?? (left == 0 ? -1 : nil)
      let after =
        found.filter { $0.left == left + 1 }.map(\.right).min() ?? (left == likeness.rows - 1 ? likeness.columns : nil)
      guard let before, let after, before + 2 == after, !usedRight.contains(before + 1) else { continue }
      let score = likeness.score(left, before + 1)
      if score >= enoughBetween { pairs.append(Pair(left: left, right: before + 1, score: score)) }
    }
    return pairs
  }
}
