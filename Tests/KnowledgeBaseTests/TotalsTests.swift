import Communique
import KnowledgeBase
import Testing

/// Totals and facets from kept counts are what counting would give; pages put together are the whole list.
@Suite(.serialized) struct TotalsTests {
  private static let kept = Result { try RandomCorpus() }
  private var corpus: RandomCorpus { get throws { try Self.kept.get() } }

  /// Filters alone: checked against the model itself.
  @Test func totalsAgreeWithTheModel() throws {
    var random = SeededRandom(state: 11)
    for _ in 0..<400 {
      let query = random.filters(2)
      let expected = try corpus.items.filter { query.matches($0) }
      #expect(try corpus.base.count(query) == expected.count, "\(query.printed)")
    }
  }

  @Test func facetsAgreeWithTheModel() throws {
    var random = SeededRandom(state: 12)
    for round in 0..<200 {
      let query = round % 10 == 0 ? .everything : random.filters(1)
      let matching = try corpus.items.filter { query.matches($0) }
      let one = random.pick(Facet.allCases)
      let other = random.pick(Facet.allCases)
      let by = round % 3 == 0 || one == other ? [one] : [one, other]
      var expected: [[String]: Int] = [:]
      for item in matching {
        for first in item.values(one) {
          for second in by.count == 1 ? [nil] : item.values(other).map(Optional.init) {
            expected[[first] + (second.map { [$0] } ?? []), default: 0] += 1
          }
        }
      }
      let table = try corpus.base.facets(by, of: query)
      #expect(table.total == matching.count)
      let rows = Dictionary(table.rows.map { ($0.values, $0.count) }, uniquingKeysWith: +)
      #expect(rows == expected, "\(by) of \(query.printed)")
      #expect(table.rows.map(\.count) == table.rows.map(\.count).sorted(by: >))
    }
  }

  @Test(
    arguments: Order.allCases, ["", "énergie", "energy", "coopération énergie", "strength:>=decided", "visa or pêche"])
  func pagesMakeTheWholeList(_ order: Order, _ text: String) throws {
    let query = try Query.parse(text)
    let whole = try corpus.base.search(query, order: order, limit: 10_000)
    #expect(whole.agreements.count == whole.total)
    #expect(Set(whole.agreements.map(\.id)).count == whole.total)
    var paged: [Int64] = []
    while true {
      let page = try corpus.base.search(query, order: order, limit: 7, offset: paged.count)
      #expect(page.total == whole.total)
      if page.agreements.isEmpty { break }
      paged += page.agreements.map(\.id)
    }
    #expect(paged == whole.agreements.map(\.id))
    if order == .date {
      let dates = whole.agreements.map { $0.document.date.map(\.description) ?? "" }
      #expect(dates == dates.sorted(by: >))
    }
  }

  @Test func wordTotalsAreWhatIsListed() throws {
    var random = SeededRandom(state: 13)
    for _ in 0..<150 {
      let words = (0..<1 + random.below(2)).map { _ in Query.word(random.pick(RandomCorpus.words)) }
      let query = random.chance(2) ? Query.intersection(words) : .all(words + [random.filters(1)])
      for exact in [false, true] {
        let result = try corpus.base.search(query, order: .relevance, limit: 10_000, exact: exact)
        #expect(result.agreements.count == result.total, "\(query.printed)")
      }
    }
  }

  @Test func highlightsLieOnWords() throws {
    for text in ["énergie", "energy", "visa exemption", "\"coopération énergétique\"", "coop*", "pêche sauf visa"] {
      let result = try corpus.base.search(.parse(text), order: .relevance, limit: 50)
      for found in result.agreements {
        let bytes = Array(found.agreement.text.utf8)
        #expect(!found.highlights.isEmpty, "\(text): \(found.agreement.text)")
        var last = -1
        for range in found.highlights {
          #expect(range.lowerBound > last && range.upperBound <= bytes.count && !range.isEmpty)
          #expect(String(validating: bytes[range], as: UTF8.self) != nil)
          last = range.upperBound
        }
      }
    }
  }
}

/// A few hundred agreements at random, in the store and at hand.
final class RandomCorpus: @unchecked Sendable {
  struct Item {
    let agreement: Agreement
    let document: Communique

    func values(_ facet: Facet) -> [String] {
      switch facet {
      case .country: Set(agreement.parties.map(\.rawValue)).sorted()
      case .domain: Array(domains)
      case .year: document.date.map { [String($0.description.prefix(4))] } ?? []
      case .month: document.date.map { [String($0.description.prefix(7))] } ?? []
      case .strength: [agreement.strength.rawValue]
      case .language: document.language.map { [$0.rawValue] } ?? []
      case .publisher: document.publisher.map { [$0] } ?? []
      case .pair:
        Set(agreement.parties).count == 2
          ? [Set(agreement.parties).sorted().map(\.rawValue).joined(separator: "+")] : []
      case .kind: [agreement.kind.rawValue]
      }
    }

    /// With what they count for.
    var domains: Set<String> {
      let parents = ["nuclear": "energy", "water": "environment"]
      let own = agreement.domains.map(\.rawValue)
      return Set(own + own.compactMap { parents[$0] })
    }
  }

  static let words = [
    "énergie", "énergies", "energy", "coopération", "cooperation", "coopérer", "visa", "exemption", "exemption de visa",
    "pêche", "fishing", "l'accord", "agreement", "énergétique", "soie", "Route", "la", "de", "zzz", "États-Unis",
  ]
  static let publishers = ["Xinhua", "Élysée", "Office of the Spokesperson"]

  private let folder: TemporaryStore
  let base: KnowledgeBase
  private(set) var items: [Item] = []

  init() throws {
    folder = try TemporaryStore()
    base = try folder.open()
    var random = SeededRandom(state: 5)
    for number in 0..<150 {
      var document = Communique(
        file: "\(number)", text: "\(number)", language: random.maybe { $0.pick(Language.allCases) },
        publisher: random.maybe { $0.pick(Self.publishers) },
        heldOn: random.maybe {
          CalendarDate(year: 2020 + $0.below(4), month: 1 + $0.below(12), day: 1 + $0.below(28))
        } ?? nil)
      for _ in 0..<1 + random.below(5) {
        document.agreements.append(
          Agreement(
            text: (0..<6).map { _ in random.pick(Self.words) }.joined(separator: " "), span: 0..<0,
            parties: random.pick([["CHN"], ["CHN", "KAZ"], ["FRA", "KAZ"], ["FRA"], ["CHN", "FRA", "KAZ"], []]),
            kind: random.pick(AgreementKind.allCases), strength: random.pick(Strength.allCases),
            domains: random.pick([["energy"], ["nuclear"], ["nuclear", "energy"], ["water", "trade"], ["trade"]])))
      }
      _ = try base.ingest(document)
      items += document.agreements.map { Item(agreement: $0, document: document) }
    }
  }
}

extension SeededRandom {
  /// A query of filters alone.
  mutating func filters(_ depth: Int) -> Query {
    guard depth > 0, !chance(4) else { return .filter(filter()) }
    let parts = (0..<1 + below(3)).map { _ in filters(depth - 1) }
    return switch below(4) {
    case 0: .any(parts)
    case 1: .negation(.any(parts))
    default: .intersection(parts)
    }
  }

  private mutating func filter() -> Filter {
    let month = DateRange(year: 2020 + below(4), months: 1 + below(6)...7 + below(6))
    let date = month?.first?.adding(days: below(28))
    switch below(12) {
    case 0, 1: return .country(pick(["CHN", "KAZ", "FRA", "USA"]))
    case 2, 3: return .domain(pick(["energy", "nuclear", "trade", "environment", "space"]))
    case 4: return date.map(Filter.since) ?? .language(.french)
    case 5: return date.map(Filter.until) ?? .language(.french)
    case 6: return month.map(Filter.date) ?? .language(.french)
    case 7: return .language(pick(Language.allCases))
    case 8: return .strength(pick([.exploratory ... .committed, .decided ... .binding, .intended ... .intended]))
    case 9: return .publisher(pick(["xinhua", "élysée", "spokesperson", "nobody"]))
    case 10: return pick([.parties(["CHN", "KAZ"]), .by("CHN"), .parties(["CHN", "FRA", "KAZ"])])
    default: return .kind(pick(AgreementKind.allCases))
    }
  }
}

extension Query {
  /// What the store should find, told by the model.
  func matches(_ item: RandomCorpus.Item) -> Bool {
    switch self {
    case .everything: true
    case .and(let parts): parts.allSatisfy { $0.matches(item) }
    case .or(let parts): parts.contains { $0.matches(item) }
    case .not(let inner): !inner.matches(item)
    case .filter(let filter): filter.matches(item)
    case .word, .prefix, .phrase: false
    }
  }
}

extension Filter {
  fileprivate func matches(_ item: RandomCorpus.Item) -> Bool {
    let date = item.document.date
    return switch self {
    case .country(let party): item.agreement.parties.contains(party)
    case .domain(let domain): item.domains.contains(domain.rawValue)
    case .date(let range): date.map { $0 >= range.first ?? $0 && $0 <= range.last ?? $0 } ?? false
    case .since(let first): date.map { $0 >= first } ?? false
    case .until(let last): date.map { $0 <= last } ?? false
    case .language(let language): item.document.language == language
    case .strength(let range): range.contains(item.agreement.strength)
    case .kind(let kind): item.agreement.kind == kind
    case .publisher(let name):
      ["xinhua": "Xinhua", "élysée": "Élysée", "spokesperson": "Office of the Spokesperson"][name]
        .map { $0 == item.document.publisher } ?? false
    case .parties(let parties): Set(item.agreement.parties) == Set(parties)
    case .by(let party): item.agreement.parties == [party]
    case .title, .id, .document: false
    }
  }
}
