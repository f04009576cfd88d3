import Communique
import Vocabulary

/// The words of dates in one language.
final class CalendarWords {
  let months: WordMap<Int>
  let weekdays: WordMap<Int>
  /// "yesterday" → -1.
  let days: WordMap<Int>
  /// "avant-hier" → -2: days told by two words, by the first, with the second.
  private let pairedDays: WordMap<WordMap<Int>>

  init(language: Language) {
    var values: [String: [String: Int]] = [:]
    var pairs: [String: [String: Int]] = [:]
    for row in Table(.calendar) {
      guard let value = Int(row[1]) else { continue }
      for phrase in row.values(language == .english ? 2 : 3) {
        let words = Phrase.words(of: phrase).map { String(decoding: $0, as: UTF8.self) }
        if words.count == 1 { values[row[0], default: [:]][words[0]] = value }
        if words.count == 2, row[0] == "day" { pairs[words[0], default: [:]][words[1]] = value }
      }
    }
    months = WordMap(values["month"] ?? [:])
    weekdays = WordMap(values["weekday"] ?? [:])
    days = WordMap(values["day"] ?? [:])
    pairedDays = WordMap(pairs.mapValues { WordMap($0) })
  }

  /// The day that two words tell; null where they tell none.
  func day(_ first: Spelling, _ second: Spelling) -> Int? { pairedDays[first]?[second] }
}
