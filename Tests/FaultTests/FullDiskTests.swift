import Foundation
import Glibc
import Testing

/// A disk that fills up while texts are read in.
@Suite struct FullDiskTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    try Texts.write(60, to: "texts", in: folder)
  }

  /// A small file system in memory; only root may make one.
  private static let canMount: Bool = {
    guard let folder = try? Folder(), (try? Mount(folder.path, size: "1m")) != nil else { return false }
    return true
  }()

  @Test(.enabled(if: FullDiskTests.canMount, "only root may mount a tmpfs"))
  func aFullDiskLeavesTheStoreWhole() throws {
    let disk = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let mount = try Mount(disk, size: "2m")
    folder.store = disk + "/store.db"
    try expectFull([])
    try mount.resize("200m")
    try expectComplete()
    #expect(mount.isMounted)
  }

  /// A limit on the size of files, which everybody may set: 1 MB in blocks of 512 bytes, well under what all texts take.
  @Test func aLimitOnFilesLeavesTheStoreWhole() throws {
    try expectFull(["/bin/sh", "-c", "ulimit -f 2000; exec \"$0\" \"$@\""])
    try expectComplete()
  }

  private func expectFull(_ wrapper: [String]) throws {
    let result = try folder.kb("ingest", "texts", wrapper: wrapper)
    #expect(result.status == 3 && result.errors.contains("the disk is full"), "\(result)")
    let french = try folder.kb("ingest", "texts", wrapper: wrapper, language: "fr")
    #expect(french.status == 3 && french.errors.contains("le disque est plein"), "\(french)")
    let checkup = try folder.kb("doctor", wrapper: wrapper)
    #expect(checkup.status == 0, "\(checkup)")
    #expect(try folder.kb("query", "railway", "--count", wrapper: wrapper).status == 0)
  }

  /// With room again, the run goes on.
  private func expectComplete() throws {
    let result = try folder.kb("ingest", "texts")
    #expect(result.status == 0, "\(result)")
    #expect(try folder.kb("doctor").status == 0)
    let stored = try Contents(of: folder).documents
    folder.store = folder.path + "/other.db"
    #expect(try folder.kb("ingest", "texts").status == 0)
    #expect(try stored == Contents(of: folder).documents)
    #expect(stored.count == 60)
  }

  @Test func copiesThatDoNotFitAreNotLeftBehind() throws {
    #expect(try folder.kb("ingest", "texts").status == 0)
    let wrapper = ["/bin/sh", "-c", "ulimit -f 100; exec \"$0\" \"$@\""]
    for command in [["backup", "copy"], ["export", "-o", "copy"], ["export", "--format", "sqlite", "-o", "copy"]] {
      let result = try Program(command, in: folder, wrapper: wrapper).wait()
      #expect(result.status == 3 && result.errors.hasPrefix("kb: copy: cannot be written ("), "\(result)")
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.contains { $0.hasPrefix("copy") })
    #expect(try folder.kb("doctor").status == 0)
  }
}

/// A file system of a fixed size, taken away with its value.
private final class Mount {
  private let path: String

  init(_ path: String, size: String) throws {
    self.path = path
    guard Self.run(["/bin/mount", "-t", "tmpfs", "-o", "size=" + size, "none", path]) else { throw Failure() }
  }

  deinit { _ = Self.run(["/bin/umount", path]) }

  struct Failure: Error {}

  var isMounted: Bool { (try? String(contentsOfFile: "/proc/mounts", encoding: .utf8))?.contains(path) ?? false }

  func resize(_ size: String) throws {
    guard Self.run(["/bin/mount", "-o", "remount,size=" + size, path]) else { throw Failure() }
  }

  private static func run(_ words: [String]) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
