import Communique

/// Spans that are told from today: `last year`, `ce mois`, `hier`, `last 30 days`.
struct RelativeDates {
  let today: CalendarDate?

  /// - Parameter words: folded, without articles.
  func range(_ words: [String]) -> DateRange? {
    guard let today else { return nil }
    switch words {
    case ["today"], ["aujourdhui"], ["aujourd", "hui"]: return DateRange(day: today)
    case ["yesterday"], ["hier"]: return today.adding(days: -1).map(DateRange.init(day:))
    default: return period(words, today) ?? lastFew(words, today)
    }
  }

  private enum Unit { case day, week, month, quarter, year }

  private static func unit(_ word: String) -> Unit? {
    switch word {
    case "day", "days", "jour", "jours": .day
    case "week", "weeks", "semaine", "semaines": .week
    case "month", "months", "mois": .month
    case "quarter", "trimestre": .quarter
    case "year", "years", "an", "ans", "annee", "annees": .year
    default: nil
    }
  }

  private static let last: Set<String> = [
    "last", "past", "previous", "dernier", "derniere", "derniers", "dernieres", "passe", "passee", "precedent",
    "precedente",
  ]
  private static let this: Set<String> = ["this", "current", "ce", "cet", "cette", "courant", "courante"]

  /// `last year`, `année dernière`, `ce trimestre`: the calendar's, whole.
  private func period(_ words: [String], _ today: CalendarDate) -> DateRange? {
    guard words.count == 2, let unit = words.compactMap(Self.unit).first else { return nil }
    let steps = words.contains(where: Self.last.contains) ? -1 : words.contains(where: Self.this.contains) ? 0 : nil
    guard let steps else { return nil }
    switch unit {
    case .day: return today.adding(days: steps).map(DateRange.init(day:))
    case .week:
      let monday = today.adding(days: steps * 7 - today.weekday)
      return DateRange(first: monday, last: monday?.adding(days: 6))
    case .month: return months(today, count: 1, steps: steps)
    case .quarter: return months(today, count: 3, steps: steps)
    case .year: return DateRange(year: today.year + steps)
    }
  }

  /// The calendar's span of so many months that today is in, or the one before.
  private func months(_ today: CalendarDate, count: Int, steps: Int) -> DateRange? {
    let index = today.year * 12 + (today.month - 1) / count * count + steps * count
    return DateRange(year: index / 12, months: index % 12 + 1...index % 12 + count)
  }

  /// `last 30 days`, `30 derniers jours`: up to today.
  private func lastFew(_ words: [String], _ today: CalendarDate) -> DateRange? {
    guard words.count == 3, words.contains(where: Self.last.contains), let unit = words.compactMap(Self.unit).first,
      let count = words.compactMap({ Int($0) }).first, (1...10_000).contains(count)
    else { return nil }
    let first: CalendarDate? =
      switch unit {
      case .day: today.adding(days: 1 - count)
      case .week: today.adding(days: 1 - count * 7)
      case .month: today.earlier(months: count)
      case .quarter: today.earlier(months: count * 3)
      case .year: today.earlier(months: count * 12)
      }
    return first.flatMap { DateRange(first: $0, last: today) }
  }
}

extension CalendarDate {
  /// The same day so many months before, or the last of a shorter month.
  fileprivate func earlier(months: Int) -> CalendarDate? {
    let index = year * 12 + month - 1 - months
    guard index >= 12 else { return nil }
    let days = Self.days(inMonth: index % 12 + 1, of: index / 12)
    return CalendarDate(year: index / 12, month: index % 12 + 1, day: min(day, days))
  }
}
