import Communique
import Vocabulary

/// Makes communiqués that look like a large store's: words by Zipf's law in two languages, few countries and
/// domains in most agreements, the rest rare. The same numbers give the same corpus.
struct Corpus {
  private var random: SplitMix64
  private let english: Words
  private let french: Words
  private let countries: Zipf<String>
  private let domains: Zipf<String>
  private let publishers: Zipf<String>

  init(seed: UInt64 = 1) {
    random = SplitMix64(state: seed)
    let rare = Self.invented(20_000, using: &random)
    english = Words(Self.lexicon(1), rare, of: ["the", "of", "and", "to", "in", "for", "with", "on"])
    french = Words(Self.lexicon(2), rare, of: ["la", "de", "et", "à", "en", "les", "des", "l'", "d'"])
    var codes = Table(.countries).map { $0[0] }
    // The great meet most: so they do in the news.
    let often = ["CHN", "USA", "FRA", "RUS", "DEU", "KAZ", "IND", "JPN", "GBR", "EGY"]
    codes = often + codes.filter { !often.contains($0) }
    countries = Zipf(codes)
    let first = ["trade", "politics", "energy", "transport", "security"]
    domains = Zipf(first + Names.domains.map(\.rawValue).filter { !first.contains($0) })
    publishers = Zipf((1...300).map { "Agency \($0)" })
  }

  /// One communiqué of about fourteen agreements.
  mutating func communique(number: Int, agreements: Int) -> Communique {
    let language: Language = random.below(2) == 0 ? .english : .french
    let words = language == .english ? english : french
    let one = countries.draw(&random)
    let other = countries.draw(&random)
    let meeting = one == other ? [one] : [one, other]
    let date = CalendarDate(year: 2000 + random.below(25), month: 1 + random.below(12), day: 1 + random.below(28))
    var text = ""
    var found: [Agreement] = []
    for _ in 0..<agreements {
      let clause = words.clause(of: 12 + random.below(20), &random)
      let start = text.utf8.count
      text += clause
      let parties = random.below(5) == 0 ? [meeting[0]] : meeting
      found.append(
        Agreement(
          text: clause, span: start..<text.utf8.count, parties: parties.map(Party.init(_:)),
          strength: Strength.allCases[min(4, random.below(7))], domains: drawnDomains()))
      text += ". "
    }
    return Communique(
      file: "corpus/\(number).txt", text: text, language: language,
      title: words.clause(of: 8, &random), publisher: publishers.draw(&random),
      publishedOn: date?.adding(days: 1), heldOn: date, parties: meeting.map(Party.init(_:)), agreements: found)
  }

  private mutating func drawnDomains() -> [Domain] {
    var codes = [domains.draw(&random)]
    if random.below(2) == 0 {
      let second = domains.draw(&random)
      if second != codes[0] { codes.append(second) }
    }
    return codes.map(Domain.init(_:))
  }

  /// Single words and expressions of the lexicon: what communiqués are made of.
  private static func lexicon(_ column: Int) -> [String] {
    Table(.lexicon).compactMap { $0.values(column).first }
  }

  /// Names of places and persons, as rare as these are.
  private static func invented(_ count: Int, using random: inout SplitMix64) -> [String] {
    let consonants = Array("bdfgklmnprstvz")
    let vowels = Array("aeiou")
    return (0..<count).map { number in
      var word = ""
      for _ in 0..<3 {
        word.append(consonants[random.below(consonants.count)])
        word.append(vowels[random.below(vowels.count)])
      }
      return number < 26 ? word + "x" : word
    }
  }
}

/// The words of a language: some function words, the lexicon by Zipf's law, and now and then a rare name.
struct Words {
  private let common: Zipf<String>
  private let rare: [String]
  private let function: [String]

  init(_ common: [String], _ rare: [String], of function: [String]) {
    // The alphabet is no order of frequency.
    var shuffled = common
    var random = SplitMix64(state: 7)
    for index in shuffled.indices.dropFirst() { shuffled.swapAt(index, random.below(index + 1)) }
    let frequent = ["cooperation", "coopération", "energy", "énergie"]
    let first = frequent.filter(shuffled.contains)
    self.common = Zipf(first + shuffled.filter { !first.contains($0) })
    self.rare = rare
    self.function = function
  }

  func clause(of count: Int, _ random: inout SplitMix64) -> String {
    var text = ""
    for index in 0..<count {
      if index > 0, !text.hasSuffix("'") { text += " " }
      switch random.below(20) {
      case 0..<6: text += function[random.below(function.count)]
      case 6: text += rare[random.below(rare.count)]
      default: text += common.draw(&random)
      }
    }
    return text.hasSuffix("'") ? String(text.dropLast()) : text
  }
}

/// Draws values of which the n-th is n times rarer than the first.
struct Zipf<Element> {
  private let elements: [Element]
  private let sums: [Double]

  init(_ elements: [Element]) {
    self.elements = elements
    var sum = 0.0
    sums = elements.indices.map { index in
      sum += 1 / Double(index + 1)
      return sum
    }
  }

  func draw(_ random: inout SplitMix64) -> Element {
    let wanted = Double(random.next() >> 11) / Double(1 << 53) * (sums.last ?? 0)
    var low = 0
    var high = sums.count - 1
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return elements[low]
  }
}

/// A small generator of random numbers (Steele, Lea and Flood 2014), the same on every machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
