import Communique
import Vocabulary

/// Makes communiqués in both languages: the same number gives the same event, in whichever language.
///
/// Sentences are rows of the lexicon in one column or the other, with invented names and numbers; meetings are of few
/// great states and many small ones, over 25 years.
struct Translator {
  private let rows: [(english: String, french: String)]
  private let countries: [String]
  private let domains: [Domain]

  init() {
    rows = Table(.lexicon).compactMap { row in
      guard let english = row.values(1).first, let french = row.values(2).first else { return nil }
      return (english, french)
    }
    countries = Table(.countries).map { $0[0] }
    domains = Names.domains
  }

  /// - Parameters:
  ///   - number: of the event.
  ///   - agreements: how many sentences are agreements; as many again are not.
  func communique(_ number: Int, in language: Language, agreements: Int) -> Communique {
    var random = SplitMix64(state: UInt64(number) &* 7919 &+ 17)
    let one = countries[random.skewed(below: countries.count)]
    let other = countries[random.skewed(below: countries.count)]
    let parties = (one == other ? [one] : [one, other]).map(Party.init(_:))
    let date = CalendarDate(year: 2000 + random.below(25), month: 1 + random.below(12), day: 1 + random.below(28))
    let people = (0..<4).map { _ in random.name() + " " + random.name() }
    var text = ""
    var found: [Agreement] = []
    for index in 0..<agreements * 2 {
      let clause = sentence(in: language, people: people, &random)
      let domain = domains[random.below(domains.count)]
      let start = text.utf8.count
      text += clause
      if index % 2 == 1 {
        found.append(
          Agreement(
            text: clause, span: start..<text.utf8.count, parties: parties, strength: .decided, domains: [domain]))
      }
      text += ".\n"
    }
    return Communique(
      file: "\(number).\(language.rawValue)", text: text, language: language, publishedOn: date?.adding(days: 1),
      heldOn: date, parties: parties, agreements: found)
  }

  private func sentence(in language: Language, people: [String], _ random: inout SplitMix64) -> String {
    var words: [String] = []
    for _ in 0..<8 + random.below(10) {
      let row = rows[random.skewed(below: rows.count)]
      words.append(language == .english ? row.english : row.french)
      if random.below(12) == 0 { words.append(String(2 + random.below(3000))) }
      if random.below(16) == 0 { words.append(people[random.below(people.count)]) }
    }
    return words.joined(separator: language == .english ? " of " : " de ")
  }
}

/// Numbers that look random and are the same in every run.
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  /// The first ones far more often than the last.
  mutating func skewed(below bound: Int) -> Int {
    let share = Double(next() >> 11) / Double(1 << 53)
    return min(bound - 1, Int(share * share * share * Double(bound)))
  }

  mutating func name() -> String {
    let syllables = ["ba", "do", "ke", "lim", "mar", "no", "pel", "ri", "sun", "tov", "vi", "zha", "gor", "fe"]
    let name = (0..<3).map { _ in syllables[below(syllables.count)] }.joined()
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
