import TextAnalysis

/// Two texts of one language, word by word: what both have, what only the first, what only the second.
///
/// Words are compared folded: case, accents and punctuation make no difference.
public struct WordingDiff: Sendable, Hashable {
  public enum Run: Sendable, Hashable {
    /// UTF-8 byte offsets into the left and the right text, half open.
    case kept(Range<Int>, Range<Int>)
    /// Into the left text.
    case removed(Range<Int>)
    /// Into the right text.
    case added(Range<Int>)
  }

  /// In the order of both texts; where words were replaced, the removed ones come first.
  public let runs: [Run]
  /// Of the words of both texts, the share that both have: 0 … 1.
  public let likeness: Double

  public init(_ left: String, _ right: String) {
    let one = Tokenizer.tokens(left)
    let two = Tokenizer.tokens(right)
    let pairs = Self.commonWords(one.map(\.raw), two.map(\.raw))
    likeness = one.isEmpty && two.isEmpty ? 1 : 2 * Double(pairs.count) / Double(one.count + two.count)
    var runs: [Run] = []
    var (i, j, next) = (0, 0, 0)
    while i < one.count || j < two.count {
      let start = (i, j)
      while next < pairs.count, pairs[next] == (i, j) { (i, j, next) = (i + 1, j + 1, next + 1) }
      if i > start.0 { runs.append(.kept(Self.span(one, start.0, i), Self.span(two, start.1, j))) }
      let stop = next < pairs.count ? pairs[next] : (one.count, two.count)
      if stop.0 > i { runs.append(.removed(Self.span(one, i, stop.0))) }
      if stop.1 > j { runs.append(.added(Self.span(two, j, stop.1))) }
      (i, j) = stop
    }
    self.runs = runs
  }

  private static func span(_ tokens: [Token], _ from: Int, _ to: Int) -> Range<Int> {
    tokens[from].range.lowerBound..<tokens[to - 1].range.upperBound
  }

  /// A table of more cells is not made: agreements have some dozen words, only a broken text has thousands.
  private static let mostCells = 4_000_000

  /// The places of a longest common run of words.
  private static func commonWords(_ left: [String], _ right: [String]) -> [(Int, Int)] {
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var (endLeft, endRight) = (left.count, right.count)
    while endLeft > start, endRight > start, left[endLeft - 1] == right[endRight - 1] {
      (endLeft, endRight) = (endLeft - 1, endRight - 1)
    }
    let before = (0..<start).map { ($0, $0) }
    let after = (0..<left.count - endLeft).map { (endLeft + $0, endRight + $0) }
    let (rows, columns) = (endLeft - start, endRight - start)
    guard rows > 0, columns > 0, (rows + 1) * (columns + 1) <= mostCells else { return before + after }
    // longest[i, j]: the longest common run of what follows word i on the left and word j on the right.
    var longest = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
    for i in stride(from: rows - 1, through: 0, by: -1) {
      for j in stride(from: columns - 1, through: 0, by: -1) {
        let here = i * (columns + 1) + j
        longest[here] =
          left[start + i] == right[start + j]
          ? longest[here + columns + 2] + 1 : max(longest[here + columns + 1], longest[here + 1])
      }
    }
    var middle: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < rows, j < columns {
      let here = i * (columns + 1) + j
      if left[start + i] == right[start + j] {
        middle.append((start + i, start + j))
        (i, j) = (i + 1, j + 1)
      } else if longest[here + columns + 1] >= longest[here + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return before + middle + after
  }
}
