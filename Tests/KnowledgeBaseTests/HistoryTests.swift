import Communique
import KnowledgeBase
import Testing

@Suite struct HistoryTests {
  private let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func changes(_ history: UndertakingHistory) -> [[String]] {
    history.events.map { event in event.entries.map { "\($0.change) \($0.chain)" } }
  }

  private func ingest(
    _ base: KnowledgeBase, _ date: String, in language: Language = .english, _ clauses: [Sample.Clause]
  ) throws -> Int64 {
    var communique = Sample.communique("\(date).\(language).txt", language, date: date, clauses)
    communique.parties = [Party("CHN"), Party("KAZ")]
    return try base.ingest(communique).id
  }

  private let parties: Set<Party> = [Party("CHN"), Party("KAZ")]

  @Test func undertakingsAreFollowedOverTheYears() throws {
    let base = try folder.open()
    _ = try ingest(
      base, "2020-01-01",
      [
        .init("study the construction of a gas pipeline to Aktau", ["CHN", "KAZ"], ["energy"], .exploratory),
        .init("train railway engineers", ["CHN"], ["energy"], .committed),
      ])
    _ = try ingest(
      base, "2021-01-01",
      [
        .init("repair the power grid of Almaty", ["KAZ"], ["energy"], .decided),
        .init("begin the construction of a gas pipeline to Aktau", ["CHN", "KAZ"], ["energy"], .decided),
      ])
    _ = try ingest(
      base, "2022-01-01", in: .french,
      [.init("étudier la construction d’un gazoduc vers Aktaou", ["CHN", "KAZ"], ["energy"], .exploratory)])
    _ = try ingest(base, "2023-01-01", [.init("train railway engineers", ["CHN"], ["energy"], .committed)])
    let history = try base.history(of: parties, where: .filter(.domain(Domain("energy"))), in: .english)
    #expect(
      changes(history) == [
        ["new 0", "new 1"], ["new 2", "firmer 0", "dropped 1"], ["softer 0", "dropped 2"], ["repeated 1", "dropped 0"],
      ])
    #expect(history.events[1].entries[1].likeness ?? 0 > 0.8)
    #expect(history.events[2].entries[0].likeness == nil)
    #expect(changes(history.following(chain: 1)) == [["new 1"], ["dropped 1"], ["repeated 1"]])
  }

  @Test(arguments: Language.allCases)
  func anEventInTwoLanguagesCountsOnce(_ language: Language) throws {
    let base = try folder.open()
    _ = try base.ingest(Sample.parallel("en.txt", .english))
    _ = try base.ingest(Sample.parallel("fr.txt", .french))
    let history = try base.history(of: parties, where: .everything, in: language)
    #expect(history.events.count == 1)
    #expect(history.events[0].entries.map(\.change) == Array(repeating: .new, count: 6))
    #expect(history.events[0].entries.allSatisfy { $0.agreement.document.language == language })
  }

  @Test func otherPartiesAndFieldsAreLeftOut() throws {
    let base = try folder.open()
    _ = try ingest(
      base, "2020-01-01",
      [
        .init("open a school", ["CHN", "KAZ"], ["education"]), .init("build a dam", ["CHN", "KAZ"], ["energy"]),
        .init("build a bridge", ["CHN", "KAZ", "RUS"], ["energy"]),
      ])
    let history = try base.history(of: parties, where: .filter(.domain(Domain("energy"))), in: .english)
    #expect(history.events.flatMap(\.entries).map(\.agreement.agreement.text) == ["build a dam"])
  }
}
