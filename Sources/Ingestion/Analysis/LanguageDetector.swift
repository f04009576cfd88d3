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
    let words = words
    let end = min(bytes.count, enough)
    for position in 0...end {
      let byte = position < end ? bytes[position] : 0x20
      if (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 {
        word = word << 8 | UInt64(byte < 0x80 ? byte | 0x20 : byte)
        continue
      }
      let length = position - start
      start = position + 1
      guard length > 0 else { continue }
      counts.words += 1
      if length <= 8 {
        switch words.language(of: word) {
        case .english: counts.english += 1
        case .french: counts.french += 1
        case nil: break
        }
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

  private static func isClear(_ english: Int, _ french: Int) -> Bool {
    max(english, french) >= 8 * max(1, min(english, french))
  }

  // Words that the other language does not use.
  private static let words = CommonWords(
    english: "the of and to in that with for by their will is was were has have its this which also from between they",
    french: "le les des et du la dans une aux que qui sur pour avec leur leurs ont sont est par ses cette entre ainsi")
}

/// Words of up to eight letters, each as one integer, and their language: a table without collisions to speak of, as
/// every word of a text's beginning is looked up.
private struct CommonWords {
  private var slots: ContiguousArray<(word: UInt64, language: Language?)> = .init(repeating: (0, nil), count: 256)

  init(english: String, french: String) {
    for (words, language) in [(english, Language.english), (french, Language.french)] {
      for word in words.split(separator: " ") { add(word.utf8.reduce(0) { $0 << 8 | UInt64($1) }, language) }
    }
  }

  func language(of word: UInt64) -> Language? {
    var slot = Self.slot(word)
    while slots[slot].word != 0 {
      if slots[slot].word == word { return slots[slot].language }
      slot = (slot + 1) & 255
    }
    return nil
  }

  private mutating func add(_ word: UInt64, _ language: Language) {
    var slot = Self.slot(word)
    while slots[slot].word != 0 { slot = (slot + 1) & 255 }
    slots[slot] = (word, language)
  }

  private static func slot(_ word: UInt64) -> Int { Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 56) }
}
