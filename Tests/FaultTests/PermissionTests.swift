import Foundation
import Glibc
import SQLiteStore
import Testing

/// Who may read and write what.
@Suite struct PermissionTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try Texts.write(4, to: "texts", in: folder)
    #expect(try folder.kb("ingest", "texts").status == 0)
  }

  /// Root may do anything: to be refused, the program runs as nobody.
  private static let asNobody: [String]? = {
    guard getuid() == 0 else { return [] }
    let words = ["/usr/bin/setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups"]
    return FileManager.default.isExecutableFile(atPath: words[0]) ? words : nil
  }()

  private var wrapper: [String] { Self.asNobody ?? [] }

  @Test func everythingOfAStoreIsItsOwnersAlone() throws {
    folder.store = folder.path + "/new/folder/store.db"
    umask(0)
    let program = try Program(["ingest", "texts"], in: folder)
    while program.isRunning {
      for suffix in ["", "-wal", "-shm"] {
        let mode = folder.mode(of: "new/folder/store.db" + suffix)
        #expect(mode & 0o077 == 0, "\(suffix): \(String(mode, radix: 8))")
      }
      usleep(2000)
    }
    #expect(try program.wait().status == 0)
    #expect(folder.mode(of: "new") == 0o700 && folder.mode(of: "new/folder") == 0o700)
    #expect(folder.mode(of: "new/folder/store.db") == 0o600)
    #expect(try folder.kb("backup", "copy.db").status == 0)
    #expect(folder.mode(of: "copy.db") == 0o600)
  }

  @Test(.enabled(if: PermissionTests.asNobody != nil, "needs setpriv to give root's rights up"))
  func aReadOnlyFolderIsReadAndNotWritten() throws {
    for suffix in ["-wal", "-shm"] { unlink(folder.store + suffix) }
    chmod(folder.store, 0o444)
    chmod(folder.path, 0o555)
    defer { chmod(folder.path, 0o755) }
    let before = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    for command in [["query", "railway"], ["documents"], ["doctor"], ["export"], ["facets", "domain"]] {
      let result = try Program(command, in: folder, wrapper: wrapper).wait()
      #expect(result.status == 0 && !result.output.isEmpty, "\(command): \(result)")
    }
    for (language, message) in [("en", "may not be written"), ("fr", "écriture non autorisée")] {
      for command in [["ingest", "texts"], ["remove", "1", "--yes"], ["doctor", "--rebuild"]] {
        let result = try Program(command, in: folder, wrapper: wrapper, language: language).wait()
        #expect(result.status == 3 && result.errors.contains(message), "\(command): \(result)")
      }
      let backup = try folder.kb("backup", "copy.db", wrapper: wrapper, language: language)
      #expect(backup.status == 3 && backup.errors.contains("Permission denied"), "\(backup)")
      let other = folder.store
      folder.store = folder.path + "/other.db"
      let new = try folder.kb("ingest", "texts", wrapper: wrapper, language: language)
      #expect(new.status == 3 && new.errors.contains(message), "\(new)")
      folder.store = other
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == before)
  }

  /// As where a store and its log were copied to a disk that may only be read.
  @Test(.enabled(if: PermissionTests.asNobody != nil, "needs setpriv to give root's rights up"))
  func aLogThatCannotBeReadIsNamed() throws {
    let open = try Connection.writing(folder.store)
    try open.execute(script: "PRAGMA wal_autocheckpoint = 0; UPDATE document SET title = 'other'")
    mkdir(folder.path + "/disk", 0o755)
    for suffix in ["", "-wal"] {
      try folder.write(try folder.bytes("store.db" + suffix), to: "disk/store.db" + suffix)
      chmod(folder.path + "/disk/store.db" + suffix, 0o444)
    }
    folder.store = folder.path + "/disk/store.db"
    chmod(folder.path + "/disk", 0o555)
    defer { chmod(folder.path + "/disk", 0o755) }
    for (language, message) in [("en", "its last writes are in"), ("fr", "les dernières écritures sont dans")] {
      let result = try folder.kb("query", "railway", wrapper: wrapper, language: language)
      #expect(result.status == 3 && result.errors.contains(message), "\(result)")
    }
    chmod(folder.path + "/disk", 0o777)
    chmod(folder.store, 0o666)
    chmod(folder.store + "-wal", 0o666)
    #expect(try folder.kb("documents", wrapper: wrapper).output.contains("other"))
    _ = open
  }

  @Test(.enabled(if: PermissionTests.asNobody != nil, "needs setpriv to give root's rights up"))
  func aStoreWithoutPermissionIsNotMissing() throws {
    chmod(folder.store, 0)
    for (language, message) in [("en", "cannot be opened"), ("fr", "ouverture impossible")] {
      let result = try folder.kb("query", "railway", wrapper: wrapper, language: language)
      #expect(result.status == 3 && result.errors.contains(message), "\(result)")
    }
    chmod(folder.path, 0)
    defer { chmod(folder.path, 0o755) }
    let result = try folder.kb("query", "railway", wrapper: ["/bin/sh", "-c", "exec \"$0\" \"$@\""] + wrapper)
    #expect(result.status == 3, "\(result)")
  }
}
