/// The letters that vocabulary phrases are made of: whole words, beginnings of words and word classes.
///
/// A phrase such as `lutt* contre le terrorisme` is a string over this alphabet; a word of a text can stand for
/// several letters at once (itself, and every beginning it has), which is how one trie matches them all.
final class PhraseAlphabet {
  private var whole: [[UInt8]: Int32] = [:]
  private var beginnings: [[UInt8]: Int32] = [:]
  private var longestBeginning = 0
  private var classes: [[UInt8]: [Int32]] = [:]
  private(set) var count: Int32 = 0

  init() {}

  /// The letter for a word of a phrase: `word`, or `beginning*`; given folded.
  func letter(for element: [UInt8]) -> Int32 {
    if element.last == UInt8(ascii: "*") {
      let stem = Array(element.dropLast())
      longestBeginning = max(longestBeginning, stem.count)
      return intern(stem, in: &beginnings)
    }
    return intern(element, in: &whole)
  }

  /// The letter that any of these words (folded; `beginning*` allowed) stands for.
  func letter(forClass words: [[UInt8]]) -> Int32 {
    count += 1
    for word in words { classes[word, default: []].append(count) }
    for word in words where word.last == UInt8(ascii: "*") { longestBeginning = max(longestBeginning, word.count - 1) }
    return count
  }

  /// All letters that a word, given by its folded bytes, stands for.
  func letters(of word: UnsafeBufferPointer<UInt8>) -> [Int32] {
    guard !word.isEmpty else { return [] }
    var found: [Int32] = []
    let bytes = Array(word)
    if let letter = whole[bytes] { found.append(letter) }
    found += classes[bytes] ?? []
    for length in stride(from: 1, through: min(bytes.count, longestBeginning), by: 1) {
      let stem = Array(bytes[..<length])
      if let letter = beginnings[stem] { found.append(letter) }
      found += classes[stem + [UInt8(ascii: "*")]] ?? []
    }
    return found
  }

  private func intern(_ key: [UInt8], in table: inout [[UInt8]: Int32]) -> Int32 {
    if let letter = table[key] { return letter }
    count += 1
    table[key] = count
    return count
  }
}
