import Communique
import Vocabulary

/// Reads a span of time that is counted from the date of the text: "six months", "les trois prochains mois".
///
/// A span that is counted from something else has no date ("within thirty days of their identification", "dans un délai
/// de six mois après l'entrée en vigueur"); from the meeting, its signature or today it has ("six months from today",
/// "à compter de ce jour").
struct SpanReader {
  let phrases: PhraseReader
  let reference: CalendarDate?

  private var draft: Draft { phrases.draft }

  /// The moment up to which the span at a token goes; months and years keep the day of the month.
  func moment(at start: Int, limit: Int) -> Moment? {
    guard let reference else { return nil }
    var position = phrases.skip([.filler, .next], from: start, limit: limit)
    guard let count = count(at: position, limit) else { return nil }
    position = phrases.skip([.filler, .next], from: afterParenthesis(count.end, limit), limit: limit)
    guard let unit = phrases.longest(.unit, at: position, limit: limit) else { return nil }
    let end = phrases.skip(.next, from: unit.end, limit: limit)
    guard let last = date(count.value, unit.value, after: reference), isCountedFromText(end, limit) else { return nil }
    return Moment(first: reference, last: last, precision: Self.precision(of: unit.value), end: end)
  }

  private func count(at position: Int, _ limit: Int) -> (value: Double, end: Int)? {
    guard position < limit else { return nil }
    let quantity = QuantityReader(phrases).quantity(at: position, limit: limit)
    guard let quantity, !quantity.isScaled, quantity.value < 10_000 else { return nil }
    // "three to five years": the longest that they allow.
    if quantity.end < limit, draft.isMark(quantity.end, .dash) || phrases.starts(.link, at: quantity.end),
      let later = count(at: quantity.end + 1, limit), later.value > quantity.value
    {
      return later
    }
    return (quantity.value, quantity.end)
  }

  /// "six (6) months", "trente (30) jours".
  private func afterParenthesis(_ position: Int, _ limit: Int) -> Int {
    guard position + 2 < limit, draft.isMark(position, .openParenthesis), draft.isMark(position + 2, .closeParenthesis)
    else { return position }
    return position + 3
  }

  private func date(_ count: Double, _ unit: Double, after reference: CalendarDate) -> CalendarDate? {
    switch unit {
    case 1, 7: reference.adding(days: Int(count * unit))
    case 30: reference.adding(months: Int(count))
    case 90: reference.adding(months: Int(count * 3))
    case 180: reference.adding(months: Int(count * 6))
    case 365: reference.adding(months: Int(count * 12))
    default: reference.adding(months: Int(count * 120))
    }
  }

  private static func precision(of unit: Double) -> Deadline.Precision {
    switch unit {
    case 1, 7: .day
    case 30, 90, 180: .month
    default: .year
    }
  }

  private func isCountedFromText(_ end: Int, _ limit: Int) -> Bool {
    guard phrases.longest(.from, at: end, limit: limit) != nil else { return true }
    var position = end
    for _ in 0..<5 where position < limit {
      if phrases.longest(.anchor, at: position, limit: limit) != nil { return true }
      if let from = phrases.longest([.from, .filler], at: position, limit: limit) {
        position = from.end
      } else if draft.has(position, .determiner) {
        position += 1
      } else {
        break
      }
    }
    return false
  }
}
