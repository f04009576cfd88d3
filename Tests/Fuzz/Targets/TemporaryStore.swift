import Glibc
import Ingestion
import KnowledgeBase

/// A store in a folder of its own.
final class TemporaryStore {
  let folder: String
  let base: KnowledgeBase

  init(filled: Bool) throws {
    var template = Array("/tmp/kb-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Fault("no temporary folder") }
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    base = try KnowledgeBase(path: folder + "/store.db", mode: .write)
    guard filled else { return }
    let reader = CommuniqueReader()
    for (number, text) in Corpus.files(in: AnalysisTarget.corpus).enumerated() {
      _ = try base.ingest(reader.read(String(decoding: text, as: UTF8.self), file: "text \(number)"))
    }
  }

  deinit {
    for suffix in ["", "-wal", "-shm"] { unlink(folder + "/store.db" + suffix) }
    rmdir(folder)
  }
}
