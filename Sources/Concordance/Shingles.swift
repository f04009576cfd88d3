/// All runs of three words of a text, folded: what a copy shares with its original though single words were changed.
package struct Shingles: Sendable {
  /// Hashes, ascending, each once.
  package let hashes: [UInt64]

  private static let length = 3

  package init(_ sketch: TextSketch) {
    var last: UInt64?
    hashes = Self.runs(of: sketch.words).sorted().filter { hash in
      defer { last = hash }
      return hash != last
    }
  }

  /// Hashes of the runs, in the order of the text.
  static func runs(of words: [UInt64]) -> [UInt64] {
    guard words.count >= length else { return [] }
    return (0...(words.count - length)).map { Hash.of(Hash.of(words[$0], words[$0 + 1]), words[$0 + 2]) }
  }

  /// How many of both there are.
  package func shared(with other: Shingles) -> Int { TextSketch.shared(hashes, other.hashes) }
}
