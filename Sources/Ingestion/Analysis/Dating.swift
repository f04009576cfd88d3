import Communique
import Vocabulary

/// Finds the date that a piece carries and the day of the event.
///
/// Rules:
/// - `publishedOn` is the first full date of a date line, dateline or byline; else the title's, else the last line's.
/// - `heldOn` is the day of a closing formula ("Fait à Bruxelles, le …", "Done at …"), else the first day that the
///   lead names and that lies within a month before: "today", "mardi", "on November 14", "du 27 au 29 novembre"
///   (first day). Days are counted from the byline's date where the piece has one, else from its date.
/// - A statement that names no other day was made on the day it carries.
/// - Dates known from elsewhere win: a page's declared day of publication is what days are counted from.
struct Dating {
  private let draft: Draft
  private let finder: DateFinder

  init(_ draft: Draft) {
    self.draft = draft
    finder = DateFinder(draft: draft)
  }

  func read() {
    var carried = carriedDates()
    if let known = draft.known.publishedOn { carried = (known, nil) }
    draft.publishedOn = carried.published
    if let known = draft.known.heldOn {
      draft.heldOn = known
      draft.publishedOn = carried.published ?? titleOrClosingDate()
      return
    }
    let reference = carried.byline ?? carried.published
    draft.heldOn = closingDate() ?? eventDate(from: reference) ?? reference
    if draft.publishedOn == nil { draft.publishedOn = titleOrClosingDate() }
    if draft.heldOn == nil || carried.published == nil && closingDate() == nil && draft.heldOn == nil {
      draft.heldOn = draft.publishedOn
    }
  }

  // MARK: the date that the piece carries

  private func carriedDates() -> (published: CalendarDate?, byline: CalendarDate?) {
    var published: CalendarDate?
    var byline: CalendarDate?
    for line in draft.lines where line.kind == .date || line.kind == .furniture {
      guard line.tokens.count <= 40, let date = fullDate(in: line.tokens) else { continue }
      if published == nil { published = date }
      if byline == nil, isByline(line) { byline = date }
    }
    if published == nil { published = datelineDate() ?? headingDate() }
    return (published, byline)
  }

  private func fullDate(in tokens: Range<Int>) -> CalendarDate? {
    finder.dates(in: tokens).lazy.compactMap(\.date).first
  }

  /// "par Krikor Amirzayan le vendredi 26 janvier 2024", "By Jane Doe, 3 May 2023".
  private func isByline(_ line: Line) -> Bool {
    guard let first = line.tokens.first(where: { draft.isWord($0) }) else { return false }
    let word = draft.spelling(first)
    return word == "par" || word == "by"
  }

  /// "LJUBLJANA, 16 octobre (Xinhua) --", "Addis-Abeba, le 21 février 2025 –", a full date in a short first paragraph.
  private func datelineDate() -> CalendarDate? {
    for paragraph in draft.paragraphs.prefix(6) {
      let opening = paragraph.tokens.prefix(16)
      guard let date = finder.dates(in: opening).first(where: { $0.isFull }) else { continue }
      let isNearStart = date.tokens.lowerBound - paragraph.tokens.lowerBound <= 6
      if isNearStart, paragraph.kind != .title, closesDateline(date.tokens.upperBound, paragraph) { return date.date }
    }
    return nil
  }

  /// "… between Australia and Nauru  Friday, 11 April 2014": a full date that ends one of the first headings.
  private func headingDate() -> CalendarDate? {
    for paragraph in draft.paragraphs.prefix(4) where paragraph.tokens.count <= 40 {
      guard let date = finder.dates(in: paragraph.tokens).last, date.tokens.upperBound == paragraph.tokens.upperBound,
        date.lastDay == nil
      else { continue }
      return date.date
    }
    return nil
  }

  private func closesDateline(_ index: Int, _ paragraph: Paragraph) -> Bool {
    var next = index
    while next < paragraph.tokens.upperBound, next < index + 6 {
      if draft.isMark(next, .dash) || draft.isMark(next, .colon) || draft.isMark(next, .bullet) { return true }
      next += 1
    }
    return paragraph.tokens.upperBound - index <= 2
  }

  private func titleOrClosingDate() -> CalendarDate? {
    if let closing = closingDate() { return closing }
    if let last = draft.paragraphs.last, last.tokens.count <= 16, let date = fullDate(in: last.tokens) { return date }
    for paragraph in draft.paragraphs.prefix(3) {
      if let date = finder.dates(in: paragraph.tokens).first(where: { $0.isFull }) { return date.lastDate ?? date.date }
    }
    return draft.isTreatyTitled ? fullDate(in: 0..<min(draft.tokens.count, 4000)) : nil
  }

  // MARK: the day of the event

  /// "Fait à Bruxelles, le 26 novembre 2024", "Done at Oslo on 3 May 2021", "Stockholm, 20 October 2015." at the end.
  private func closingDate() -> CalendarDate? {
    for line in draft.lines.reversed() where line.kind != .empty {
      guard line.tokens.count <= 40, let first = line.tokens.first(where: { draft.isWord($0) }) else { continue }
      let word = draft.spelling(first)
      if word == "fait" || word == "done" || word == "signed" || word == "adopte" || word == "adopted",
        first + 1 < line.tokens.upperBound, draft.has(first + 1, .preposition), let date = fullDate(in: line.tokens)
      {
        return date
      }
    }
    if let date = formulaDate() { return date }
    // "Stockholm, 20 October 2015." under the text.
    if let line = draft.lines.last(where: { $0.kind != .empty && $0.kind != .furniture }), line.kind == .date,
      line.tokens.count <= 9, let first = line.tokens.first, draft.isWord(first),
      draft.tokens[first].shape.contains(.capital),
      !draft.has(first, [.month, .weekday]), draft.paragraphs.count > 3, let date = fullDate(in: line.tokens)
    {
      return date
    }
    if let last = draft.paragraphs.last, last.tokens.count <= 9, draft.paragraphs.count > 3,
      let first = last.tokens.first,
      draft.tokens[first].shape.contains(.capital), let date = fullDate(in: last.tokens)
    {
      return date
    }
    return nil
  }

  /// "… FAIT à Tunis, le 11 février 1964, en double exemplaire" inside the last paragraphs.
  private func formulaDate() -> CalendarDate? {
    for paragraph in draft.paragraphs.suffix(4).reversed() {
      for index in paragraph.tokens where draft.isWord(index) && ["fait", "done"].contains(draft.spelling(index)) {
        guard index + 1 < paragraph.tokens.upperBound, draft.has(index + 1, .preposition),
          draft.tokens[index].shape.contains(.capital)
        else { continue }
        if let date = fullDate(in: index..<min(index + 14, paragraph.tokens.upperBound)) { return date }
      }
    }
    return nil
  }

  private func eventDate(from reference: CalendarDate?) -> CalendarDate? {
    var body = 0
    for (index, sentence) in draft.sentences.enumerated() {
      let paragraph = draft.paragraphs[sentence.paragraph]
      let isTitle = paragraph.kind == .title || paragraph.kind == .heading
      if let date = day(in: sentence.tokens, from: reference, isTitle: isTitle, paragraph: paragraph.tokens) {
        return date
      }
      if sentence.tokens.count > 12, !isTitle { body += 1 }
      if body >= 4 || index > 24 { break }
    }
    return nil
  }

  private func day(
    in tokens: Range<Int>, from reference: CalendarDate?, isTitle: Bool, paragraph: Range<Int>
  ) -> CalendarDate? {
    let dates = finder.dates(in: tokens)
    var next = 0
    var position = tokens.lowerBound
    while position < tokens.upperBound {
      if next < dates.count, dates[next].tokens.lowerBound <= position {
        let date = dates[next]
        next += 1
        position = date.tokens.upperBound
        // The dateline's or title's own date tells nothing yet: "yesterday" may follow.
        let isDateline =
          isTitle || date.tokens.lowerBound - paragraph.lowerBound <= 8
          || date.tokens.upperBound == paragraph.upperBound
        if isDateline, date.lastDay == nil, let reference, completed(date, reference) == reference { continue }
        if let day = eventDay(date, reference) { return day }
      } else if !isTitle, let reference, let day = relativeDay(position, tokens, reference, dates, next) {
        return day
      } else {
        position += 1
      }
    }
    return nil
  }

  /// A written date, its year completed from the reference; null where it is no day of this event.
  private func eventDay(_ written: WrittenDate, _ reference: CalendarDate?) -> CalendarDate? {
    guard let day = written.day, !isBackground(written.tokens.lowerBound) else { return nil }
    guard let reference else { return written.date }
    if let year = written.year {
      guard let date = CalendarDate(year: year, month: written.month, day: day) else { return nil }
      let distance = reference.ordinal - date.ordinal
      return distance >= 0 && distance <= 45 || distance < 0 && distance > -100 && isThisDay(written.tokens.lowerBound)
        ? date : nil
    }
    let candidates = [reference.year, reference.year - 1]
      .compactMap { CalendarDate(year: $0, month: written.month, day: day) }
    return candidates.first { reference.ordinal - $0.ordinal >= 0 && reference.ordinal - $0.ordinal <= 31 }
  }

  private func completed(_ written: WrittenDate, _ reference: CalendarDate) -> CalendarDate? {
    guard let day = written.day else { return nil }
    return CalendarDate(year: written.year ?? reference.year, month: written.month, day: day)
  }

  /// "ce jeudi 28 novembre", "this Thursday".
  private func isThisDay(_ index: Int) -> Bool {
    for before in max(0, index - 3)..<index where draft.isWord(before) {
      if ["ce", "cette", "this"].contains(draft.spelling(before)) { return true }
    }
    return false
  }

  /// A date that belongs to an earlier event: "signed on", "since", "le communiqué du", "Order 14257 of".
  private func isBackground(_ index: Int) -> Bool {
    var before = index - 1
    var steps = 0
    while before >= 0, steps < 4, draft.isWord(before) {
      let word = draft.spelling(before)
      if Self.background.contains(word) || draft.has(before, .instrumentNoun) { return true }
      before -= 1
      steps += 1
    }
    return false
  }

  private static let background = WordSet.listed("date-background")

  private func relativeDay(
    _ position: Int, _ sentence: Range<Int>, _ reference: CalendarDate, _ dates: [WrittenDate], _ next: Int
  ) -> CalendarDate? {
    guard draft.isWord(position) else { return nil }
    let calendar = draft.vocabulary.calendar
    let word = draft.spelling(position)
    if word == "veille" { return nil }
    if let days = calendar.days[word] ?? twoWordDay(position, word) {
      return days > 0 ? nil : reference.adding(days: days)
    }
    guard let weekday = calendar.weekdays[word] else { return nil }
    // "le mardi 18 juin": the date that follows says it better.
    if next < dates.count, dates[next].tokens.lowerBound - position <= 2 { return nil }
    if position + 1 < sentence.upperBound, draft.isWord(position + 1),
      ["prochain", "next"].contains(draft.spelling(position + 1))
    {
      return nil
    }
    return reference.adding(days: -((reference.weekday - weekday + 7) % 7))
  }

  private func twoWordDay(_ position: Int, _ word: Spelling) -> Int? {
    guard position + 1 < draft.tokens.count, draft.isWord(position + 1) else { return nil }
    return draft.vocabulary.calendar.day(word, draft.spelling(position + 1))
  }
}
