import Communique
import Vocabulary

/// Reads a day or period at a place of the text, counted from the date of the text where it leaves the year open.
///
/// - English: "2030", "June 2025", "next June", "14 May 2025", "May 14", "the end of the year", "mid-2026", "the second
///   half of 2026", "Q3 2025", "this year".
/// - French: "2030", "juin 2025", "juin prochain", "le 14 mai 2025", "fin août", "mi-2026", "second semestre 2026",
///   "3e trimestre de l'année prochaine", "cette année".
///
/// A month, quarter or half without a year is the next to come, the current one included; "prochain" and "next" leave
/// the current one out. A year that is one end of a range ("2025-2027") or belongs to a name ("the 2026 summit") is none.
struct MomentReader {
  let phrases: PhraseReader
  let reference: CalendarDate?

  private var draft: Draft { phrases.draft }

  init(_ phrases: PhraseReader, reference: CalendarDate?) {
    self.phrases = phrases
    self.reference = reference
  }

  /// - Parameter bareUnit: whether "the year", "l'année" alone are the current one.
  func moment(at start: Int, limit: Int, bareUnit: Bool = false) -> Moment? {
    let position = phrases.skip(.filler, from: start, limit: limit)
    if let edge = phrases.longest(.edge, at: position, limit: limit), let place = Moment.Edge(rawValue: Int(edge.value))
    {
      let inner = phrases.skip(.filler, from: edge.end, limit: limit)
      if let found = period(at: inner, limit: limit, bareUnit: true) { return found.narrowed(to: place) }
    }
    if position > start, let found = period(at: start, limit: limit, bareUnit: bareUnit) { return found }
    return period(at: position, limit: limit, bareUnit: bareUnit)
  }

  /// What stands at a token, without "the end of" and the like.
  private func period(at position: Int, limit: Int, bareUnit: Bool) -> Moment? {
    guard position < limit else { return nil }
    if draft.tokens[position].kind == .number { return startingWithNumber(position, limit) }
    let kinds: DetailPhrases.Kinds = [
      .monthName, .ordinal, .year, .month, .week, .quarter, .half, .season, .unit, .next,
    ]
    for match in phrases.all(kinds, at: position, limit: limit) {
      if let found = period(of: match, at: position, limit: limit, bareUnit: bareUnit) { return found }
    }
    return nil
  }

  private func period(of match: PhraseReader.Match, at position: Int, limit: Int, bareUnit: Bool) -> Moment? {
    let value = Int(match.value)
    switch match.kind {
    case .monthName: return startingWithMonth(value, position, match.end, limit)
    case .ordinal: return part(value, unitAt: match.end, limit)
    case .quarter: return part(value, months: 3, from: match.end, limit)
    case .half: return part(value, months: 6, from: match.end, limit)
    case .season: return season(value, position, match.end, limit)
    case .year:
      return isPossessive(match.end - 1) ? nil : reference.flatMap { Moment.year($0.year + value, end: match.end) }
    case .month: return relativeMonth(value, match.end)
    case .week: return relativeWeek(value, match.end)
    case .unit: return unit(value, position, match.end, limit, bareUnit)
    case .next: return next(match.end, limit)
    default: return nil
    }
  }

  // MARK: numbers

  private func startingWithNumber(_ position: Int, _ limit: Int) -> Moment? {
    if let year = year(at: position, limit) {
      guard !belongsToName(position) else { return nil }
      var found = Moment.year(year, end: position + 1)
      found?.isBareYear = true
      return found
    }
    if let number = smallNumber(position) {
      if let found = dayAndMonth(number, position, limit) { return found }
      if let found = part(number, unitAt: position + 1, limit) { return found }
    }
    let written = DateFinder(draft: draft).dates(in: position..<min(position + 5, limit)).first
    guard let written, written.tokens.lowerBound == position, let date = written.date else { return nil }
    return Moment.day(date, end: written.tokens.upperBound)
  }

  /// "14 mai 2025", "14th of May", "14 et 15 mai", "14–16 May 2026": the last day of several.
  private func dayAndMonth(_ first: Int, _ position: Int, _ limit: Int) -> Moment? {
    var day = first
    var next = position + 1
    if next + 1 < limit, isRangeLink(next), let later = smallNumber(next + 1), later > day {
      day = later
      next += 2
    }
    if next < limit, phrases.isWord(next, ["of"]) { next += 1 }
    guard let month = phrases.longest(.monthName, at: next, limit: limit), hasCapital(next) else { return nil }
    return dated(day, Int(month.value), month.end, limit)
  }

  private func isRangeLink(_ index: Int) -> Bool {
    if draft.isMark(index, .dash) || draft.isMark(index, .other) { return true }
    return phrases.isWord(index, ["et", "and", "to", "au", "a"])
  }

  /// "14", "1er", "2e", "3rd": 1 … 31.
  private func smallNumber(_ index: Int) -> Int? {
    guard draft.tokens[index].kind == .number else { return nil }
    var value = 0
    var digits = 0
    let range = draft.tokens[index].range
    for byte in draft.bytes[range] {
      guard byte &- 0x30 < 10 else { break }
      digits += 1
      // A run of digits can be of any length.
      guard digits <= 2 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    guard digits > 0, (1...31).contains(value) else { return nil }
    if digits == range.count { return value }
    return Self.ordinalEndings.contains(draft.text(range.dropFirst(digits))) ? value : nil
  }

  private static let ordinalEndings: Set<String> = ["er", "re", "e", "eme", "me", "nd", "st", "rd", "th", "ER", "E"]

  /// A year that stands for itself: not one end of "2025-2027".
  private func year(at index: Int, _ limit: Int) -> Int? {
    guard index < limit, let year = DateFinder.year(draft, index) else { return nil }
    let next = index + 1
    if next + 1 < limit, draft.tokens[next + 1].kind == .number,
      draft.isMark(next, .dash) || draft.isMark(next, .other) || draft.isMark(next, .slash)
    {
      return nil
    }
    return year
  }

  /// "the 2026 summit".
  private func belongsToName(_ index: Int) -> Bool {
    index > 0 && phrases.isWord(index - 1, ["the", "this", "its", "their", "le", "la", "l", "les", "cette"])
  }

  // MARK: months and days

  private func startingWithMonth(_ month: Int, _ position: Int, _ end: Int, _ limit: Int) -> Moment? {
    guard hasCapital(position) else { return nil }
    if draft.language == .english, end < limit, let day = smallNumber(end) {
      var next = end + 1
      var last = day
      if next + 1 < limit, isRangeLink(next), let later = smallNumber(next + 1), later > day {
        last = later
        next += 2
      }
      return dated(last, month, next, limit)
    }
    let (year, isNext, next) = yearAfter(end, limit)
    if year == nil, isOver(next, limit) { return nil }
    guard let completed = year ?? coming(month, strictly: isNext) else { return nil }
    var found = Moment.months(1, upTo: month, of: completed, .month, end: next)
    found?.isYearInferred = year == nil && !isNext
    return found
  }

  /// "décembre dernier".
  private func isOver(_ index: Int, _ limit: Int) -> Bool {
    index < limit && phrases.isWord(index, ["dernier", "derniere", "passe", "ecoule", "last"])
  }

  private func hasCapital(_ index: Int) -> Bool {
    draft.language == .french || draft.tokens[index].shape.contains(.capital)
  }

  private func dated(_ day: Int, _ month: Int, _ end: Int, _ limit: Int) -> Moment? {
    let (year, _, next) = yearAfter(end, limit)
    if let year { return CalendarDate(year: year, month: month, day: day).map { Moment.day($0, end: next) } }
    guard let reference, !isOver(next, limit) else { return nil }
    for candidate in reference.year...reference.year + 1 {
      if let date = CalendarDate(year: candidate, month: month, day: day), date >= reference {
        var found = Moment.day(date, end: next)
        found.isYearInferred = true
        return found
      }
    }
    return nil
  }

  /// The year of a month that is to come.
  private func coming(_ month: Int, strictly: Bool) -> Int? {
    guard let reference else { return nil }
    return month > reference.month || month == reference.month && !strictly ? reference.year : reference.year + 1
  }

  /// The year after a month, quarter or half; whether "prochain" stands there instead; and where it ends.
  private func yearAfter(_ index: Int, _ limit: Int) -> (year: Int?, isNext: Bool, end: Int) {
    var position = index
    if position < limit, draft.isMark(position, .comma) { position += 1 }
    if let year = year(at: position, limit) { return (year, false, position + 1) }
    position = phrases.skip(.filler, from: index, limit: limit)
    if let year = year(at: position, limit), position > index, !belongsToName(position) {
      return (year, false, position + 1)
    }
    if let match = phrases.longest(.year, at: position, limit: limit), let reference {
      return (reference.year + Int(match.value), false, match.end)
    }
    if let match = phrases.longest(.unit, at: position, limit: limit), match.value == 365, position > index {
      if let year = year(at: match.end, limit) { return (year, false, match.end + 1) }
      if let reference { return (reference.year, false, match.end) }
    }
    if draft.language == .french, let match = phrases.longest(.next, at: index, limit: limit) {
      return (nil, true, match.end)
    }
    return (nil, false, index)
  }

  /// "next June", "prochain trimestre".
  private func next(_ position: Int, _ limit: Int) -> Moment? {
    guard let reference, let match = phrases.longest([.monthName, .unit, .season], at: position, limit: limit) else {
      return nil
    }
    if match.kind == .season { return season(Int(match.value), position, match.end, limit) }
    if match.kind == .monthName, hasCapital(position), let year = coming(Int(match.value), strictly: true) {
      return Moment.months(1, upTo: Int(match.value), of: year, .month, end: match.end)
    }
    guard match.kind == .unit, match.value == 90 || match.value == 180, isSingular(match.end - 1) else { return nil }
    return current(months: match.value == 90 ? 3 : 6, plus: 1, from: reference, end: match.end)
  }

  private func isSingular(_ index: Int) -> Bool { !draft.spelling(index).hasSuffix("s") }

  private func relativeMonth(_ value: Int, _ end: Int) -> Moment? {
    guard let reference, !isPossessive(end - 1), let month = reference.adding(months: value) else { return nil }
    return Moment.months(1, upTo: month.month, of: month.year, .month, end: end)
  }

  /// Up to the week's Sunday.
  private func relativeWeek(_ value: Int, _ end: Int) -> Moment? {
    guard let reference, !isPossessive(end - 1), let monday = reference.adding(days: 7 * value - reference.weekday),
      let sunday = monday.adding(days: 6)
    else { return nil }
    return Moment(first: monday, last: sunday, precision: .day, end: end)
  }

  /// "this year's forum".
  private func isPossessive(_ index: Int) -> Bool { draft.tokens[index].shape.contains(.elided) }

  // MARK: parts of a year

  /// "second half of 2026", "3e trimestre 2025", "dernier trimestre".
  private func part(_ number: Int, unitAt position: Int, _ limit: Int) -> Moment? {
    guard let unit = phrases.longest(.unit, at: position, limit: limit) else { return nil }
    switch unit.value {
    case 90: return part(number == 9 ? 4 : number, months: 3, from: unit.end, limit)
    case 180: return part(number == 9 ? 2 : number, months: 6, from: unit.end, limit)
    case 7: return week(number, of: phrases.skip(.filler, from: unit.end, limit: limit), limit)
    default: return nil
    }
  }

  private func part(_ number: Int, months: Int, from end: Int, _ limit: Int) -> Moment? {
    guard number >= 1, number * months <= 12 else { return nil }
    let last = number * months
    let (year, isNext, next) = yearAfter(end, limit)
    let strictly = isNext && (reference.map { $0.month > last - months } ?? false)
    guard let year = year ?? comingPart(last, strictly: strictly) else { return nil }
    return Moment.months(months, upTo: last, of: year, months == 3 ? .quarter : .half, end: next)
  }

  /// "the second week of June": up to the 14th.
  private func week(_ number: Int, of position: Int, _ limit: Int) -> Moment? {
    guard position < limit, let name = phrases.longest(.monthName, at: position, limit: limit),
      var month = startingWithMonth(Int(name.value), position, name.end, limit), month.precision == .month
    else { return nil }
    let last = number * 7 > 28 ? month.last.day : number * 7
    month.last = CalendarDate(year: month.last.year, month: month.last.month, day: last) ?? month.last
    month.precision = .day
    return month
  }

  private func comingPart(_ lastMonth: Int, strictly: Bool) -> Int? {
    guard let reference else { return nil }
    return lastMonth >= reference.month && !strictly ? reference.year : reference.year + 1
  }

  /// Seasons end with their quarter: spring on 30 June, summer on 30 September, autumn on 31 December.
  private func season(_ lastMonth: Int, _ position: Int, _ end: Int, _ limit: Int) -> Moment? {
    // "a été" is no summer; "to fall" no autumn.
    guard position > 0,
      phrases.isWord(position - 1, ["l", "cet", "au", "le", "the", "this", "of", "in", "en", "next", "late", "early"])
    else { return nil }
    let (year, isNext, next) = yearAfter(end, limit)
    let strictly = isNext && (reference.map { $0.month > lastMonth - 3 } ?? false)
    guard let year = year ?? comingPart(lastMonth, strictly: strictly) else { return nil }
    return Moment.months(3, upTo: lastMonth, of: year, .quarter, end: next)
  }

  /// "the year 2025", "l'année 2025"; "the year" alone where `bareUnit` allows it.
  private func unit(_ days: Int, _ position: Int, _ end: Int, _ limit: Int, _ bareUnit: Bool) -> Moment? {
    if days == 365, let year = year(at: end, limit) { return Moment.year(year, end: end + 1) }
    guard bareUnit, let reference, position > 0, draft.has(position - 1, [.determiner, .de]),
      isSingular(end - 1) || days == 30
    else { return nil }
    switch days {
    case 7: return relativeWeek(0, end)
    case 30: return Moment.months(1, upTo: reference.month, of: reference.year, .month, end: end)
    case 90: return current(months: 3, plus: 0, from: reference, end: end)
    case 180: return current(months: 6, plus: 0, from: reference, end: end)
    case 365: return Moment.year(reference.year, end: end)
    case 3650: return Moment.year(reference.year / 10 * 10 + 10, end: end)
    default: return nil
    }
  }

  /// The quarter or half of the date of the text, or one later.
  private func current(months: Int, plus: Int, from reference: CalendarDate, end: Int) -> Moment? {
    let last = (reference.month - 1) / months * months + months + plus * months
    let year = reference.year + (last - 1) / 12
    return Moment.months(months, upTo: (last - 1) % 12 + 1, of: year, months == 3 ? .quarter : .half, end: end)
  }
}
