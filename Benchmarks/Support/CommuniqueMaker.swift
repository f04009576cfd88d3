import Vocabulary

/// Makes communiqués out of given ones: as many as wanted, no two alike.
///
/// Countries, capitals, months and numbers are swapped, each for another of its kind; so is every tenth longer
/// word, for one of the same length in that language, and every fortieth for a name that occurs nowhere else,
/// as in real texts new names never end. What the words around them say stays, so that rules find as much to do.
package struct CommuniqueMaker {
  private let templates: [Template]
  private var random: SeededRandom

  package init(texts: [String], seed: UInt64) {
    templates = ["en", "fr"].flatMap { language in
      let vocabulary = SwappedWords(language: language)
      return texts.filter { Template.language(of: $0) == language }.map { Template($0, vocabulary) }
    }
    random = SeededRandom(seed: seed)
  }

  /// The text of the next communiqué.
  package mutating func next() -> [UInt8] {
    templates[.random(in: 0..<templates.count, using: &random)].filled(with: &random)
  }
}

/// The words of a language that can stand in for each other.
final class SwappedWords {
  let countries: [[UInt8]]
  let capitals: [[UInt8]]
  let months: [[UInt8]]
  /// Words of the texts by their length in bytes.
  fileprivate(set) var byLength: [Int: [[UInt8]]] = [:]
  private var known: Set<[UInt8]> = []
  private let countryNumbers: [[UInt8]: Int]
  private let capitalNumbers: [[UInt8]: Int]

  init(language: String) {
    let isEnglish = language == "en"
    func single(_ column: Int) -> [[UInt8]] {
      Table(.countries).compactMap { row in
        let name = row[column].split(separator: "|").first.map(String.init) ?? ""
        return name.isEmpty || name.contains { !$0.isLetter } ? nil : Array(name.utf8)
      }
    }
    countries = single(isEnglish ? 2 : 3)
    capitals = single(isEnglish ? 10 : 11)
    let months =
      isEnglish
      ? "January February March April May June July August September October November December"
      : "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
    self.months = months.split(separator: " ").map { Array($0.utf8) }
    countryNumbers = Dictionary(zip(countries, 0...)) { first, _ in first }
    capitalNumbers = Dictionary(zip(capitals, 0...)) { first, _ in first }
  }

  func piece(for word: [UInt8]) -> Template.Piece {
    if let number = countryNumbers[word] { return .country(number) }
    if let number = capitalNumbers[word] { return .capital(number) }
    if months.contains(word) { return .month }
    if word.allSatisfy({ (0x30...0x39).contains($0) }) { return .number(word) }
    guard word.count >= 5, let first = word.first, first > 0x5A else { return .fixed(word) }
    if known.insert(word).inserted { byLength[word.count, default: []].append(word) }
    return .word(word)
  }
}

/// A communiqué with the places at which it can be changed.
struct Template {
  enum Piece {
    case fixed([UInt8])
    case country(Int)
    case capital(Int)
    case month
    case number([UInt8])
    case word([UInt8])
  }

  private var pieces: [Piece] = []
  private let words: SwappedWords

  init(_ text: String, _ words: SwappedWords) {
    self.words = words
    var word: [UInt8] = []
    var rest: [UInt8] = []
    for byte in text.utf8 {
      let isWord = byte >= 0x80 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || 0x30...0x39 ~= byte
      if isWord {
        if !rest.isEmpty { pieces.append(.fixed(rest)) }
        rest = []
        word.append(byte)
      } else {
        if !word.isEmpty { pieces.append(words.piece(for: word)) }
        word = []
        rest.append(byte)
      }
    }
    if !word.isEmpty { pieces.append(words.piece(for: word)) }
    if !rest.isEmpty { pieces.append(.fixed(rest)) }
  }

  /// `fr` where French articles outnumber English ones.
  static func language(of text: String) -> String {
    var balance = 0
    for word in text.split(separator: " ") {
      if word == "les" || word == "la" || word == "des" || word == "et" { balance += 1 }
      if word == "the" || word == "and" || word == "of" || word == "to" { balance -= 1 }
    }
    return balance > 0 ? "fr" : "en"
  }

  func filled(with random: inout SeededRandom) -> [UInt8] {
    // The same country stands for the same one all through a text.
    let shift = Int.random(in: 0..<words.countries.count, using: &random)
    var text: [UInt8] = []
    text.reserveCapacity(16_384)
    for piece in pieces {
      switch piece {
      case .fixed(let bytes): text += bytes
      case .country(let number): text += words.countries[(number + shift) % words.countries.count]
      case .capital(let number): text += words.capitals[(number + shift) % words.capitals.count]
      case .month: text += words.months[.random(in: 0..<12, using: &random)]
      case .number(let digits): text += Self.number(like: digits, &random)
      case .word(let word): text += swapped(word, &random)
      }
    }
    return text
  }

  private func swapped(_ word: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    let draw = Int.random(in: 0..<40, using: &random)
    if draw == 0 { return Self.name(&random) }
    guard draw <= 4, let others = words.byLength[word.count] else { return word }
    return others[.random(in: 0..<others.count, using: &random)]
  }

  /// A number that is a year, a day or an amount where the old one was.
  private static func number(like digits: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    let value = Int(String(decoding: digits, as: UTF8.self)) ?? 0
    let other =
      switch value {
      case 1900...2100: Int.random(in: 1990...2035, using: &random)
      case ...31: Int.random(in: 1...28, using: &random)
      default: Int.random(in: 1...9, using: &random) * max(1, value / 10) + value % 10
      }
    return Array(String(other).utf8)
  }

  private static let syllables = [
    "ka", "ro", "mi", "sten", "va", "lu", "der", "no", "chi", "bal", "ou", "ter", "sa", "wen",
  ]

  /// A surname of three or four syllables.
  private static func name(_ random: inout SeededRandom) -> [UInt8] {
    var name = ""
    for _ in 0..<Int.random(in: 3...4, using: &random) {
      name += syllables[.random(in: 0..<syllables.count, using: &random)]
    }
    return Array((name.prefix(1).uppercased() + name.dropFirst()).utf8)
  }
}

/// The same numbers on every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
