import Communique

/// How likely two communiqués are one: the same event in two languages, or the same text from two outlets.
///
/// The texts decide, dates and parties can only take away: two communiqués of one day and two countries are mostly two
/// documents (a statement and its fact sheet), and last year's communiqué of the same series has most of its words.
package struct DocumentLikeness: Sendable {
  /// What it rests on.
  package enum Reason: String, Sendable, CaseIterable {
    /// The share of the shorter text's features that the other has; of its runs of three words within one language.
    case words
    /// The share of what both have once that comes in the same order.
    case order
    /// The share of numbers in common.
    case numbers
    case dates, parties, publisher
  }

  /// 0 … 1.
  package let confidence: Double
  /// What each reason gave, 0 … 1; a reason that could not be told is absent.
  package let reasons: [Reason: Double]

  /// From here on two documents are linked; a false link costs more than a missing one.
  package static let enough = 0.6

  package var isEnough: Bool { confidence >= Self.enough }

  package init(_ left: DocumentFacts, _ right: DocumentFacts) {
    var reasons = Self.context(left, right)
    // Nothing speaks for what is days apart, whatever the words.
    guard reasons[.dates].map({ $0 > 0 }) ?? true, Self.areOfOneSize(left, right) else {
      self.init(confidence: 0, reasons: reasons)
      return
    }
    let text =
      left.language == right.language
      ? Self.sameText(left, right, &reasons) : Self.translation(left, right, &reasons)
    let context =
      0.55 + 0.25 * (reasons[.dates] ?? 0.5) + 0.15 * (reasons[.parties] ?? 0.5) + 0.05 * (reasons[.publisher] ?? 0.5)
    self.init(confidence: min(1, text * context), reasons: reasons)
  }

  private init(confidence: Double, reasons: [Reason: Double]) {
    self.confidence = confidence
    self.reasons = reasons
  }
}

extension DocumentLikeness {
  /// Features that a text needs before their share means anything.
  private static let fewest = 12
  /// A text this much shorter is an excerpt, not a version.
  private static let shortest = 0.2

  private static func areOfOneSize(_ left: DocumentFacts, _ right: DocumentFacts) -> Bool {
    let (small, large) = (min(left.length, right.length), max(left.length, right.length))
    return Double(small) >= shortest * Double(large)
  }

  /// 0 at `from` and below, 1 at `to` and above.
  private static func ramp(_ value: Double, _ from: Double, _ to: Double) -> Double {
    max(0, min(1, (value - from) / (to - from)))
  }

  /// In two languages: meanings, cognates, names and numbers in common, and their order.
  ///
  /// The bounds lie between what translations show (0.59 … 0.66 of the features, two thirds to nine tenths in order)
  /// and what texts about one matter do (up to 0.37, and a third in order): docs/linking.md.
  private static func translation(
    _ left: DocumentFacts, _ right: DocumentFacts, _ reasons: inout [Reason: Double]
  ) -> Double {
    let one = left.profile.distinct { $0 != .stem }
    let two = right.profile.distinct { $0 != .stem }
    let fewer = min(one.count, two.count)
    let anchors = Anchors(left.profile, right.profile)
    guard fewer >= fewest, anchors.places.count >= fewest / 2 else { return 0 }
    let words = Double(one.intersection(two).count) / Double(fewer)
    reasons[.words] = words
    reasons[.order] = anchors.order
    var text = ramp(words, 0.34, 0.5) * (0.5 + 0.5 * ramp(anchors.order, 0.3, 0.55))
    if isForm(left, right) { text *= 0.8 }
    let numbers = share(
      left.profile.distinct { $0 == .number }.sorted(), right.profile.distinct { $0 == .number }.sorted())
    guard let numbers else { return text }
    reasons[.numbers] = numbers
    // A communiqué of the same series has the words, but other numbers.
    return text * (0.5 + 0.5 * ramp(numbers, 0.3, 0.8))
  }

  /// In one language: runs of three words in common, and the numbers, without which it is the same form of words
  /// signed with somebody else, or again.
  private static func sameText(
    _ left: DocumentFacts, _ right: DocumentFacts, _ reasons: inout [Reason: Double]
  ) -> Double {
    let fewer = min(left.shingles.hashes.count, right.shingles.hashes.count)
    guard fewer >= fewest else { return 0 }
    let words = Double(left.shingles.shared(with: right.shingles)) / Double(fewer)
    reasons[.words] = words
    var text = ramp(words, 0.2, 0.55)
    if let numbers = share(left.sketch.numbers, right.sketch.numbers) {
      reasons[.numbers] = numbers
      text *= 0.2 + 0.8 * ramp(numbers, 0.4, 0.8)
    }
    // The same words tell the same day.
    text *= 0.4 + 0.6 * (reasons[.dates] ?? 0.8)
    return isForm(left, right) ? text / 2 : text
  }

  /// Whether each names a party that the other does not, as one form of words signed with two states does.
  private static func isForm(_ left: DocumentFacts, _ right: DocumentFacts) -> Bool {
    !left.parties.isSubset(of: right.parties) && !right.parties.isSubset(of: left.parties)
  }

  /// Of the fewer the share that both have; null where there are too few to mean anything.
  private static func share(_ one: [UInt64], _ two: [UInt64]) -> Double? {
    let fewer = min(one.count, two.count)
    return fewer < 3 ? nil : Double(TextSketch.shared(one, two)) / Double(fewer)
  }
}

extension DocumentLikeness {
  private static func context(_ left: DocumentFacts, _ right: DocumentFacts) -> [Reason: Double] {
    var reasons: [Reason: Double] = [:]
    if let days = daysApart(left, right) { reasons[.dates] = likelihood(ofDaysApart: days) }
    if !left.parties.isEmpty, !right.parties.isEmpty {
      let shared = left.parties.intersection(right.parties).count
      reasons[.parties] = Double(shared) / Double(min(left.parties.count, right.parties.count))
    }
    if let one = left.publisher, let two = right.publisher { reasons[.publisher] = one == two ? 1 : 0.5 }
    return reasons
  }

  /// Between the events, else the publications; null where a date is missing.
  package static func daysApart(_ left: DocumentFacts, _ right: DocumentFacts) -> Int? {
    daysApart((left.heldOn, left.publishedOn), (right.heldOn, right.publishedOn))
  }

  package static func daysApart(
    _ left: (held: CalendarDate?, published: CalendarDate?), _ right: (held: CalendarDate?, published: CalendarDate?)
  ) -> Int? {
    if let one = left.held, let two = right.held {
      let apart = abs(one.ordinal - two.ordinal)
      // The event's days are surer than those of publication, which a translation may follow by a week.
      let days = apart > 3 ? apart * 2 : apart
      // Of two pieces that came out on one day, the event's day may be misread in one.
      return left.published != nil && left.published == right.published ? min(days, 7) : days
    }
    guard let one = left.held ?? left.published, let two = right.held ?? right.published else { return nil }
    return abs(one.ordinal - two.ordinal)
  }

  /// Translations and reprints come within days.
  package static func likelihood(ofDaysApart days: Int) -> Double {
    switch days {
    case 0...1: 1
    case 2...3: 0.8
    case 4...7: 0.5
    case 8...longestApart: 0.2
    default: 0
    }
  }

  /// Days after which no two documents are linked unless a user says so.
  package static let longestApart = 14
}
