import Communique
import KnowledgeBase
import Testing

@Suite(.serialized) struct IngestTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private let first = Sample.communique("a.txt", .english, [.init("open an embassy"), .init("build a railway")])
  private let second = Sample.communique("a.txt", .english, [.init("build a railway"), .init("cut customs duties")])

  @Test func sameContentAgainChangesNothing() throws {
    let base = try folder.open()
    let id = try base.ingest(first).id
    let before = try base.agreements(ofDocument: id)
    #expect(try base.ingest(first) == .unchanged(id: id))
    var elsewhere = first
    elsewhere.file = "copy.txt"
    #expect(try base.ingest(elsewhere) == .unchanged(id: id))
    #expect(try base.agreements(ofDocument: id) == before)
    #expect(try base.documents().count == 1)
    #expect(try base.document(withText: first.text) == id)
  }

  @Test func changedFileReplacesItsEarlierVersion() throws {
    let base = try folder.open()
    let id = try base.ingest(first).id
    let railway = try base.agreements(ofDocument: id)[1]
    #expect(try base.ingest(second) == .replaced(id: id))
    #expect(try base.count(.parse("embassy")) == 0)
    #expect(try base.count(.parse("customs")) == 1)
    // The words that stayed keep the id under which they may have been cited.
    #expect(try base.agreements(ofDocument: id)[0].id == railway.id)
    #expect(try base.documents().map(\.agreements) == [2])
    #expect(try base.checkup().passed)
  }

  @Test func fileThatTakesAnothersContentLeavesOneDocument() throws {
    let base = try folder.open()
    _ = try base.ingest(first)
    var other = second
    other.file = "b.txt"
    let id = try base.ingest(other).id
    #expect(try base.ingest(second) == .replaced(id: id))
    #expect(try base.documents().map(\.id) == [id])
    #expect(try base.checkup().passed)
  }

  @Test func sameContentIsReadAgainWhereAsked() throws {
    let base = try folder.open()
    let id = try base.ingest(first).id
    var better = first
    better.agreements.removeLast()
    #expect(try base.ingest(better, again: true) == .replaced(id: id))
    #expect(try base.count(.everything) == 1)
    #expect(try base.checkup().passed)
  }

  @Test func removalLeavesNothing() throws {
    let base = try folder.open()
    let id = try base.ingest(first).id
    #expect(try base.remove(document: id))
    #expect(try !base.remove(document: id))
    #expect(try base.count(.everything) == 0 && base.countries().isEmpty)
    #expect(try base.completions(of: nil, startingWith: "e").isEmpty)
    #expect(try base.checkup().passed)
  }

  @Test func documentsAreLinkedBothWays() throws {
    let base = try folder.open()
    let one = try base.ingest(first).id
    var other = second
    other.file = "b.txt"
    let two = try base.ingest(other).id
    #expect(try base.link(one, two, as: .version))
    #expect(try base.document(id: one)?.versions == [two] && base.document(id: two)?.versions == [one])
    #expect(try base.unlink(two, one))
    #expect(try base.documents().allSatisfy { $0.versions.isEmpty })
  }

  @Test func storeOpenedToReadRefusesWrites() throws {
    _ = try folder.open().ingest(first)
    let reader = try folder.open(.read)
    #expect(throws: KnowledgeBaseError.readOnly(path: folder.path)) { try reader.ingest(second) }
    #expect(throws: KnowledgeBaseError.readOnly(path: folder.path)) { try reader.rebuildIndex() }
  }
}
