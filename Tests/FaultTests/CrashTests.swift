import Foundation
import Glibc
import Testing

/// `kill -9` at any moment of `kb ingest`: the store is whole, and the same command goes on where it was stopped.
///
/// `make test-crash` kills 200 times; KB_SEED chooses other moments.
@Suite struct CrashTests {
  private let folder: Folder
  private static let count = 30

  init() throws { folder = try Folder() }

  @Test func killedIngestionLosesNothingThatWasStored() throws {
    let kills = Settings.number("KB_KILLS", or: 12)
    var random = Seeded(UInt64(Settings.number("KB_SEED", or: 20_220_608)))
    let reference = try reference()
    let duration = try duration()
    folder.removeStore()
    var killed = 0
    var runs = 0
    while killed < kills {
      runs += 1
      try #require(runs < kills * 20, "\(killed) of \(runs) runs were killed")
      // Now filling an empty store, now replacing what is in it.
      let version = random.next() % 2 == 0 ? 1 : 2
      let program = try Program(["ingest", "texts"], in: try prepared(version: version))
      usleep(UInt32(Double.random(in: 0...duration, using: &random) * 1_000_000))
      program.kill()
      let result = try program.wait()
      if result.status == -SIGKILL { killed += 1 } else { #expect(result.status == 0, "\(result)") }
      try expectWhole(among: reference, after: killed)
      guard random.next() % 3 == 0 else { continue }
      // To the end: nothing is missing.
      #expect(try folder.kb("ingest", "texts").status == 0)
      #expect(try Contents(of: folder).documents == reference[version])
      if random.next() % 2 == 0 { folder.removeStore() }
    }
    let result = try folder.kb("ingest", "texts")
    #expect(result.status == 0, "\(result)")
    #expect(try Contents(of: folder).documents == reference[try currentVersion()])
    #expect(try folder.kb("doctor").status == 0)
  }

  /// What an undisturbed run stores, by version of the texts.
  private func reference() throws -> [Int: [String: String]] {
    var reference: [Int: [String: String]] = [:]
    for version in [1, 2] {
      folder.removeStore()
      #expect(try prepared(version: version).kb("ingest", "texts").status == 0)
      reference[version] = try Contents(of: folder).documents
      #expect(reference[version]?.count == Self.count)
    }
    return reference
  }

  /// How long an undisturbed run takes, in seconds.
  private func duration() throws -> Double {
    folder.removeStore()
    let start = Date()
    #expect(try folder.kb("ingest", "texts").status == 0)
    return Date().timeIntervalSince(start)
  }

  private func prepared(version: Int) throws -> Folder {
    try Texts.write(Self.count, version: version, to: "texts", in: folder)
    return folder
  }

  private func currentVersion() throws -> Int {
    String(decoding: try folder.bytes("texts/1000.txt"), as: UTF8.self) == Texts.text(0, version: 1) ? 1 : 2
  }

  /// The store passes all checks, and each of its documents is one that an undisturbed run stores.
  private func expectWhole(among reference: [Int: [String: String]], after kill: Int) throws {
    var status = stat()
    // Killed before its first step.
    guard stat(folder.store, &status) == 0, status.st_size > 0 else { return }
    let checkup = try folder.kb("doctor", "--format", "jsonl")
    #expect(checkup.status == 0, "after kill \(kill): \(checkup)")
    for (file, document) in try Contents(of: folder).documents {
      #expect(reference.values.contains { $0[file] == document }, "after kill \(kill): \(file)")
    }
  }
}
