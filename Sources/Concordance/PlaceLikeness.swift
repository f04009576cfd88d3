import Communique

/// How near two agreements stand to the same place of their texts.
struct PlaceLikeness {
  private let anchors: Anchors
  /// How much the places tell, 0 … 1: all in a translation, nothing in texts that only share their matter.
  let trust: Double

  init(_ one: AlignedText, _ two: AlignedText) {
    anchors = Anchors(one.profile, two.profile)
    let many = min(1, Double(anchors.places.count) / 20)
    trust = many * max(0, min(1, (anchors.order - 0.3) / 0.3))
  }

  /// The share of the longer span that the other one covers, or how near they are, whichever says more; 0 … 1.
  func likeness(_ left: Range<Int>, _ right: Range<Int>) -> Double {
    let start = anchors.right(of: left.lowerBound)
    let end = max(start + 1, anchors.right(of: left.upperBound))
    let covered = min(end, Double(right.upperBound)) - max(start, Double(right.lowerBound))
    let longer = max(end - start, Double(right.count))
    if covered > 0 { return 0.5 + 0.5 * covered / longer }
    return 0.5 / (1 - covered / Self.near)
  }

  /// Bytes apart at which half of the likeness is gone: about two lines.
  private static let near = 150.0
}
