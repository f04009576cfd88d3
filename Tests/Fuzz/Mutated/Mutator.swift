/// Changes inputs at random, from a seed: the same seed and run give the same input everywhere.
struct Mutator {
  private var random: Seeded
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private static let sizeLimit = 1 << 16

  /// - Parameters:
  ///   - seeds: inputs to begin with.
  ///   - words: what means something to the target, put in here and there.
  init(seed: UInt64, run: Int, seeds: [[UInt8]], words: [String]) {
    random = Seeded(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(run))
    self.seeds = seeds.isEmpty ? [[]] : seeds
    self.words = (words + Self.oddities).map { Array($0.utf8) }
  }

  /// What many programs do not expect.
  private static let oddities = [
    "", "\0", "\u{FEFF}", "\r\n", "\r", "\n\n", "\t", "\u{A0}", "\u{AD}", "e\u{301}", "\u{202E}", "\u{1B}[31m", "’",
    "«\u{A0}",
    "ß", "İ", "ﬁ", "日本", "🇫🇷", "\u{10FFFF}", "9999-12-31", "0000-00-00", "99999999999999999999", "-1", "1e308", "\"",
    "\\",
    "(((((((((", "....", "----------",
  ]

  mutating func input() -> [UInt8] {
    var bytes = seeds[below(seeds.count)]
    for _ in 0..<1 + below(8) { change(&bytes) }
    if bytes.count > Self.sizeLimit { bytes.removeLast(bytes.count - Self.sizeLimit) }
    return bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    switch below(9) {
    case 0: if !bytes.isEmpty { bytes[below(bytes.count)] ^= UInt8(1 << below(8)) }
    case 1: if !bytes.isEmpty { bytes[below(bytes.count)] = UInt8(below(256)) }
    case 2: bytes.removeSubrange(range(in: bytes, atMost: 200))
    case 3: bytes.insert(contentsOf: bytes[range(in: bytes, atMost: 400)], at: below(bytes.count + 1))
    case 4, 5: bytes.insert(contentsOf: words[below(words.count)], at: below(bytes.count + 1))
    case 6: bytes.replaceSubrange(range(in: bytes, atMost: 12), with: words[below(words.count)])
    case 7:
      let other = seeds[below(seeds.count)]
      bytes.replaceSubrange(range(in: bytes, atMost: 2000), with: other[range(in: other, atMost: 2000)])
    default: changeDigit(&bytes)
    }
  }

  /// Numbers, dates and offsets that nearly hold.
  private mutating func changeDigit(_ bytes: inout [UInt8]) {
    let start = below(bytes.count + 1)
    guard let place = bytes[start...].firstIndex(where: { (0x30...0x39).contains($0) }) else { return }
    bytes[place] = UInt8(0x30 + below(10))
  }

  private mutating func range(in bytes: [UInt8], atMost length: Int) -> Range<Int> {
    let start = below(bytes.count + 1)
    return start..<min(bytes.count, start + below(length + 1))
  }

  private mutating func below(_ limit: Int) -> Int { Int(random.next() % UInt64(max(1, limit))) }
}

/// SplitMix64.
struct Seeded {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
