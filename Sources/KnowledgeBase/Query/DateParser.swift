@preconcurrency import Glibc
import Communique
import Vocabulary

/// Reads dates as people write them in French and English: each is a span of days, ends included.
///
/// `2022`, `2022-06`, `2022-06-07`, `2022-Q3` or `T3`, `June 2022`, `7 juin 2022`, `last year`, `l'an dernier`,
/// and `a..b` of any two, or with an end left open. What could be two days (03/04/2022) is refused.
struct DateParser {
  /// The day that `this year` is the year of; the clock's where none was given.
  private let today: CalendarDate?

  init(today: CalendarDate?) { self.today = today }

  /// The forms allowed, for errors.
  static let forms = [
    "2022", "2022-06", "2022-06-07", "2022-Q3", "juin 2022", "7 June 2022", "2022-06..2023", "2022..",
  ]

  func range(_ text: String, at place: Range<Int>) throws(QueryError) -> DateRange {
    guard let (left, right) = text.rangeEnds else { return try single(text, at: place) }
    guard !(left.isBlank && right.isBlank) else { throw bad(text, place) }
    // Both ends are read before they are compared, so that the error names the one at fault.
    let first = left.isBlank ? nil : try single(left, at: place)
    let last = right.isBlank ? nil : try single(right, at: place)
    if let range = DateRange(first: first?.first, last: last?.last) { return range }
    throw QueryError(.backwardRange(text), at: place)
  }

  private func single(_ text: String, at place: Range<Int>) throws(QueryError) -> DateRange {
    let words = Self.words(text)
    if let range = numeric(words) ?? named(words) ?? RelativeDates(today: today ?? Self.clock).range(words) {
      return range
    }
    if let readings = Self.twoReadings(words) {
      throw QueryError(.ambiguousDate(text), at: place, suggestions: readings, allowed: Self.forms)
    }
    throw bad(text, place)
  }

  private func bad(_ text: String, _ place: Range<Int>) -> QueryError {
    QueryError(.badDate(text), at: place, allowed: Self.forms)
  }

  /// Folded words; commas, elisions and what only fills ("le 7 juin", "the 7th of June", "en 2022") left out.
  private static func words(_ text: String) -> [String] {
    Folding.folded(text).split { $0 == " " || $0 == "," || $0 == "'" || $0 == "\t" }.map(String.init)
      .filter { !["le", "la", "les", "l", "d", "de", "du", "the", "of", "en", "in", "on"].contains($0) }
  }

  private static var clock: CalendarDate? {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    return CalendarDate(year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
  }
}

// Dates in figures.
extension DateParser {
  private func numeric(_ words: [String]) -> DateRange? {
    if words.count == 2 {
      // "Q3 2022", "2022 T3"
      return numeric(["\(words[0])-\(words[1])"]) ?? numeric(["\(words[1])-\(words[0])"])
    }
    guard words.count == 1 else { return nil }
    let parts = words[0].split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let year = Self.year(parts[0]) else { return Self.dayFirst(words[0]) }
    switch parts.count {
    case 1: return DateRange(year: year)
    case 2: return Self.partOfYear(parts[1], year)
    case 3:
      guard let month = Self.number(parts[1], digits: 2), let day = Self.number(parts[2], digits: 2) else { return nil }
      return CalendarDate(year: year, month: month, day: day).map(DateRange.init(day:))
    default: return nil
    }
  }

  private static func partOfYear(_ part: String, _ year: Int) -> DateRange? {
    if let month = number(part, digits: 2) { return month <= 12 ? DateRange(year: year, months: month...month) : nil }
    guard part.utf8.count == 2, let index = Int(part.dropFirst()) else { return nil }
    switch (part.first, index) {
    case ("q", 1...4), ("t", 1...4): return DateRange(year: year, months: index * 3 - 2...index * 3)
    case ("s", 1...2), ("h", 1...2): return DateRange(year: year, months: index * 6 - 5...index * 6)
    default: return nil
    }
  }

  /// `25/12/2022`, where only one reading is a date, or both are the same.
  private static func dayFirst(_ word: String) -> DateRange? {
    let readings = readings(of: word)
    return Set(readings).count == 1 ? readings.first.map(DateRange.init(day:)) : nil
  }

  private static func twoReadings(_ words: [String]) -> [QueryError.Suggestion]? {
    guard words.count == 1 else { return nil }
    let readings = readings(of: words[0])
    return readings.count < 2 ? nil : readings.map { QueryError.Suggestion(text: $0.description, code: $0.description) }
  }

  /// Day first, month first.
  private static func readings(of word: String) -> [CalendarDate] {
    let parts = word.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "." || $0 == "-" }.map(String.init)
    guard parts.count == 3, let year = year(parts[2]), let a = Int(parts[0]), let b = Int(parts[1]),
      parts[0].utf8.count <= 2, parts[1].utf8.count <= 2
    else { return [] }
    return [CalendarDate(year: year, month: b, day: a), CalendarDate(year: year, month: a, day: b)].compactMap { $0 }
  }

  static func year(_ text: String) -> Int? { number(text, digits: 4).flatMap { $0 > 0 ? $0 : nil } }

  private static func number(_ text: String, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(text).flatMap { $0 > 0 ? $0 : nil }
  }
}

// Dates with a month's name.
extension DateParser {
  private func named(_ words: [String]) -> DateRange? {
    guard let place = words.firstIndex(where: { Self.month($0) != nil }), let month = Self.month(words[place]),
      let year = words.last.flatMap(Self.year)
    else { return nil }
    let others = words.indices.filter { $0 != place && $0 != words.count - 1 }.map { words[$0] }
    if others.isEmpty { return DateRange(year: year, months: month...month) }
    guard others.count == 1, let day = Self.day(others[0]) else { return nil }
    return CalendarDate(year: year, month: month, day: day).map(DateRange.init(day:))
  }

  /// 7, 1er, 7th
  private static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.count),
      ["", "er", "st", "nd", "rd", "th"].contains(String(word.dropFirst(digits.count)))
    else { return nil }
    return Int(digits)
  }

  static func month(_ word: String) -> Int? {
    let name = word.hasSuffix(".") ? String(word.dropLast()) : word
    return months.firstIndex { $0.contains(name) }.map { $0 + 1 }
  }

  /// Both languages and their usual abbreviations, folded.
  private static let months: [[String]] = [
    ["january", "janvier", "jan", "janv"], ["february", "fevrier", "feb", "fev", "fevr"],
    ["march", "mars", "mar"], ["april", "avril", "apr", "avr"], ["may", "mai"], ["june", "juin", "jun"],
    ["july", "juillet", "jul", "juil"], ["august", "aout", "aug"],
    ["september", "septembre", "sep", "sept"], ["october", "octobre", "oct"],
    ["november", "novembre", "nov"], ["december", "decembre", "dec"],
  ]
}

extension String {
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// What stands left and right of the first `..`; null where there is none.
  var rangeEnds: (left: String, right: String)? {
    let bytes = Array(utf8)
    guard let dots = bytes.indices.dropLast().first(where: { bytes[$0] == 0x2E && bytes[$0 + 1] == 0x2E }) else {
      return nil
    }
    return (String(decoding: bytes[..<dots], as: UTF8.self), String(decoding: bytes[(dots + 2)...], as: UTF8.self))
  }
}
