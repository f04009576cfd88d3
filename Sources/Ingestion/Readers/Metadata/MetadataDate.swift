import Communique

/// Reads the days that metadata give: `2022-06-07T10:00:00Z`, `20220607`, `Tue, 07 Jun 2022 10:00:00 +0200`,
/// `7 June 2022`, `June 7, 2022`, `7 juin 2022`, `25/12/2022`.
///
/// The day is the one written, whatever the zone: it is the day that the piece carries. What could be two days
/// (03/04/2022) is none.
enum MetadataDate {
  static func day(_ text: some StringProtocol) -> CalendarDate? {
    let words = words(of: text)
    guard let first = words.first else { return nil }
    return iso(first) ?? named(words) ?? slashed(first)
  }

  /// Runs of letters, digits and the marks inside dates; folded as far as months need it.
  private static func words(of text: some StringProtocol) -> [[UInt8]] {
    Array(text.utf8.prefix(64)).split { ASCII.isSpace($0) || $0 == UInt8(ascii: ",") }.prefix(8).map(Array.init)
  }

  private static func iso(_ word: [UInt8]) -> CalendarDate? {
    func number(_ range: Range<Int>) -> Int? { range.upperBound <= word.count ? self.number(word[range]) : nil }
    guard let year = number(0..<4), year >= 1000, word.count >= 8 else { return nil }
    if ASCII.isDigit(word[4]) {
      guard word.count == 8 || word.count > 8 && !ASCII.isDigit(word[8]), let month = number(4..<6),
        let day = number(6..<8)
      else { return nil }
      return CalendarDate(year: year, month: month, day: day)
    }
    guard word.count >= 10, word[4] == word[7], [0x2D, 0x2F, 0x2E].contains(word[4]), let month = number(5..<7),
      let day = number(8..<10), word.count == 10 || !ASCII.isDigit(word[10])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// With a month's name, in any order that has no two readings.
  private static func named(_ words: [[UInt8]]) -> CalendarDate? {
    guard let place = words.firstIndex(where: { month($0) != nil }), let month = month(words[place]) else { return nil }
    let numbers = words.enumerated().filter { $0.offset != place }
    guard let year = numbers.lazy.filter({ $0.element.count == 4 }).compactMap({ number($0.element[...]) }).first,
      let day = numbers.lazy.compactMap({ day($0.element) }).first
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// `25/12/2022`, `12.25.2022`: day first or month first, where only one of them is a day.
  private static func slashed(_ word: [UInt8]) -> CalendarDate? {
    let parts = word.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x2E || $0 == 0x2D }
    guard parts.count == 3, parts[2].count == 4, let year = number(parts[2]), let a = number(parts[0]),
      let b = number(parts[1])
    else { return nil }
    let readings = Set(
      [CalendarDate(year: year, month: b, day: a), CalendarDate(year: year, month: a, day: b)].compactMap { $0 })
    return readings.count == 1 ? readings.first : nil
  }

  /// 7, 07, 1er, 7th
  private static func day(_ word: [UInt8]) -> Int? {
    let digits = word.prefix(while: ASCII.isDigit)
    guard (1...2).contains(digits.count) else { return nil }
    let rest = String(decoding: word[digits.count...], as: UTF8.self)
    return ["", "er", "st", "nd", "rd", "th", "."].contains(rest) ? number(digits) : nil
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 4, digits.allSatisfy(ASCII.isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func month(_ word: [UInt8]) -> Int? {
    guard word.count >= 3 else { return nil }
    let name = ASCII.lowercased(String(decoding: word.last == 0x2E ? word.dropLast() : word[...], as: UTF8.self))
    return months.firstIndex { $0.contains(name) }.map { $0 + 1 }
  }

  private static let months: [[String]] = [
    ["january", "jan", "janvier", "janv"], ["february", "feb", "février", "fevrier", "févr", "fév"],
    ["march", "mar", "mars"], ["april", "apr", "avril", "avr"], ["may", "mai"], ["june", "jun", "juin"],
    ["july", "jul", "juillet", "juil"], ["august", "aug", "août", "aout"],
    ["september", "sep", "sept", "septembre"], ["october", "oct", "octobre"], ["november", "nov", "novembre"],
    ["december", "dec", "décembre", "decembre", "déc"],
  ]
}
