import Communique
import KnowledgeBase
import Testing

@Suite(.serialized) struct AdviceTests {
  private static let kept = Result { try CaseStore() }
  private var base: CaseStore { get throws { try Self.kept.get() } }

  private func advice(_ text: String, exact: Bool = false) throws -> Advice {
    let query = try Query.parse(text)
    #expect(try base.store.count(query, exact: exact) == 0)
    return try base.store.advice(forEmpty: query, exact: exact)
  }

  @Test(arguments: [("energgie", "energie"), ("pattrimoine", "patrimoine"), ("hummanitarian", "humanitarian")])
  func suggestsTheStoresOwnSpelling(_ typed: String, _ nearest: String) throws {
    let advice = try advice(typed)
    #expect(advice.parts.map(\.count) == [0])
    #expect(advice.parts[0].suggestions.first?.term == nearest)
    let respelled = advice.relaxations.first
    #expect(respelled?.kind == .respelled && respelled?.query == .word(nearest) && (respelled?.total ?? 0) > 0)
  }

  @Test func namesTheCulpritAndWhatComesWithoutIt() throws {
    let advice = try advice("énergie language:fr date:1999")
    #expect(advice.parts.map(\.query.printed) == ["énergie", "language:fr", "date:1999"])
    #expect(advice.parts.map { $0.count > 0 } == [true, true, false])
    let kept = advice.relaxations.filter { $0.kind == .withoutPart }
    #expect(kept.map { $0.dropped?.printed } == ["date:1999"])
    #expect(try kept.first?.total == base.store.count(.parse("énergie language:fr")))
  }

  @Test func offersAnyOfTheWords() throws {
    let advice = try advice("bourses terrorisme")
    #expect(advice.parts.allSatisfy { $0.count > 0 })
    #expect(advice.relaxations.contains { $0.kind == .anyWord && $0.query.printed == "bourses or terrorisme" })
  }

  @Test func exactQuestionIsRelaxedToItsOtherForms() throws {
    let advice = try advice("pêches", exact: true)
    #expect(advice.relaxations.contains { $0.kind == .notExact && $0.total == 2 })
  }

  @Test func unknownPublisherIsNamed() throws {
    let folder = try TemporaryStore()
    let base = try folder.open()
    _ = try base.ingest(Sample.communique("a", .english, publisher: "Xinhua News Agency", [.init("open an embassy")]))
    let advice = try base.advice(forEmpty: .parse("publisher:xinuha"))
    #expect(advice.parts.first?.suggestions.first?.term == "Xinhua News Agency")
    #expect(advice.relaxations.first?.query.printed == "publisher:\"Xinhua News Agency\"")
  }

  @Test func emptyStoreIsNoError() throws {
    let folder = try TemporaryStore()
    let base = try folder.open()
    #expect(try base.advice(forEmpty: .parse("énergie pays:FR date:2022")).relaxations.isEmpty)
    #expect(try base.search(.everything, order: .date).total == 0)
    #expect(try base.facets([.country, .year]).rows.isEmpty)
    #expect(try base.checkup().passed)
  }
}
