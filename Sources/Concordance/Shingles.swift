import Vocabulary

/// All runs of three words of a text, folded: what a copy shares with its original though single words were changed.
///
/// Made straight from the bytes, at some hundred megabytes a second, as every document that is stored needs them.
package struct Shingles: Sendable {
  /// Hashes, ascending, each once.
  package let hashes: [UInt64]

  private static let length = 3

  package init(_ text: String) {
    var copy = text
    let words = copy.withUTF8 { Self.words($0) }
    guard words.count >= Self.length else {
      hashes = []
      return
    }
    var found: [UInt64] = []
    found.reserveCapacity(words.count)
    for index in 0...(words.count - Self.length) {
      found.append(Hash.of(Hash.of(words[index], words[index + 1]), words[index + 2]))
    }
    found.sort()
    var last: UInt64?
    found.removeAll { hash in
      defer { last = hash }
      return hash == last
    }
    hashes = found
  }

  /// A hash for each word: letters and digits, folded; all else separates.
  static func words(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(bytes.count / 6)
    var folded: [UInt8] = []
    var index = 0
    func finish() {
      guard !folded.isEmpty else { return }
      words.append(Hash.of(folded))
      folded.removeAll(keepingCapacity: true)
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        let lower = byte | 0x20
        if lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") {
          folded.append(lower)
        } else if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
          folded.append(byte)
        } else {
          finish()
        }
        index += 1
      } else {
        let before = folded.count
        index += Folding.appendWide(bytes, at: index, to: &folded)
        // Typographic apostrophes, dashes and blanks fold to one ASCII mark; letters beyond Latin stay.
        if folded.count == before + 1, let last = folded.last, last < UInt8(ascii: "0") {
          folded.removeLast()
          finish()
        } else if byte == 0xC2 || byte == 0xE2 {
          folded.removeSubrange(before...)
          finish()
        }
      }
    }
    finish()
    return words
  }

  /// How many of both there are.
  package func shared(with other: Shingles) -> Int {
    var count = 0
    var left = 0
    var right = 0
    while left < hashes.count, right < other.hashes.count {
      if hashes[left] == other.hashes[right] {
        count += 1
        left += 1
        right += 1
      } else if hashes[left] < other.hashes[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return count
  }
}
