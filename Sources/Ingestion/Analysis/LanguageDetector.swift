import Communique

/// Tells the language of a text by its commonest words.
///
/// Rule: of the words "the, of, and, to …" and "le, les, des, et …", those of one language must be at least twice
/// as many as those of the other, and at least one word in twelve. A text that is neither has no language.
enum LanguageDetector {
  /// Looks at the first part of a text; past that nothing changes the verdict.
  private static let enough = 1 << 16
  /// With so many words of the two lists, the verdict of a clear text is taken.
  private static let clear = 60

  static func language(of bytes: UnsafeBufferPointer<UInt8>) -> Language? {
    var counts = (english: 0, french: 0, words: 0)
    var start = 0
    var word: UInt64 = 0
    for position in 0...min(bytes.count, enough) {
      let byte = position < min(bytes.count, enough) ? bytes[position] : 0x20
      if (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 {
        word = word << 8 | UInt64(byte < 0x80 ? byte | 0x20 : byte)
        continue
      }
      let length = position - start
      start = position + 1
      guard length > 0 else { continue }
      counts.words += 1
      if length <= 8 {
        if english.contains(word) { counts.english += 1 }
        if french.contains(word) { counts.french += 1 }
      }
      word = 0
      if counts.english + counts.french >= clear, isClear(counts.english, counts.french) { break }
    }
    let best = max(counts.english, counts.french)
    guard counts.words >= 5, best * 12 >= counts.words else { return nil }
    if counts.french >= counts.english * 2 { return .french }
    if counts.english >= counts.french * 2 { return .english }
    return nil
  }

  private static func isClear(_ english: Int, _ french: Int) -> Bool { max(english, french) >= 8 * max(1, min(english, french)) }

  private static func set(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { $0.utf8.reduce(0) { $0 << 8 | UInt64($1) } })
  }

  // Words that the other language does not use.
  private static let english = set(
    "the of and to in that with for by their will is was were has have its this which also from between they")
  private static let french = set(
    "le les des et du la dans une aux que qui sur pour avec leur leurs ont sont est par ses cette entre ainsi")
}
