import Communique
import TextAnalysis
import Vocabulary

/// Finds the numbers of a text, in digits and in words.
struct NumberReader {
  struct Number: Hashable {
    /// In decimal digits; a number with separators ("1,500", "1,5") is its groups one by one.
    let value: String
    let isInDigits: Bool
    /// Its first word's place among the tokens.
    let token: Int
  }

  private let words: [String: Int]

  init(_ language: Language) {
    var words: [String: Int] = [:]
    // From two on: "one" is an article too, and "cent" stands in "pour cent".
    for row in Table(.numbers) where row[0] == "number" {
      guard let value = Int(row[1]), value > 1, value != 100 else { continue }
      for phrase in row.values(language == .english ? 2 : 3) where !phrase.utf8.contains(UInt8(ascii: " ")) {
        words[Folding.folded(phrase)] = value
      }
    }
    self.words = words
  }

  func numbers(in tokens: [Token]) -> [Number] {
    var numbers: [Number] = []
    var index = 0
    while index < tokens.count {
      let start = index
      if let digits = Self.digits(of: tokens[index].raw) {
        numbers.append(Number(value: digits, isInDigits: true, token: start))
        index += 1
      } else if var value = words[tokens[index].raw] {
        index += 1
        while index < tokens.count, let sum = Self.joined(value, words[tokens[index].raw]) {
          value = sum
          index += 1
        }
        numbers.append(Number(value: String(value), isInDigits: false, token: start))
      } else {
        index += 1
      }
    }
    return numbers
  }

  /// `twenty-five`, `soixante-dix`, `quatre-vingt-douze`: what two neighbours make together.
  private static func joined(_ value: Int, _ next: Int?) -> Int? {
    guard let next else { return nil }
    if value == 4, next == 20 { return 80 }
    if value == 60 || value == 80, next < 20 { return value + next }
    return value >= 20 && value < 100 && value % 10 == 0 && next < 10 ? value + next : nil
  }

  /// `1er` and `1st` are 1, `007` is 7.
  private static func digits(of word: String) -> String? {
    let digits = word.utf8.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
    guard !digits.isEmpty else { return nil }
    let significant = digits.drop { $0 == UInt8(ascii: "0") }
    return significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
  }
}
