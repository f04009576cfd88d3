import Communique
import Vocabulary

/// A date as the text writes it; parts that it leaves open are null.
struct WrittenDate {
  var tokens: Range<Int>
  var year: Int?
  var month: Int
  var day: Int?
  /// The last day of a range ("19–20 October").
  var lastDay: Int?

  var isFull: Bool { year != nil && day != nil }

  var date: CalendarDate? {
    guard let year, let day else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  var lastDate: CalendarDate? {
    guard let year, let lastDay else { return nil }
    return CalendarDate(year: year, month: month, day: lastDay)
  }
}

/// Finds dates among tokens.
///
/// - English: "10 June 2022", "June 10, 2022", "June 10", "19–20 October 2015".
/// - French: "10 juin 2022", "1er mars", "du 27 au 29 novembre".
/// - Both: "2022-06-10", "10/06/2022", "10.06.2022" (day first; month first where the second number exceeds 12).
struct DateFinder {
  let draft: Draft

  func dates(in range: Range<Int>) -> [WrittenDate] {
    var found: [WrittenDate] = []
    var position = range.lowerBound
    while position < range.upperBound {
      if let date = date(
        at: position, limit: range.upperBound, after: found.last?.tokens.upperBound ?? range.lowerBound)
      {
        found.append(date)
        position = date.tokens.upperBound
      } else {
        position += 1
      }
    }
    return found
  }

  private func date(at position: Int, limit: Int, after bound: Int) -> WrittenDate? {
    let token = draft.tokens[position]
    if token.kind == .number { return numeric(at: position, limit: limit) }
    guard token.kind == .word, draft.has(position, .month) else { return nil }
    guard let month = draft.vocabulary.calendar.months[draft.spelling(position)] else { return nil }
    // "may" and "mars" are words of their own: they need a number beside them, and a capital in English.
    if draft.language == .english, !token.shape.contains(.capital) { return nil }
    return withDayBefore(position, month, limit, bound) ?? withDayAfter(position, month, limit)
      ?? monthAlone(position, month, limit)
  }

  private func withDayBefore(_ position: Int, _ month: Int, _ limit: Int, _ bound: Int) -> WrittenDate? {
    guard position > bound, let day = day(position - 1) else { return nil }
    var first = position - 1
    var firstDay: Int?
    // "19–20 octobre", "du 27 au 29 novembre", "19 and 20 October".
    if first - 2 >= bound, let earlier = self.day(first - 2), earlier < day, isRangeLink(first - 1) {
      firstDay = earlier
      first -= 2
    }
    let (year, end) = year(after: position + 1, limit)
    return WrittenDate(
      tokens: first..<end, year: year, month: month, day: firstDay ?? day, lastDay: firstDay == nil ? nil : day)
  }

  private func withDayAfter(_ position: Int, _ month: Int, _ limit: Int) -> WrittenDate? {
    guard draft.language == .english, position + 1 < limit, let day = day(position + 1) else { return nil }
    var next = position + 2
    var lastDay: Int?
    if next + 1 < limit, isRangeLink(next), let later = self.day(next + 1), later > day {
      lastDay = later
      next += 2
    }
    let (year, end) = year(after: next, limit)
    return WrittenDate(tokens: position..<end, year: year, month: month, day: day, lastDay: lastDay)
  }

  private func monthAlone(_ position: Int, _ month: Int, _ limit: Int) -> WrittenDate? {
    let (year, end) = year(after: position + 1, limit)
    guard year != nil else { return nil }
    return WrittenDate(tokens: position..<end, year: year, month: month, day: nil)
  }

  private func isRangeLink(_ index: Int) -> Bool {
    if draft.isMark(index, .dash) || draft.isMark(index, .slash) || draft.isMark(index, .other) { return true }
    return draft.isWord(index) && ["au", "et", "and", "to", "a"].contains(draft.spelling(index))
  }

  /// "10", "1er", "1e", "14th".
  private func day(_ index: Int) -> Int? {
    guard index >= 0, index < draft.tokens.count, draft.tokens[index].kind == .number else { return nil }
    var digits = 0
    var value = 0
    for byte in draft.bytes[draft.tokens[index].range] {
      guard byte >= 0x30, byte <= 0x39 else { break }
      digits += 1
      // A run of digits can be of any length.
      guard digits <= 2 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    let suffix = draft.text(draft.tokens[index].range).dropFirst(digits).lowercased()
    guard ["", "er", "e", "st", "nd", "rd", "th"].contains(suffix) else { return nil }
    return (1...31).contains(value) ? value : nil
  }

  private func year(after index: Int, _ limit: Int) -> (Int?, Int) {
    var next = index
    if next < limit, draft.isMark(next, .comma) { next += 1 }
    // "April 22nd of this year" and the like leave it open.
    guard next < limit, let year = Self.year(draft, next) else { return (nil, index) }
    return (year, next + 1)
  }

  /// A number of four digits from 1800 to 2199.
  static func year(_ draft: Draft, _ index: Int) -> Int? {
    let token = draft.tokens[index]
    guard token.kind == .number, token.end - token.start == 4 else { return nil }
    var value = 0
    for byte in draft.bytes[token.range] {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return (1800...2199).contains(value) ? value : nil
  }

  private func numeric(at position: Int, limit: Int) -> WrittenDate? {
    // "08.06.2022" is one token, "08/06/2022" and "2024-09-19" are several.
    let text = draft.text(draft.tokens[position].range)
    let parts = text.split(separator: ".").map { Int($0) }
    if parts.count == 3, let a = parts[0], let b = parts[1], let c = parts[2] {
      return assemble(a, b, c, position..<position + 1)
    }
    if let joined = joinedNumbers(at: position, limit: limit) { return joined }
    guard position + 4 < limit, draft.isMark(position + 1, .slash) || draft.isMark(position + 1, .other) else {
      return nil
    }
    guard draft.isMark(position + 3, .slash) || draft.isMark(position + 3, .other) else { return nil }
    guard let a = integer(position), let b = integer(position + 2), let c = integer(position + 4) else { return nil }
    return assemble(a, b, c, position..<position + 5)
  }

  private func joinedNumbers(at position: Int, limit: Int) -> WrittenDate? {
    guard position + 2 < limit, draft.tokens[position + 1].shape.contains(.joined),
      draft.tokens[position + 2].shape.contains(.joined), let a = integer(position), let b = integer(position + 1),
      let c = integer(position + 2)
    else { return nil }
    return assemble(a, b, c, position..<position + 3)
  }

  private func integer(_ index: Int) -> Int? {
    draft.tokens[index].kind == .number ? Int(draft.text(draft.tokens[index].range)) : nil
  }

  private func assemble(_ a: Int, _ b: Int, _ c: Int, _ tokens: Range<Int>) -> WrittenDate? {
    if a >= 1800, CalendarDate(year: a, month: b, day: c) != nil {
      return WrittenDate(tokens: tokens, year: a, month: b, day: c)
    }
    guard c >= 1800 else { return nil }
    if CalendarDate(year: c, month: b, day: a) != nil {
      return WrittenDate(tokens: tokens, year: c, month: b, day: a)
    }
    if CalendarDate(year: c, month: a, day: b) != nil {
      return WrittenDate(tokens: tokens, year: c, month: a, day: b)
    }
    return nil
  }
}
