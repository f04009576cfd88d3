import Communique
import Vocabulary

/// Finds the day by which an action is due.
///
/// Rules:
/// - "by 2030", "by the end of the year", "d'ici à 2028", "au plus tard en juin", "à l'horizon 2028": the last day of
///   what is named.
/// - "before December 2025", "avant 2030": the day before; "before the end of 2025" and "avant le 30 septembre" keep the
///   day that they name.
/// - "within six months", "sous 90 jours", "dans les trois mois": counted from the date of the text.
/// - "in the first half of 2026", "en février 2027", "le 14 mai", "this year": the last day of the period, where it lies
///   ahead; a word that says it is over ("signed in") leaves it out.
/// - "from 1 May", "à partir de 2026", "until 2027" are no deadlines.
/// - An action without a date of its own takes the one that opens its sentence: "D'ici à 2030, les deux pays …".
///
/// The first of the firm wordings (by, before, within) wins over the others. A day that is past is no deadline.
struct DeadlineFinder {
  struct Found {
    var deadline: Deadline
    var rule: String
    var tokens: Range<Int>

    /// "cette année, le 22 avril": says the same more exactly.
    func isInside(_ other: Found) -> Bool {
      deadline.date <= other.deadline.date && deadline.precision.rank < other.deadline.precision.rank
    }
  }

  private let phrases: PhraseReader
  private let reference: CalendarDate?
  private let moments: MomentReader
  private let spans: SpanReader

  private var draft: Draft { phrases.draft }

  init(_ phrases: PhraseReader, reference: CalendarDate?) {
    self.phrases = phrases
    self.reference = reference
    moments = MomentReader(phrases, reference: reference)
    spans = SpanReader(phrases: phrases, reference: reference)
  }

  func deadline(of action: Range<Int>, in sentence: Range<Int>) -> Found? {
    find(in: action) ?? opening(sentence, before: action)
  }

  private func find(in range: Range<Int>) -> Found? {
    guard range.contains(where: isTime) else { return nil }
    var planned: Found?
    var position = range.lowerBound
    while position < range.upperBound {
      guard isCandidate(position), let reading = reading(at: position, limit: range.upperBound) else {
        position += 1
        continue
      }
      if let found = reading.found {
        if reading.isFirm { return found }
        if planned.map({ found.isInside($0) }) ?? true { planned = found }
      }
      position = max(reading.end, position + 1)
    }
    return planned
  }

  /// A figure, a month or a unit of time: every date has one, most actions have none.
  private func isTime(_ index: Int) -> Bool {
    switch draft.tokens[index].kind {
    case .number: true
    case .mark: false
    case .word:
      phrases.starts([.unit, .monthName, .season, .quarter, .half], at: index) || draft.has(index, .timeNoun)
    }
  }

  private func isCandidate(_ index: Int) -> Bool { phrases.starts(Self.openers.union(Self.bare), at: index) }

  /// "By 2030, …", "Dans un délai de six mois, …": only what still lies ahead as a whole.
  private func opening(_ sentence: Range<Int>, before action: Range<Int>) -> Found? {
    let start = sentence.lowerBound
    guard start < action.lowerBound, isCandidate(start),
      let reading = reading(at: start, limit: action.lowerBound), var found = reading.found,
      reading.isFirm || reading.liesAhead
    else { return nil }
    found.rule = "sentence-opening"
    return found
  }

  // MARK: one wording

  private struct Reading {
    var found: Found?
    var end: Int
    /// By, before or within.
    var isFirm = false
    /// The period begins after the date of the text.
    var liesAhead = false
  }

  private static var openers: DetailPhrases.Kinds { [.by, .before, .for, .within, .in, .on, .start] }
  private static var bare: DetailPhrases.Kinds { [.year, .month, .week, .edge, .quarter, .half, .next, .monthName] }

  private func reading(at start: Int, limit: Int) -> Reading? {
    for opener in phrases.all(Self.openers, at: start, limit: limit) {
      if let reading = reading(opener, at: start, limit: limit) { return reading }
    }
    guard let bare = bareMoment(at: start, limit: limit) else { return nil }
    return planned(bare, at: start, rule: "period")
  }

  private func reading(_ opener: PhraseReader.Match, at start: Int, limit: Int) -> Reading? {
    switch opener.kind {
    case .by:
      return moments.moment(at: opener.end, limit: limit).map { firm($0, $0.last, "by-date", start) }
    case .before:
      return moments.moment(at: opener.end, limit: limit).map { firm($0, dayBefore($0), "before-date", start) }
    case .for:
      guard let moment = moments.moment(at: opener.end, limit: limit), !moment.isBareYear else { return nil }
      return firm(moment, moment.last, "by-date", start)
    case .within: return within(opener, start, limit)
    case .on:
      guard let moment = moments.moment(at: opener.end, limit: limit), moment.precision == .day else { return nil }
      return planned(moment, at: start, rule: "on-day")
    case .in:
      // "de 2025 à 2027".
      if start > 0, DateFinder.year(draft, start - 1) != nil { return nil }
      return moments.moment(at: opener.end, limit: limit).flatMap { planned($0, at: start, rule: "in-period") }
    default:
      // Where something starts or until when it lasts: passed over, whatever it names.
      return moments.moment(at: opener.end, limit: limit).map { Reading(end: $0.end) }
    }
  }

  private func within(_ opener: PhraseReader.Match, _ start: Int, _ limit: Int) -> Reading? {
    if let moment = spans.moment(at: opener.end, limit: limit) {
      return firm(moment, moment.last, "within-span", start)
    }
    // "within the year", "dans l'année".
    let unit = phrases.skip(.filler, from: opener.end, limit: limit)
    guard phrases.longest([.unit, .year, .month], at: unit, limit: limit) != nil,
      let moment = moments.moment(at: opener.end, limit: limit, bareUnit: true)
    else { return nil }
    return firm(moment, moment.last, "within-span", start)
  }

  /// "this year", "fin août", "late 2025", "May 14, 2026": without a preposition.
  private func bareMoment(at start: Int, limit: Int) -> Moment? {
    guard let first = phrases.longest(Self.bare, at: start, limit: limit) else { return nil }
    let moment = moments.moment(at: start, limit: limit)
    if first.kind == .monthName, moment?.precision != .day { return nil }
    return moment
  }

  // MARK: what it comes to

  /// The last day that "before" allows.
  private func dayBefore(_ moment: Moment) -> CalendarDate {
    if moment.precision == .day || moment.edge == .middle || moment.edge == .end { return moment.last }
    return moment.first.adding(days: -1) ?? moment.first
  }

  private func firm(_ moment: Moment, _ last: CalendarDate, _ rule: String, _ start: Int) -> Reading {
    if let reference, last < reference { return Reading(end: moment.end) }
    if comesAgain(moment.end) { return Reading(end: moment.end) }
    let deadline = Deadline(date: last, precision: moment.precision)
    return Reading(
      found: Found(deadline: deadline, rule: rule, tokens: start..<moment.end), end: moment.end, isFirm: true,
      liesAhead: true)
  }

  /// A period in which the action is planned; none where it is over, or where the text has no date to tell.
  private func planned(_ moment: Moment, at start: Int, rule: String) -> Reading? {
    guard let reference, moment.last >= reference else { return Reading(end: moment.end) }
    let liesAhead = moment.first > reference
    if comesAgain(moment.end) || (!liesAhead || moment.isYearInferred) && followsPastVerb(start) {
      return Reading(end: moment.end)
    }
    let deadline = Deadline(date: moment.last, precision: moment.precision)
    return Reading(
      found: Found(deadline: deadline, rule: rule, tokens: start..<moment.end), end: moment.end, liesAhead: liesAhead)
  }

  /// "before 31 March of each year".
  private func comesAgain(_ end: Int) -> Bool { phrases.longest(.again, at: end, limit: end + 4) != nil }

  /// "the agreement signed in", "les projets lancés cette année"; "to be held in" is none.
  private func followsPastVerb(_ index: Int) -> Bool {
    for before in max(0, index - 2)..<index where draft.has(before, [.past, .clauseVerb]) {
      return before == 0 || !draft.has(before - 1, .be)
    }
    return false
  }
}

extension Deadline.Precision {
  /// The finest first.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
