import Communique

/// Places of two texts that say the same, in order: the map from one to the other.
///
/// Features that occur equally often in both texts, and seldom, are paired first with first; the longest run of pairs
/// that goes forward in both is kept. In a translation nearly all of them do; in two texts about one matter they are
/// in disorder.
package struct Anchors: Sendable {
  /// Offsets into the left and the right text, ascending in both.
  package let places: [(left: Int, right: Int)]
  /// How many pairs there were before the run was chosen.
  package let candidates: Int
  let leftLength: Int
  let rightLength: Int

  /// How much of what could be in order is: 0 … 1.
  package var order: Double { candidates == 0 ? 0 : Double(places.count) / Double(candidates) }

  /// A feature that stands more often than this says too little of a place.
  private static let mostOften = 3

  package init(_ left: TextProfile, _ right: TextProfile) {
    let common = TextProfile.Common(left.language, right.language)
    let right_ = Self.places(right, common)
    var pairs: [(left: Int, right: Int)] = []
    for (hash, offsets) in Self.places(left, common) where offsets.count <= Self.mostOften {
      guard let others = right_[hash], others.count == offsets.count else { continue }
      for (one, two) in zip(offsets, others) { pairs.append((one, two)) }
    }
    // One word may be a concept, a name and a cognate at once; it is one place.
    pairs.sort { ($0.left, $0.right) < ($1.left, $1.right) }
    var single: [(left: Int, right: Int)] = []
    for pair in pairs where single.isEmpty || single[single.count - 1] != pair { single.append(pair) }
    candidates = single.count
    places = Self.longestAscending(single)
    leftLength = left.length
    rightLength = right.length
  }

  private static func places(_ profile: TextProfile, _ common: TextProfile.Common) -> [UInt64: [Int]] {
    var places: [UInt64: [Int]] = [:]
    places.reserveCapacity(profile.features.count)
    for feature in profile.features where common.contains(feature.kind) {
      places[feature.hash, default: []].append(feature.offset)
    }
    return places
  }

  /// The longest run that ascends in both, of pairs sorted by their left place: patience sorting.
  private static func longestAscending(_ pairs: [(left: Int, right: Int)]) -> [(left: Int, right: Int)] {
    var tails: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    // Of pairs with one left place the greater right comes first, so that only one of them is taken.
    let order = pairs.indices.sorted { (pairs[$0].left, pairs[$1].right) < (pairs[$1].left, pairs[$0].right) }
    for index in order {
      var low = 0
      var high = tails.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].right < pairs[index].right { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? tails[low - 1] : -1
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var run: [(left: Int, right: Int)] = []
    var next = tails.last ?? -1
    while next >= 0 {
      run.append(pairs[next])
      next = before[next]
    }
    return run.reversed()
  }

  /// Where a place of the left text is to be looked for in the right one.
  package func right(of left: Int) -> Double {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].left <= left { low = middle + 1 } else { high = middle }
    }
    let from = low > 0 ? places[low - 1] : (left: 0, right: 0)
    let to = low < places.count ? places[low] : (left: leftLength, right: rightLength)
    guard to.left > from.left else { return Double(from.right) }
    return Double(from.right)
      + Double(to.right - from.right) * Double(left - from.left) / Double(to.left - from.left)
  }
}
