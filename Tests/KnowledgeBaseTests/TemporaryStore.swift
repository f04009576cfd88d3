import Glibc
import KnowledgeBase
import Synchronization

/// A store in a folder of its own, removed with it, or at the end of the tests that share it.
final class TemporaryStore {
  let folder: String
  var path: String { folder + "/communiques.db" }

  init() throws {
    var template = Array("/tmp/kb-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    defer { Leftovers.note(folder) }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  struct Failure: Error {}

  /// Opens it; a new one is a copy of one that has its vocabulary already, which takes long to put in.
  func open(_ mode: KnowledgeBase.Mode = .write) throws -> KnowledgeBase {
    if mode == .write, access(path, F_OK) != 0 { try Self.template.get().copy(to: path) }
    return try KnowledgeBase(path: path, mode: mode)
  }

  /// Opens it without the short cut.
  func openNew() throws -> KnowledgeBase { try KnowledgeBase(path: path, mode: .write) }

  deinit { Leftovers.remove(folder) }

  private static let template = Result { try Template() }

  private struct Template: Sendable {
    let bytes: [UInt8]

    init() throws {
      let store = try TemporaryStore()
      do {
        let base = try KnowledgeBase(path: store.path, mode: .write)
        guard case .added(let id) = try base.ingest(.init(file: "template", text: "template")) else { throw Failure() }
        _ = try base.remove(document: id)
      }
      bytes = try File.bytes(store.path)
    }

    func copy(to path: String) throws { try File.write(bytes, to: path) }
  }
}

enum File {
  static func bytes(_ path: String) throws -> [UInt8] {
    guard let file = fopen(path, "r") else { throw TemporaryStore.Failure() }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw TemporaryStore.Failure() }
    defer { fclose(file) }
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw TemporaryStore.Failure() }
  }
}

/// Folders to remove when the process ends: what tests share is never released.
enum Leftovers {
  private static let folders = Mutex<Set<String>>([])
  private static let atEnd: Void = {
    atexit { Leftovers.removeAll() }
  }()

  static func note(_ folder: String) {
    _ = atEnd
    folders.withLock { _ = $0.insert(folder) }
  }

  static func remove(_ folder: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(folder + "/communiques.db" + suffix) }
    rmdir(folder)
    folders.withLock { _ = $0.remove(folder) }
  }

  private static func removeAll() {
    for folder in folders.withLock({ $0 }) { remove(folder) }
  }
}
