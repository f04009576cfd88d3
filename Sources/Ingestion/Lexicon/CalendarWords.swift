import Communique
import Vocabulary

/// The words of dates in one language.
struct CalendarWords {
  private(set) var months: [String: Int] = [:]
  private(set) var weekdays: [String: Int] = [:]
  /// "yesterday" → -1; phrases of several words by their first word, with the others.
  private(set) var days: [String: Int] = [:]
  private(set) var ordinals: [String: Int] = [:]

  init(language: Language) {
    for row in Table(.calendar) {
      guard let value = Int(row[1]) else { continue }
      for phrase in row.values(language == .english ? 2 : 3) {
        let words = Phrase.words(of: phrase).map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
        switch row[0] {
        case "month": months[words] = value
        case "weekday": weekdays[words] = value
        case "day": days[words] = value
        default: ordinals[words] = value
        }
      }
    }
  }
}
