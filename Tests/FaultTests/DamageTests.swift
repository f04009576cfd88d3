import Foundation
import Glibc
import SQLiteStore
import Testing

/// Stores that are damaged, or none at all, and what is said of them.
@Suite struct DamageTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try Texts.write(12, to: "texts", in: folder)
  }

  /// What stands in the store's place, and what is said of it in each language; exit code 3.
  @Test(arguments: [
    ("text file", "is not a store of kb", "n'est pas une base de kb"),
    ("another program's", "is not a store of kb", "n'est pas une base de kb"),
    ("garbage header", "is not a store of kb", "n'est pas une base de kb"),
    ("pipe", "is not a store of kb", "n'est pas une base de kb"),
    ("folder", "is a folder", "est un dossier"),
    ("nothing", "there is no store yet", "il n'y a pas encore de base"),
    ("empty file", "there is no store yet", "il n'y a pas encore de base"),
    ("below a file", "there is no store yet", "il n'y a pas encore de base"),
    ("newer", "was made by a newer kb", "a été créée par un kb plus récent"),
    ("truncated", "is damaged", "est endommagée"),
    ("bad schema", "is damaged", "est endommagée"),
  ])
  func whatIsNoStoreIsNamed(_ kind: String, _ english: String, _ french: String) throws {
    try make(kind)
    let isThere = FileManager.default.fileExists(atPath: folder.store)
    let before = isThere && !["pipe", "folder"].contains(kind) ? try folder.bytes("store.db") : []
    for command in [["query", "railway"], ["documents"], ["export"], ["backup", "copy"], ["remove", "1", "--yes"]] {
      for (language, message) in [("en", english), ("fr", french)] {
        let result = try Program(command, in: folder, language: language).wait()
        #expect(result.status == 3 && result.output.isEmpty, "\(command): \(result)")
        #expect(result.errors.contains(message) && result.errors.contains("store.db"), "\(command): \(result.errors)")
      }
    }
    let doctor = try folder.kb("doctor")
    #expect(doctor.status == 3)
    #expect(doctor.errors.contains(english) || doctor.output.contains("integrity\tfailed"), "\(doctor)")
    // What is not ours is left alone, also by those who write; where nothing is, a store is made.
    let ingestion = try folder.kb("ingest", "texts")
    if ["nothing", "empty file"].contains(kind) {
      #expect(ingestion.status == 0)
      #expect(try folder.kb("doctor").status == 0)
    } else {
      #expect(ingestion.status == 3, "\(ingestion)")
      if !before.isEmpty { #expect(try folder.bytes("store.db") == before) }
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/copy"))
  }

  private func make(_ kind: String) throws {
    let path = folder.store
    switch kind {
    case "text file": try folder.write(String(repeating: "This is no database. ", count: 300), to: "store.db")
    case "another program's": try Connection.writing(path).execute(script: "CREATE TABLE t(x)")
    case "pipe": mkfifo(path, 0o600)
    case "folder": mkdir(path, 0o700)
    case "nothing": break
    case "empty file": try folder.write("", to: "store.db")
    case "below a file":
      try folder.write("a file", to: "file")
      folder.store = folder.path + "/file/store.db"
    default:
      #expect(try folder.kb("ingest", "texts").status == 0)
      if kind == "newer" { return try Connection.writing(path).execute(script: "PRAGMA user_version = 99") }
      var bytes = try folder.bytes("store.db")
      switch kind {
      case "garbage header": for index in 0..<100 { bytes[index] = UInt8(index) }
      case "truncated": bytes.removeLast(bytes.count / 2)
      default: for index in 100..<4096 { bytes[index] = 0 }
      }
      try folder.write(bytes, to: "store.db")
    }
  }

  /// Bytes that change somewhere in the file: found by `kb doctor`, never a crash, never a backup.
  @Test func flippedBytesAreFoundAndSaidWhatToDoAbout() throws {
    #expect(try folder.kb("ingest", "texts").status == 0)
    let whole = try folder.bytes("store.db")
    var random = Seeded(7)
    var found = 0
    for _ in 0..<8 {
      var bytes = whole
      let page = Int.random(in: 1..<bytes.count / 4096, using: &random)
      for index in page * 4096..<(page + 1) * 4096 { bytes[index] ^= 0xFF }
      try folder.write(bytes, to: "store.db")
      let doctor = try folder.kb("doctor", language: "fr")
      #expect([0, 3].contains(doctor.status), "\(doctor)")
      for command in [["query", "railway"], ["export"], ["facets", "domain"]] {
        let result = try Program(command, in: folder).wait()
        #expect([0, 3].contains(result.status), "page \(page), \(command): \(result)")
      }
      // A page that nothing uses may be anything.
      guard doctor.status == 3 else { continue }
      found += 1
      #expect(doctor.output.contains("integrity\tfailed") && doctor.errors.contains("sauvegarde"), "\(doctor)")
      #expect(try folder.kb("backup", "copy").status == 3)
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/copy"))
    }
    #expect(found > 4)
  }

  @Test func aDamagedIndexIsMadeAnew() throws {
    #expect(try folder.kb("ingest", "texts").status == 0)
    try Connection.writing(folder.store).execute(script: "DELETE FROM search WHERE rowid % 3 = 0; DELETE FROM tally")
    let doctor = try folder.kb("doctor")
    #expect(doctor.status == 3 && doctor.errors.contains("kb doctor --rebuild"), "\(doctor)")
    #expect(try folder.kb("doctor", language: "fr").errors.contains("kb doctor --rebuild"))
    #expect(try folder.kb("doctor", "--rebuild").status == 0)
    #expect(try folder.kb("doctor").status == 0)
  }

  /// The log of the last writes is gone, as where only the store's own file was copied.
  @Test func aMissingLogLosesTheLastWritesOnly() throws {
    #expect(try folder.kb("ingest", "texts").status == 0)
    let kept = try Contents(of: folder).documents
    let open = try Connection.reading(folder.store)
    _ = try open.number("SELECT count(*) FROM document")
    try Texts.write(3, from: 100, to: "more", in: folder)
    #expect(try folder.kb("ingest", "more").status == 0)
    let copy = try folder.bytes("store.db")
    folder.store = folder.path + "/copy.db"
    try folder.write(copy, to: "copy.db")
    #expect(try folder.kb("doctor").status == 0)
    let found = try Contents(of: folder).documents
    #expect(kept.allSatisfy { found[$0.key] == $0.value })
    #expect(try folder.kb("ingest", "more").status == 0)
    #expect(try Contents(of: folder).documents.count == 15)
    _ = open
  }

  @Test(arguments: [
    ("en", "another process is writing to it. Try again."), ("fr", "un autre processus y écrit. Réessayez."),
  ])
  func aLockedStoreIsReadAndWaitedFor(_ language: String, _ message: String) throws {
    #expect(try folder.kb("ingest", "texts").status == 0)
    try Texts.write(1, from: 100, to: "more", in: folder)
    let other = try Connection.writing(folder.store)
    try other.execute(script: "BEGIN IMMEDIATE")
    #expect(try folder.kb("query", "railway", "--count").status == 0)
    #expect(try folder.kb("backup", "copy.db").status == 0)
    let result = try folder.kb("ingest", "more", language: language)
    #expect(result.status == 3 && result.errors.contains(message), "\(result)")
    try other.execute(script: "ROLLBACK")
    #expect(try folder.kb("ingest", "more").status == 0)
    #expect(try folder.kb("doctor").status == 0)
  }

  /// Files from the future or from before there were clocks.
  @Test func aWrongClockMakesNoDifference() throws {
    for (number, seconds) in [0, 4_102_444_800, 1].enumerated() {
      var times = [timeval(tv_sec: seconds, tv_usec: 0), timeval(tv_sec: seconds, tv_usec: 0)]
      utimes(folder.path + "/texts/\(1000 + number).txt", &times)
    }
    #expect(try folder.kb("ingest", "texts").status == 0)
    let before = try Contents(of: folder)
    #expect(before.documents.count == 12)
    #expect(try folder.kb("ingest", "texts").status == 0)
    #expect(try Contents(of: folder) == before)
    #expect(try folder.kb("doctor").status == 0)
  }
}
