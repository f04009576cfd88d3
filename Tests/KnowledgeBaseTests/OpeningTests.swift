import Communique
import Glibc
import SQLiteStore
import Synchronization
import Testing

@testable import KnowledgeBase

@Suite(.serialized) struct OpeningTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  @Test func missingStoreIsNotFoundToRead() {
    #expect(throws: KnowledgeBaseError.notFound(path: folder.path)) { try folder.open(.read) }
  }

  @Test func newStoreIsItsOwnersAlone() throws {
    _ = try folder.openNew()
    var status = stat()
    #expect(stat(folder.path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func foldersAreMade() throws {
    let path = folder.folder + "/a/b/store.db"
    _ = try KnowledgeBase(path: path, mode: .write)
    #expect(access(path, F_OK) == 0)
    for suffix in ["-wal", "-shm", ""] { unlink(path + suffix) }
    rmdir(folder.folder + "/a/b")
    rmdir(folder.folder + "/a")
  }

  @Test(arguments: [KnowledgeBase.Mode.read, .write])
  func textFileIsNoStore(_ mode: KnowledgeBase.Mode) throws {
    try File.write(Array("This is not a database, though long enough to look into it.".utf8), to: folder.path)
    #expect(throws: KnowledgeBaseError.notAStore(path: folder.path)) {
      try KnowledgeBase(path: folder.path, mode: mode)
    }
  }

  @Test(arguments: [KnowledgeBase.Mode.read, .write])
  func anotherProgramsDatabaseIsLeftAlone(_ mode: KnowledgeBase.Mode) throws {
    do {
      let other = try Connection.writing(folder.path)
      try other.execute(script: "CREATE TABLE t(x); INSERT INTO t VALUES (1)")
    }
    let before = try File.bytes(folder.path)
    #expect(throws: KnowledgeBaseError.notAStore(path: folder.path)) {
      try KnowledgeBase(path: folder.path, mode: mode)
    }
    #expect(try File.bytes(folder.path) == before)
  }

  @Test(arguments: [KnowledgeBase.Mode.read, .write])
  func newerStoreIsRefused(_ mode: KnowledgeBase.Mode) throws {
    _ = try folder.open()
    try Connection.writing(folder.path).execute(script: "PRAGMA user_version = 99")
    #expect(throws: KnowledgeBaseError.newerStore(path: folder.path, found: 99, known: Opening.migrator.latest)) {
      try KnowledgeBase(path: folder.path, mode: mode)
    }
  }

  @Test func folderIsNoStore() {
    #expect(throws: KnowledgeBaseError.self) { try KnowledgeBase(path: folder.folder, mode: .read) }
  }

  @Test func damagedStoreSaysSo() throws {
    do {
      let base = try folder.open()
      for number in 0..<50 {
        _ = try base.ingest(Sample.communique("\(number)", .english, [.init("open embassy number \(number)")]))
      }
    }
    var bytes = try File.bytes(folder.path)
    for index in 8192..<bytes.count { bytes[index] = UInt8(truncatingIfNeeded: index &* 7) }
    try File.write(bytes, to: folder.path)
    #expect {
      let base = try KnowledgeBase(path: folder.path, mode: .read)
      _ = try base.search(.parse("embassy"), order: .date)
    } throws: { error in
      if case .damaged = error as? KnowledgeBaseError { true } else { false }
    }
  }

  @Test func readsWhileAnotherWrites() throws {
    let writer = try folder.open()
    let reader = try folder.open(.read)
    for number in 0..<5 {
      _ = try writer.ingest(Sample.communique("\(number)", .english, [.init("open embassy number \(number)")]))
      #expect(try reader.count(.parse("embassy")) == number + 1)
    }
  }

  @Test func anySQLiteToolReadsItsIndex() throws {
    let base = try folder.open()
    _ = try base.ingest(Sample.communique("a", .french, [.init("renforcer la coopération énergétique")]))
    let plain = try Connection.reading(folder.path)
    #expect(try plain.number("SELECT count(*) FROM search WHERE search MATCH 'coopération'") == 1)
    #expect(try plain.number("SELECT count(*) FROM tally_by_name") > 0)
    #expect(try plain.number("PRAGMA application_id") == 0x6B62_636D)
  }
}

@Suite(.serialized) struct InterruptionTests {
  private static let kept = Result { try RandomCorpus() }
  private var corpus: RandomCorpus { get throws { try Self.kept.get() } }

  @Test func timeLimitEndsAQuery() throws {
    let base = try corpus.base
    base.timeLimit = .zero
    defer { base.timeLimit = nil }
    #expect(throws: KnowledgeBaseError.timedOut) {
      for _ in 0..<1000 { _ = try base.facets([.country, .domain], of: .parse("strength:decided or énergie")) }
    }
    base.timeLimit = nil
    #expect(try base.count(.everything) == corpus.items.count)
  }

  @Test func interruptedQueryLeavesTheStoreUsable() throws {
    let base = try corpus.base
    let stopper = Stopper(base.interrupter)
    #expect(throws: KnowledgeBaseError.interrupted) {
      for _ in 0..<100_000 { _ = try base.facets([.country, .domain], of: .parse("strength:decided or énergie")) }
    }
    stopper.end()
    #expect(try base.count(.everything) == corpus.items.count)
    #expect(try base.checkup().items.allSatisfy { $0.passed || $0.name == .quotes })
  }
}

/// A thread that interrupts again and again: an interruption between two calls stops nothing.
private final class Stopper: @unchecked Sendable {
  private let interrupter: Interrupter
  private let isOver = Atomic<Bool>(false)
  private var thread = pthread_t()

  init(_ interrupter: Interrupter) {
    self.interrupter = interrupter
    pthread_create(
      &thread, nil,
      { context in
        guard let context else { return nil }
        Unmanaged<Stopper>.fromOpaque(context).takeUnretainedValue().run()
        return nil
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private func run() {
    while !isOver.load(ordering: .relaxed) {
      interrupter.interrupt()
      usleep(100)
    }
  }

  func end() {
    isOver.store(true, ordering: .relaxed)
    pthread_join(thread, nil)
  }
}

@Suite(.serialized) struct UpkeepTests {
  let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private func filled() throws -> KnowledgeBase {
    let base = try folder.open()
    _ = try base.ingest(
      Sample.communique("a", .french, publisher: "AFP", [.init("renforcer l'énergie"), .init("ouvrir")]))
    return base
  }

  /// What is broken behind its back, and which item tells.
  @Test(arguments: [
    ("DELETE FROM search WHERE rowid = (SELECT min(rank) FROM agreement)", [Checkup.Item.Name.searchRows, .terms]),
    ("UPDATE tally SET count = count + 1 WHERE meeting = (1 << 32) + 1", [.counts]),
    ("UPDATE term SET count = 7 WHERE term = 'energie'", [.terms]),
    ("DELETE FROM agreement_label", [.searchRows, .counts]),
    ("UPDATE agreement SET text = 'other' WHERE id = 1", [.quotes]),
    ("UPDATE setting SET value = 'old' WHERE name = 'vocabulary'", [.vocabulary]),
    ("UPDATE search_content SET c0 = 'autre' WHERE id = (SELECT min(rank) FROM agreement)", [.searchIndex]),
    ("PRAGMA foreign_keys = OFF; DELETE FROM document", [.foreignKeys, .searchRows, .quotes]),
  ])
  func doctorSeesIt(_ damage: String, _ names: [Checkup.Item.Name]) throws {
    let base = try filled()
    #expect(try base.checkup().passed)
    try base.connection.execute(script: damage)
    let failed = Set(try base.checkup().items.filter { !$0.passed }.map(\.name))
    #expect(failed.isSubset(of: names) && !failed.isEmpty, "\(failed)")
    #expect(failed.contains(names[0]))
  }

  @Test func rebuildMakesItWhole() throws {
    let base = try filled()
    for damage in ["DELETE FROM search", "DELETE FROM tally", "UPDATE term SET count = 9", "DELETE FROM concept_form"] {
      try base.connection.execute(script: damage)
    }
    #expect(try !base.checkup().passed)
    try base.rebuildIndex()
    let checkup = try base.checkup()
    #expect(checkup.passed, "\(checkup.items.filter { !$0.passed })")
    #expect(try base.count(.parse("énergie")) == 1)
    #expect(try base.facets([.publisher]).rows == [FacetRow(values: ["AFP"], count: 2)])
    _ = try base.ingest(Sample.communique("b", .english, [.init("close the port")]))
    #expect(try base.checkup().passed)
  }
}

@Suite(.serialized) struct CompletionTests {
  private static let kept = Result { try CaseStore() }
  private var base: CaseStore { get throws { try Self.kept.get() } }

  @Test func wordsCompleteByFrequencyWithoutAccents() throws {
    let words = try base.store.completions(of: nil, startingWith: "Éner").map(\.term)
    #expect(words.first == "energie" && Set(words) == ["energie", "energies", "energy"])
  }

  @Test(
    .enabled(if: CaseStore.hasVocabulary),
    arguments: [
      (Field.country, "kaz", "KAZ"), (.country, "Franc", "FRA"), (.country, "etats", "USA"),
      (.domain, "éner", "energy"),
      (.strength, "dec", "decided"), (.language, "f", "fr"),
    ])
  func valuesCompleteInBothLanguages(_ field: Field, _ typed: String, _ code: String) throws {
    #expect(try base.store.completions(of: field, startingWith: typed).first?.term == code)
  }
}
