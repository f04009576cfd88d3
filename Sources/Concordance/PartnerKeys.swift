import Communique

/// The numbers under which a document is filed, so that those that may belong to it are found among many.
///
/// Partners share several of them: a party in the same fortnight or the next, names, runs of words. None decides
/// anything; `DocumentLikeness` looks at the texts of those who share most.
package struct PartnerKeys: Sendable {
  /// What it is filed under.
  package let filed: [Int64]
  /// What partners are looked for under: the same, and the neighbouring fortnights.
  package let sought: [Int64]

  private static let mostParties = 4
  private static let daysOfBucket = 14
  private static let names = 3
  private static let namePairs = 2
  private static let bands = 4

  package init(parties: Set<Party>, date: CalendarDate?, sketch: TextSketch) {
    let names =
      Self.least(sketch.names.filter { !CommonNames.contains($0) }, count: Self.names, salt: 1)
      + Self.least(sketch.namePairs, count: Self.namePairs, salt: 2)
    let words = Self.bandKeys(sketch.words)
    var filed = names + words
    var sought = filed
    // Where one of two has no date, those of the same parties are looked through.
    if !parties.isEmpty {
      let all = Hash.of(parties.sorted().map(\.rawValue).joined(separator: " ").utf8, salt: 4)
      filed.append(Self.key(all, date == nil ? 0 : 1))
      sought += date == nil ? [Self.key(all, 0), Self.key(all, 1)] : [Self.key(all, 0)]
    }
    if let date {
      let bucket = date.ordinal / Self.daysOfBucket
      for party in parties.sorted().prefix(Self.mostParties) {
        let hash = Hash.of(party.rawValue.utf8, salt: 3)
        filed.append(Self.key(hash, bucket))
        sought += (bucket - 1...bucket + 1).map { Self.key(hash, $0) }
      }
    }
    self.filed = Array(Set(filed))
    self.sought = Array(Set(sought))
  }

  package init(_ communique: Communique) {
    self.init(
      parties: communique.allParties, date: communique.date, sketch: TextSketch(communique.text))
  }

  private static func key(_ hash: UInt64, _ bucket: Int) -> Int64 {
    Int64(bitPattern: Hash.of(hash, UInt64(bitPattern: Int64(bucket))))
  }

  /// The least of each of so many orders of the hashes: two texts that share half of them share about half of these.
  private static func least(_ hashes: [UInt64], count: Int, salt: UInt64) -> [Int64] {
    guard !hashes.isEmpty else { return [] }
    return (0..<UInt64(count)).map { number in
      let seed = Hash.stirred(number &+ salt << 32)
      let least = hashes.reduce(UInt64.max) { min($0, Hash.stirred($1 ^ seed)) }
      return Int64(bitPattern: Hash.of(least, seed))
    }
  }

  /// Of the runs of three words the least in each of eight parts, two to a key.
  private static func bandKeys(_ words: [UInt64]) -> [Int64] {
    let runs = Shingles.runs(of: words)
    // Too short to tell a copy by its words.
    guard runs.count >= 40 else { return [] }
    var least = [UInt64](repeating: .max, count: bands * 2)
    for run in runs {
      let part = Int(truncatingIfNeeded: run >> 32) & (bands * 2 - 1)
      least[part] = min(least[part], run)
    }
    return (0..<bands).map { Int64(bitPattern: Hash.of(least[2 * $0], least[2 * $0 + 1] &+ 4)) }
  }
}
