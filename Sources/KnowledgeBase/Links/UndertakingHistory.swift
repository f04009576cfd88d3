import Communique
import Concordance
import SQLiteStore

/// What the same parties undertook in the same field in successive communiqués, oldest first.
public struct UndertakingHistory: Sendable {
  public let events: [Event]

  public init(events: [Event]) { self.events = events }

  /// One meeting, in whatever languages and outlets it is told.
  public struct Event: Sendable {
    public let date: CalendarDate?
    public let entries: [Entry]
  }

  /// What an event says of an undertaking, or that it says it no more.
  public struct Entry: Sendable {
    public let change: WordingChange
    /// The wording of the event; of a dropped one, the last there was.
    public let agreement: StoredAgreement
    /// The wording before; null where it is new or dropped.
    public let earlier: StoredAgreement?
    /// All entries of one undertaking have one number, from 0.
    public let chain: Int
    /// Of the words of both, the share in common; null where there is none before, or in another language.
    public let likeness: Double?
  }

  /// The entries of one undertaking alone.
  public func following(chain: Int) -> UndertakingHistory {
    UndertakingHistory(
      events: events.map { Event(date: $0.date, entries: $0.entries.filter { $0.chain == chain }) }
        .filter { !$0.entries.isEmpty })
  }

  /// The number of the undertaking that one of these agreements words.
  public func chain(ofAny agreements: Set<Int64>) -> Int? {
    events.lazy.flatMap(\.entries).first { agreements.contains($0.agreement.id) }?.chain
  }
}

extension KnowledgeBase {
  /// - Parameters:
  ///   - parties: whose communiqués: those that bind exactly these together, or in meetings of exactly these one of them.
  ///   - condition: what else must hold, a domain or dates.
  ///   - language: which version counts of an event that is told in two languages.
  public func history(
    of parties: Set<Party>, where condition: Query, in language: Language
  ) throws(KnowledgeBaseError) -> UndertakingHistory {
    let kept = versions
    versions = .once(language)
    defer { versions = kept }
    let bound = Query.any([.filter(.parties(parties.sorted()))] + parties.sorted().map { .filter(.by($0)) })
    let found = try search(.intersection([bound, condition]), order: .date, limit: Self.longestHistory)
    let meant = found.agreements.filter {
      Set($0.agreement.parties) == parties || Set($0.document.parties) == parties
    }
    let events = Self.events(of: meant)
    let reader = try call { () throws(SQLiteError) in try profileReader() }
    let history = WordingHistory(events.map { $0.map { ($0.agreement, $0.document.language) } }, reader: reader)
    return UndertakingHistory(
      events: zip(events, history.events).map { agreements, steps in
        UndertakingHistory.Event(
          date: agreements.first?.document.date,
          entries: steps.compactMap { Self.entry($0, agreements, events) })
      })
  }

  /// Agreements that are read for one history: the newest.
  private static let longestHistory = 5000

  private static func entry(
    _ step: WordingHistory.Step, _ agreements: [StoredAgreement], _ events: [[StoredAgreement]]
  ) -> UndertakingHistory.Entry? {
    let earlier = step.earlier.map { events[$0.event][$0.place] }
    guard let agreement = step.place.map({ agreements[$0] }) ?? earlier else { return nil }
    return UndertakingHistory.Entry(
      change: step.change, agreement: agreement, earlier: step.place == nil ? nil : earlier, chain: step.chain,
      likeness: step.likeness)
  }

  /// Documents that belong together are one event; oldest first, undated ones last.
  private static func events(of agreements: [StoredAgreement]) -> [[StoredAgreement]] {
    let byEvent = Dictionary(grouping: agreements) { stored in
      ([stored.document.id] + stored.document.versions + stored.document.duplicates).min() ?? stored.document.id
    }
    func place(_ stored: StoredAgreement) -> (Int, Int64, Int) {
      (stored.document.date?.ordinal ?? .max, stored.document.id, stored.agreement.span.lowerBound)
    }
    return byEvent.values.map { $0.sorted { place($0) < place($1) } }.sorted { place($0[0]) < place($1[0]) }
  }
}
