import Communique
import KnowledgeBase
import Testing

@Suite struct SearchTests {
  let store: TemporaryStore

  init() throws { store = try TemporaryStore() }

  private func filled() throws -> KnowledgeBase {
    let base = try store.open()
    _ = try base.ingest(
      Sample.communique(
        "a.txt", .french, date: "2022-06-07", title: "Visite au Kazakhstan", publisher: "Xinhua",
        [
          .init(
            "renforcer la coopération en matière de capacité de production et d'énergie", ["CHN", "KAZ"],
            ["industry", "energy"]),
          .init("ouvrir des consulats généraux à Xi'an et à Aktobe", ["CHN", "KAZ"], ["consular"]),
          .init("prolonger l’exemption de visa de 7 à 14 jours", ["KAZ"], ["consular"], .committed),
        ]))
    _ = try base.ingest(
      Sample.communique(
        "b.txt", .english, date: "2023-02-01", title: "Joint statement", publisher: "Office of the Spokesperson",
        [
          .init("explore green energy projects along the Silk Road", ["USA", "KAZ"], ["energy"], .exploratory),
          .init("build a nuclear power plant", ["USA", "FRA"], ["nuclear"], .binding),
          .init("sign a visa exemption agreement", ["USA", "FRA"], ["consular"], .decided, .instrument),
        ]))
    return base
  }

  @Test(arguments: [
    ("énergie", 2), ("energie", 2), ("l'énergie", 2), ("energy", 2), ("consulates", 1), ("visa exemption", 2),
    ("exemption de visa", 2), ("Route de la soie", 1), ("domain:energy", 3), ("domaine:énergie pays:kazakhstan", 2),
    ("country:KAZ,FRA", 6), ("country:KAZ and country:CHN", 2), ("by:KAZ", 1), ("parties:CHN+KAZ", 2),
    ("date:2022", 3), ("date:2022-06..2023-01", 3), ("date:2023 energy", 1), ("-domain:consular", 3),
    ("strength:>=committed", 5), ("kind:instrument", 1), ("language:fr", 3), ("publisher:xinhua", 3),
    ("title:kazakhstan", 3), ("\"capacité de production\"", 1), ("énerg*", 2), ("nuclear or consulat", 2),
    ("", 6), ("-énergie", 4), ("source:spokesperson domaine:energie", 2), ("date:2022 or nuclear", 4),
    ("zzz", 0), ("🎉", 0), ("id:1", 1), ("id:1,4 energy", 2), ("document:2", 3), ("date:2023-02-01..2023-02-01", 3),
  ])
  func finds(_ text: String, _ expected: Int) throws {
    let base = try filled()
    let query = try Query.parse(text)
    let result = try base.search(query, order: query.usualOrder)
    #expect(result.total == expected, "\(query.printed)")
    #expect(result.agreements.count == expected)
    #expect(try base.search(query, order: .date).agreements.count == expected)
    #expect(try base.facets([.kind], of: query).rows.map(\.count).reduce(0, +) == expected)
    let checkup = try base.checkup()
    #expect(checkup.passed, "\(checkup.items.filter { !$0.passed })")
  }
}
