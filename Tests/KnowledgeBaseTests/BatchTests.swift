import Communique
import KnowledgeBase
import SQLiteStore
import Testing

/// Many communiqués in one transaction.
@Suite(.serialized) struct BatchTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func prepared(
    _ base: KnowledgeBase, _ communiques: [Communique]
  ) throws -> [PreparedFile] {
    let preparer = CommuniquePreparer(try base.indexVocabulary())
    return communiques.map { PreparedFile(documents: [preparer.prepared($0)]) }
  }

  @Test func aBatchStoresWhatOneAfterTheOtherWould() throws {
    var random = SeededRandom(state: 7)
    let communiques = (0..<40).map { random.communique($0) }
    let batch = try folder.open()
    let outcomes = try batch.ingest(communiques)
    let other = try TemporaryStore()
    let single = try other.open()
    #expect(try communiques.map { try single.ingest($0) } == outcomes)
    for (communique, outcome) in zip(communiques, outcomes) {
      #expect(try batch.communique(ofDocument: outcome.id) == communique)
      #expect(try batch.agreements(ofDocument: outcome.id) == single.agreements(ofDocument: outcome.id))
    }
    #expect(try batch.countries() == single.countries() && batch.domains() == single.domains())
    #expect(try batch.checkup().items.filter { !$0.passed && $0.name != .quotes }.isEmpty)
  }

  @Test func oneFileMayComeTwiceInABatch() throws {
    let base = try folder.open()
    let first = Sample.communique("a.txt", .english, [.init("open an embassy"), .init("build a railway")])
    let second = Sample.communique("a.txt", .english, [.init("build a railway"), .init("cut customs duties")])
    let outcomes = try base.ingest([first, second, second])
    #expect(outcomes == [.added(id: outcomes[0].id), .replaced(id: outcomes[0].id), .unchanged(id: outcomes[0].id)])
    #expect(try base.communique(ofDocument: outcomes[0].id) == second)
    #expect(try base.count(.parse("embassy")) == 0 && base.checkup().passed)
  }

  @Test func aDocumentThatFailsLeavesItsNeighbours() throws {
    let base = try folder.open()
    _ = try base.ingest(Sample.communique("first.txt", .english, [.init("open an embassy")]))
    let other = try Connection.writing(folder.path)
    try other.execute(
      script: """
        CREATE TRIGGER refuse BEFORE INSERT ON document WHEN NEW.file = 'bad.txt' BEGIN SELECT RAISE(ABORT, 'no'); END
        """)
    let batch = try prepared(
      base,
      [
        Sample.communique("a.txt", .english, title: "New", publisher: "New Agency", [.init("build a railway")]),
        Sample.communique("bad.txt", .french, [.init("ouvrir une ambassade")]),
        Sample.communique("b.txt", .french, publisher: "New Agency", [.init("exempter de visa")]),
      ])
    let results = try base.ingest(batch)
    #expect(results.map { (try? $0.get()) != nil } == [true, false, true])
    try other.execute(script: "DROP TRIGGER refuse")
    #expect(try base.documents().map(\.file).sorted() == ["a.txt", "b.txt", "first.txt"])
    #expect(try base.count(.parse("publisher:\"New Agency\"")) == 2)
    #expect(try base.checkup().passed)
  }

  @Test func replacedVersionsAreKept() throws {
    let base = try folder.open()
    let first = Sample.communique("a.txt", .english, title: "First", [.init("open an embassy"), .init("build")])
    let id = try base.ingest(first).id
    _ = try base.ingest(Sample.communique("a.txt", .english, title: "Second", [.init("build a railway")]))
    // Reading the same anew is no new version.
    _ = try base.ingest(Sample.communique("a.txt", .english, title: "Second", [.init("build a railway")]), again: true)
    let other = try base.ingest(Sample.communique("b.txt", .english, title: "Third", [.init("cut customs duties")])).id
    #expect(try base.earlierVersions()[id]?.map(\.title) == ["First"])
    #expect(try base.earlierVersions()[id]?.first?.agreements == 2)
    // The file takes another's content: its past goes with it.
    _ = try base.ingest(Sample.communique("a.txt", .english, title: "Third", [.init("cut customs duties")]))
    #expect(try base.documents().map(\.id) == [other])
    #expect(try base.earlierVersions()[other]?.map(\.title) == ["First", "Second"])
    #expect(try base.earlierVersions()[other]?.map(\.number) == [1, 2])
    #expect(try base.checkup().passed)
  }

  @Test func otherMetadataOfTheSameTextReplaceIt() throws {
    let base = try folder.open()
    let first = Sample.communique("a.txt", .english, title: "First", [.init("open an embassy")])
    let id = try base.ingest(first).id
    var described = first
    described.publisher = "Xinhua"
    #expect(try base.ingest(described) == .replaced(id: id))
    #expect(try base.document(id: id)?.publisher == "Xinhua" && base.earlierVersions().isEmpty)
    #expect(try base.ingest(described) == .unchanged(id: id) && base.checkup().passed)
  }

  @Test func filesAreRememberedUntilTheirDocumentIsRemoved() throws {
    let base = try folder.open()
    let preparer = CommuniquePreparer(try base.indexVocabulary())
    let entry = Sample.communique("feed.xml#1", .english, [.init("open an embassy")])
    let state = SourceFileState(file: "feed.xml", size: 10, modified: -5, digest: "abc")
    let copy = SourceFileState(file: "copy.xml", size: 10, modified: 7, digest: "abc", reason: "empty")
    let file = PreparedFile(states: [state, copy], documents: [preparer.prepared(entry)])
    let id = try #require(try base.ingest([file])[0].get().first).id
    #expect(try base.sourceFile("feed.xml") == state && base.sourceFile("copy.xml") == copy)
    #expect(try base.sourceFile("feed") == nil)
    _ = try base.remove(document: id)
    #expect(try base.sourceFile("feed.xml") == nil && base.sourceFile("copy.xml") == nil)
  }
}
