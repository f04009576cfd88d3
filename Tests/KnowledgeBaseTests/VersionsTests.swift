import Communique
import SQLiteStore
import Testing

@testable import KnowledgeBase

/// Agreements that stand in several documents are shown and counted once, whatever differs between their versions.
@Suite(.serialized) struct VersionsTests {
  private static let kept = Result { try BilingualCorpus() }
  private var corpus: BilingualCorpus { get throws { try Self.kept.get() } }

  @Test(arguments: Language.allCases)
  func totalsCountEachGroupOnce(_ language: Language) throws {
    let base = try corpus.base
    var random = SeededRandom(state: 21)
    for round in 0..<400 {
      let query = round == 0 ? .everything : random.filters(2)
      base.versions = .once(language)
      let expected = try corpus.groups.count { $0.contains(where: query.matches) }
      #expect(try base.count(query) == expected, "\(query.printed)")
      base.versions = .each
      let each = try corpus.groups.joined().count(where: query.matches)
      #expect(try base.count(query) == each, "\(query.printed)")
      base.versions = .once(language)
      #expect(try base.omittedVersions(of: query) == each - expected)
    }
  }

  @Test(arguments: Language.allCases)
  func listsShowTheVersionInTheUsersLanguageWhereItMatches(_ language: Language) throws {
    let base = try corpus.base
    base.versions = .once(language)
    var random = SeededRandom(state: 22)
    for round in 0..<200 {
      let query = round == 0 ? .everything : random.filters(1)
      let found = try base.search(query, order: .date, limit: 10_000)
      #expect(found.agreements.count == found.total)
      for group in try corpus.groups {
        let matching = group.filter(query.matches)
        let shown = found.agreements.filter { stored in group.contains { $0.agreement.text == stored.agreement.text } }
        #expect(shown.count == min(1, matching.count), "\(query.printed)")
        if matching.contains(where: { $0.document.language == language }) {
          #expect(shown.first?.document.language == language)
        }
        #expect(shown.first.map { $0.versions.count } == (matching.isEmpty ? nil : group.count - 1))
      }
    }
  }

  @Test(arguments: Language.allCases)
  func facetsCountEachGroupOnce(_ language: Language) throws {
    let base = try corpus.base
    base.versions = .once(language)
    var random = SeededRandom(state: 23)
    for round in 0..<150 {
      let query = round % 10 == 0 ? .everything : random.filters(1)
      let facet = random.pick(Facet.allCases)
      var expected: [String: Int] = [:]
      for group in try corpus.groups {
        for value in Set(group.filter(query.matches).flatMap { $0.values(facet) }) { expected[value, default: 0] += 1 }
      }
      let table = try base.facets([facet], of: query)
      let rows = Dictionary(table.rows.map { ($0.values[0], $0.count) }, uniquingKeysWith: +)
      #expect(rows == expected, "\(facet) of \(query.printed)")
    }
  }

  /// A word of either version finds the agreement, and it is still one.
  @Test(arguments: Language.allCases)
  func wordsOfEitherVersionFindIt(_ language: Language) throws {
    let base = try corpus.base
    base.versions = .once(language)
    for word in [
      "énergie", "energy", "visa", "pêche", "fishing", "coopération", "visa energy", "\"exemption de visa\"",
    ] {
      let query = try Query.parse(word)
      base.versions = .each
      let all = try base.search(query, order: .date, limit: 10_000)
      let each = all.agreements
      #expect(all.total == each.count, "\(word)")
      base.versions = .once(language)
      let once = try base.search(query, order: .relevance, limit: 10_000)
      let expected = try corpus.groups.count { group in
        each.contains { found in group.contains { $0.agreement.text == found.agreement.text } }
      }
      #expect(once.total == expected, "\(word)")
      #expect(once.agreements.count == expected)
      #expect(try base.facets([.kind], of: query).rows.map(\.count).reduce(0, +) >= expected)
    }
  }

  @Test func theStoreIsWholeAndARebuildChangesNothing() throws {
    let corpus = try BilingualCorpus()
    #expect(try corpus.base.checkup().items.filter { !$0.passed && $0.name != .quotes }.isEmpty)
    let before = try corpus.counts()
    try corpus.base.rebuildIndex()
    #expect(try corpus.base.checkup().items.filter { !$0.passed && $0.name != .quotes }.isEmpty)
    #expect(try corpus.counts() == before)
  }

  @Test func whatIsRemovedOrReplacedLeavesItsVersionsWhole() throws {
    let corpus = try BilingualCorpus()
    let base = corpus.base
    for id in Int64(1)...40 where id % 3 == 0 { _ = try base.remove(document: id) }
    let failed = try base.checkup().items.filter { !$0.passed && $0.name != .quotes }
    #expect(failed.isEmpty, "\(failed)")
    base.versions = .once(.french)
    let once = try base.search(.everything, order: .date, limit: 10_000)
    #expect(once.agreements.count == once.total)
    base.versions = .each
    let each = try base.search(.everything, order: .date, limit: 10_000)
    #expect(each.agreements.count == each.total)
    let ids = Set(each.agreements.map(\.id))
    #expect(each.agreements.allSatisfy { ids.isSuperset(of: $0.versions) })
  }
}

/// Events in both languages, the versions of an agreement now and then different in what they say.
private final class BilingualCorpus: @unchecked Sendable {
  private let folder: TemporaryStore
  let base: KnowledgeBase
  /// The versions of each agreement.
  private(set) var groups: [[RandomCorpus.Item]] = []

  init() throws {
    folder = try TemporaryStore()
    base = try folder.open()
    var random = SeededRandom(state: 77)
    for event in 0..<60 {
      let isBilingual = !random.chance(3)
      let languages: [Language] =
        isBilingual ? (random.chance(2) ? [.english, .french] : [.french, .english]) : [.french]
      let count = 1 + random.below(4)
      let day = CalendarDate(year: 2020 + random.below(4), month: 1 + random.below(12), day: 1 + random.below(28))
      var documents: [Communique] = []
      for (number, language) in languages.enumerated() {
        var document = Communique(
          file: "\(event)-\(language)", text: "\(event) \(language)", language: language,
          publisher: random.pick(RandomCorpus.publishers),
          // Now and then the other version tells another day.
          heldOn: number == 1 && random.chance(4) ? day?.adding(days: random.below(60)) : day)
        for place in 0..<count {
          let kept = documents.first?.agreements[place]
          let differs = kept == nil || random.chance(3)
          document.agreements.append(
            Agreement(
              text: (0..<5).map { _ in random.pick(RandomCorpus.words) }.joined(separator: " ")
                + " \(event)x\(place)\(language.rawValue)", span: 0..<0,
              parties: differs
                ? random.pick([["CHN"], ["CHN", "KAZ"], ["FRA", "KAZ"], ["FRA"]]) : kept?.parties ?? [],
              kind: differs ? random.pick(AgreementKind.allCases) : kept?.kind ?? .commitment,
              strength: differs ? random.pick(Strength.allCases) : kept?.strength ?? .decided,
              domains: differs ? random.pick([["energy"], ["nuclear"], ["trade"]]) : kept?.domains ?? []))
        }
        documents.append(document)
      }
      let ids = try documents.map { try base.ingest($0).id }
      for place in 0..<count {
        groups.append(documents.map { RandomCorpus.Item(agreement: $0.agreements[place], document: $0) })
      }
      if ids.count == 2 { try base.align(ids[0], ids[1]) }
    }
  }

  func counts() throws -> [Int] {
    var counts: [Int] = []
    for versions in [Versions.each, .once(.english), .once(.french)] {
      base.versions = versions
      for query in [Query.everything, try .parse("energy"), try .parse("country:china domain:energy")] {
        counts.append(try base.count(query))
      }
      counts += try base.facets([.strength]).rows.map(\.count)
    }
    return counts
  }
}

extension KnowledgeBase {
  /// Aligns the agreements of two documents, first with first and so on.
  fileprivate func align(_ one: Int64, _ other: Int64) throws {
    try writing { (index) throws(SQLiteError) in
      let sql = """
        INSERT INTO alignment (agreement, other, score)
        SELECT x.id, y.id, 1 FROM agreement AS x JOIN agreement AS y ON y.position = x.position
        WHERE x.document = ? AND y.document = ?
        """
      try connection.run(sql, .integer(one), .integer(other))
      try connection.run(sql, .integer(other), .integer(one))
      index.versionsChanged([one, other])
    }
  }
}
