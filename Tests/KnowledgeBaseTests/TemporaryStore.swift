import Glibc
import KnowledgeBase

/// A store in a folder of its own, removed with it.
final class TemporaryStore {
  let folder: String
  var path: String { folder + "/communiques.db" }

  init() throws {
    var template = Array("/tmp/kb-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    folder = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
  }

  struct Failure: Error {}

  func open(_ mode: KnowledgeBase.Mode = .write) throws -> KnowledgeBase { try KnowledgeBase(path: path, mode: mode) }

  deinit {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    rmdir(folder)
  }
}
