import Communique
import SQLiteStore
import Testing

@testable import KnowledgeBase

/// Store → records → store gives the same records.
@Suite(.serialized) struct RestoreTests {
  let source: TemporaryStore
  let target: TemporaryStore

  init() throws {
    source = try TemporaryStore()
    target = try TemporaryStore()
  }

  /// Documents whose quotes stand in their texts, with all that can hang on them.
  private func fill(_ base: KnowledgeBase) throws {
    var random = SeededRandom(state: 7)
    for number in 0..<16 { _ = try base.ingest(random.faithfulCommunique(number)) }
    // Replaced: its agreements' ids are no longer in order.
    for number in 10..<13 { _ = try base.ingest(random.faithfulCommunique(number)) }
    // The store's first document is its template's: these have the ids 2 … 17.
    _ = try base.remove(documents: [4, 5])
    try base.link(2, 3, as: .version)
    try base.connection.execute(
      script: """
        UPDATE document_link SET confidence = 0.8125;
        INSERT INTO document_history VALUES
          (6, 1, '2024-05-06T07:08:09Z', '\(SHA256.hexadecimal(of: "before"))', NULL, '2024-01-01', NULL, 3, 'before');
        INSERT INTO link_choice VALUES ('file 1', 'file 2', 'version'), ('file 1', 'file 9', NULL);
        INSERT INTO alignment
          SELECT a.id, b.id, 0.9 FROM agreement AS a JOIN agreement AS b
          ON a.document = 7 AND b.document = 8 AND a.position = b.position;
        INSERT OR IGNORE INTO alignment SELECT other, agreement, score FROM alignment;
        """)
  }

  private func records(_ base: KnowledgeBase) throws -> [StoreRecord] {
    let reader = try base.records()
    var records: [StoreRecord] = []
    while let record = try reader.next() { records.append(record) }
    return records
  }

  private func restore(_ records: [StoreRecord], into base: KnowledgeBase) throws -> RestoreOutcome {
    var rest = records[...]
    return try base.restore { () throws(Never) in rest.popFirst() }
  }

  @Test func anEmptyStoreBecomesTheSame() throws {
    let base = try source.open()
    try fill(base)
    let exported = try records(base)
    let copy = try target.open()
    let outcome = try restore(exported, into: copy)
    #expect(outcome.keepsIDs && outcome.added == 14 && outcome.present == 0)
    #expect(try records(copy) == exported)
    #expect(try copy.checkup().passed)
    #expect(try copy.count(.everything) == base.count(.everything))
  }

  @Test func aStoreWithDocumentsGetsWhatItLacks() throws {
    let base = try source.open()
    try fill(base)
    let exported = try records(base)
    let other = try target.open()
    // One text that is there under another name, and one name that stands for another text.
    guard case .document(let present)? = exported.dropFirst().first else { throw TemporaryStore.Failure() }
    var elsewhere = present.communique
    elsewhere.file = "elsewhere"
    _ = try other.ingest(Sample.communique("file 5", .english, [.init("something else")]))
    _ = try other.ingest(elsewhere)
    let outcome = try restore(exported, into: other)
    #expect(!outcome.keepsIDs && outcome.added == 13 && outcome.present == 1)
    #expect(outcome.renamed == [.init(file: "file 5", name: "file 5 (2)")])
    #expect(try other.documents().count == 15)
    let linked = try #require(try other.documents().first { $0.file == "file 1" })
    let partner = try #require(linked.versions.first)
    #expect(try other.document(id: partner)?.file == "elsewhere")
    #expect(try other.checkup().passed)
    // The same again changes nothing.
    let before = try records(other)
    let again = try restore(exported, into: other)
    #expect(again.added == 0 && again.present == 14)
    #expect(try records(other) == before)
  }

  /// What is done to the records of an export, and why they are refused.
  @Test(
    arguments: [
      ("no counts", .misplaced), ("counts twice", .misplaced), ("a document less", .counts),
      ("a link less", .counts), ("a document twice", .identifier), ("another's agreement", .identifier),
      ("id of zero", .identifier), ("largest id", .identifier), ("other text", .digest), ("other words", .span),
      ("span beyond", .span), ("evidence beyond", .span), ("set aside beyond", .span), ("pages back", .pages),
      ("party twice", .code), ("control in a code", .code), ("no file name", .name), ("no number", .number),
      ("confidence of 2", .number), ("link to nothing", .unknown),
    ] as [(String, RecordProblem.Reason)])
  func whatIsWrongIsRefusedWhole(_ damage: String, _ reason: RecordProblem.Reason) throws {
    let base = try source.open()
    try fill(base)
    var exported = try records(base)
    apply(damage, to: &exported)
    let copy = try target.open()
    do {
      _ = try restore(exported, into: copy)
      Issue.record("taken")
    } catch let error as RestoreError<Never> {
      guard case .refused(let problem) = error else { throw error }
      #expect(problem.reason == reason)
    }
    #expect(try copy.documents().isEmpty)
    #expect(try copy.checkup().passed)
    // The next is not disturbed by what the last left behind.
    _ = try restore(try records(base), into: copy)
    #expect(try records(copy) == records(base))
  }

  private func apply(_ damage: String, to records: inout [StoreRecord]) {
    let place = records.firstIndex { if case .document(let d) = $0 { d.agreementIDs.count > 1 } else { false } }
    let link = records.firstIndex { if case .link = $0 { true } else { false } }
    guard let place, let link, case .document(var document) = records[place], case .link(var tie) = records[link] else {
      return
    }
    switch damage {
    case "no counts": records.removeFirst()
    case "counts twice": records.insert(records[0], at: 1)
    case "a document less": records.remove(at: place + 6)
    case "a link less": records.remove(at: link)
    case "a document twice": records.insert(records[place], at: place + 1)
    case "another's agreement": document.agreementIDs[0] = document.agreementIDs[1]
    case "id of zero": document.id = 0
    case "largest id": document.id = .max
    case "other text": document.communique.text += " "
    case "other words": document.communique.agreements[0].text += "s"
    case "span beyond": document.communique.agreements[0].span = 0..<1_000_000
    case "evidence beyond":
      document.communique.agreements[0].evidence.reasons = [.init(field: "a", rule: "b", span: 9..<100_000)]
    case "set aside beyond": document.communique.setAside = [SetAside(span: 0..<1_000_000, reason: "praise")]
    case "pages back": document.communique.pages = [4, 2]
    case "party twice": document.communique.parties = ["CHN", "CHN"].map(Party.init(_:))
    case "control in a code": document.communique.agreements[0].domains = [Domain("en\u{1B}ergy")]
    case "no file name": document.communique.file = ""
    case "no number": document.communique.agreements[0].amounts = [Amount(value: .nan, currency: "EUR")]
    case "confidence of 2": tie.confidence = 2
    case "link to nothing": tie.other = 999
    default: return
    }
    let isRemoval = damage.hasPrefix("no counts") || damage.hasSuffix("less")
    if !isRemoval, damage != "counts twice", damage != "a document twice" {
      records[place] = .document(document)
      records[link] = .link(tie)
    }
  }

  @Test func aSourceThatFailsLeavesNothing() throws {
    struct Broken: Error {}
    let base = try source.open()
    try fill(base)
    var rest = try records(base)[..<9]
    let copy = try target.open()
    #expect(throws: RestoreError<Broken>.self) {
      try copy.restore { () throws(Broken) -> StoreRecord? in
        guard let next = rest.popFirst() else { throw Broken() }
        return next
      }
    }
    #expect(try copy.documents().isEmpty)
    #expect(try copy.checkup().passed)
  }

  @Test func removalIsAllOrNothing() throws {
    let base = try source.open()
    try fill(base)
    #expect(try base.remove(documents: [2, 4, 3, 5]) == [4, 5])
    #expect(try base.documents().count == 14)
    #expect(try base.remove(documents: [2, 3, 2]).isEmpty)
    #expect(try base.documents().count == 12)
    #expect(try base.checkup().passed)
  }

  @Test func whatWasRemovedCanBeReadInAgain() throws {
    let base = try source.open()
    try fill(base)
    try base.connection.execute(
      script: """
        INSERT INTO source_file SELECT 'file 1', 1, 1, '', NULL;
        INSERT INTO source_file VALUES ('a.zip', 1, 1, '', NULL), ('file 10', 1, 1, '', NULL);
        UPDATE document SET file = 'a.zip/b.txt' WHERE id = 2;
        """)
    _ = try base.remove(documents: [2, 3])
    #expect(try base.connection.all("SELECT file FROM source_file") { $0.text(0) } == ["file 10"])
  }

  @Test func aBackupIsTheStoreAtThatMoment() throws {
    let base = try source.open()
    try fill(base)
    try File.write([], to: target.path)
    try base.backUp(to: target.path)
    let reader = try KnowledgeBase(path: source.path, mode: .read)
    let copy = try KnowledgeBase(path: target.path, mode: .read)
    #expect(try records(copy) == records(reader))
    #expect(try copy.checkup().passed)
  }

  @Test func aCompactCopyHoldsTheSame() throws {
    let base = try source.open()
    try fill(base)
    try File.write([], to: target.path)
    let reader = try KnowledgeBase(path: source.path, mode: .read)
    try reader.compact(into: target.path)
    #expect(try reader.connection.number("PRAGMA query_only") == 1)
    let copy = try KnowledgeBase(path: target.path, mode: .read)
    #expect(try records(copy) == records(base))
    #expect(try copy.checkup().passed)
  }
}

extension SeededRandom {
  /// As `communique`, with every place within its text and every quote in its place.
  mutating func faithfulCommunique(_ number: Int) -> Communique {
    var made = communique(number)
    let length = made.text.utf8.count
    func fitted(_ span: Range<Int>) -> Range<Int> { min(span.lowerBound, length)..<min(span.upperBound, length) }
    made.pages = made.pages.filter { $0 <= length }
    made.setAside = made.setAside.map { SetAside(span: fitted($0.span), reason: $0.reason) }
    for index in made.agreements.indices {
      let start = made.text.utf8.count
      made.text += made.agreements[index].text + "\n"
      made.agreements[index].span = start..<start + made.agreements[index].text.utf8.count
      made.agreements[index].evidence.reasons = made.agreements[index].evidence.reasons.map {
        .init(field: $0.field, rule: $0.rule, span: $0.span.map(fitted))
      }
    }
    return made
  }
}
