import Vocabulary

/// The least that is kept of a text to find its versions and copies among many, read straight from its bytes.
///
/// Every document that is stored is sketched, so that nothing here makes strings: some hundred megabytes a second.
package struct TextSketch: Sendable {
  /// A hash for each word: letters and digits, folded; all else separates.
  package private(set) var words: [UInt64] = []
  /// The consonants of words that begin with a capital, ascending, each once.
  package private(set) var names: [UInt64] = []
  /// Two such words in a row, of which none is common: "Mukhtar Tileuberdi".
  package private(set) var namePairs: [UInt64] = []
  /// Numbers in digits, ascending, each once.
  package private(set) var numbers: [UInt64] = []

  // The word being read.
  private var folded: [UInt8] = []
  private var isCapital = false
  private var start = 0
  // The name before it.
  private var lastName: UInt64?
  private var lastEnd = 0

  package init(_ text: String) {
    var copy = text
    copy.withUTF8 { bytes in
      words.reserveCapacity(bytes.count / 6)
      read(bytes)
    }
    names = Self.single(names)
    numbers = Self.single(numbers)
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let length: Int
      if byte < 0x80 {
        length = 1
        let lower = byte | 0x20
        if lower &- UInt8(ascii: "a") < 26 {
          if folded.isEmpty { (isCapital, start) = (byte < UInt8(ascii: "a"), index) }
          folded.append(lower)
        } else if byte &- UInt8(ascii: "0") < 10 {
          if folded.isEmpty { start = index }
          folded.append(byte)
        } else {
          finish(at: index)
        }
      } else {
        length = readWide(bytes, at: index)
      }
      index += length
    }
    finish(at: index)
  }

  private mutating func readWide(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let before = folded.count
    let first = bytes[index]
    let length = Folding.appendWide(bytes, at: index, to: &folded)
    // Marks fold to one ASCII mark or stay as they are; quotes and blanks have C2 and E2 for their first byte.
    let isMark = folded.count == before + 1 && folded[before] < UInt8(ascii: "0")
    if isMark || first == 0xC2 || first == 0xE2 {
      folded.removeSubrange(before...)
      finish(at: index)
    } else if before == 0, folded.count > 0 {
      isCapital = first == 0xC3 && index + 1 < bytes.count && bytes[index + 1] < 0x9F
      start = index
    }
    return length
  }

  private mutating func finish(at index: Int) {
    guard let first = folded.first else { return }
    words.append(Hash.of(folded))
    if first &- UInt8(ascii: "0") < 10 {
      numbers.append(Hash.of(folded.prefix { $0 &- UInt8(ascii: "0") < 10 }, salt: 1))
      lastName = nil
    } else if isCapital, let name = Cognate.consonantHash(of: folded) {
      names.append(name)
      // Nothing but one blank or hyphen between them.
      if let lastName, start - lastEnd == 1, !CommonNames.contains(name), !CommonNames.contains(lastName) {
        namePairs.append(Hash.of(lastName, name))
      }
      lastName = name
      lastEnd = index
    } else {
      lastName = nil
    }
    folded.removeAll(keepingCapacity: true)
  }

  /// The consonants of all words of a phrase, whether they begin with a capital or not.
  static func consonants(ofWordsIn phrase: String) -> [UInt64] {
    let folded = Array(Folding.folded(phrase).utf8)
    return folded.split { $0 &- UInt8(ascii: "a") >= 26 }.compactMap { Cognate.consonantHash(of: $0) }
  }

  private static func single(_ hashes: [UInt64]) -> [UInt64] {
    var last: UInt64?
    return hashes.sorted().filter { hash in
      defer { last = hash }
      return hash != last
    }
  }
}

extension TextSketch {
  /// The share of the fewer names and numbers that the other text has too: 0 … 1. Versions have half and more of
  /// them, other texts seldom a third, so that most can be told apart before their meanings are looked at.
  package func namesInCommon(with other: TextSketch) -> Double {
    let shared = Self.shared(names, other.names) + Self.shared(numbers, other.numbers)
    let fewer = min(names.count, other.names.count) + min(numbers.count, other.numbers.count)
    return fewer == 0 ? 0 : Double(shared) / Double(fewer)
  }

  /// How many two ascending lists share.
  static func shared(_ left: [UInt64], _ right: [UInt64]) -> Int {
    var count = 0
    var (i, j) = (0, 0)
    while i < left.count, j < right.count {
      if left[i] == right[j] {
        count += 1
        (i, j) = (i + 1, j + 1)
      } else if left[i] < right[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return count
  }
}
