/// What stays of a word when it goes from English to French or back.
enum Cognate {
  /// The first letters of a long word in a spelling that both languages share; null for short ones.
  ///
  /// "cooperation" and "coopération" give `coope`, "traffic" and "trafic" `trafi`.
  static func beginning(of word: some Collection<UInt8>) -> [UInt8]? {
    guard word.count >= 6 else { return nil }
    let letters = levelled(word)
    return letters.count >= 5 ? Array(letters.prefix(5)) : nil
  }

  /// The consonants of a name; null where they are too few to tell it.
  ///
  /// "Edelgeriyev" and "Edelgueriev" give `dlgrv`, "Ruslan" and "Rouslan" `rsln`.
  static func consonants(of word: some Collection<UInt8>) -> [UInt8]? {
    guard word.count >= 4 else { return nil }
    let consonants = levelled(word).filter { !vowels.contains($0) }
    return consonants.count >= 3 ? consonants : nil
  }

  /// The hash of `consonants(of:)`, without making them.
  static func consonantHash(of word: some Collection<UInt8>) -> UInt64? {
    guard word.count >= 4, let consonants = consonants(of: word) else { return nil }
    return Hash.of(consonants, salt: 2)
  }

  private static let vowels = Set("aeiouy".utf8)

  /// Folded letters with the spellings that differ brought together: ph f, qu k c, w v, z s, one letter for two.
  private static func levelled(_ word: some Collection<UInt8>) -> [UInt8] {
    var letters: [UInt8] = []
    letters.reserveCapacity(word.count)
    for byte in word {
      var letter = byte
      switch byte {
      case UInt8(ascii: "k"), UInt8(ascii: "q"): letter = UInt8(ascii: "c")
      case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
      case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
      case UInt8(ascii: "h"):
        if letters.last == UInt8(ascii: "p") { letters[letters.count - 1] = UInt8(ascii: "f") }
        continue
      default: break
      }
      if letters.last != letter { letters.append(letter) }
    }
    return letters
  }
}
