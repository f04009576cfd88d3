import Communique
import Glibc
import Ingestion
import KnowledgeBase

/// Questions: read or refused with a place within them, and what is read is answered without an error of SQLite.
final class QueryTarget: FuzzTarget {
  static let name = "queries"
  static let words = [
    "country:", "pays:", "domain:", "domaine:", "date:", "2022-06..2023", "juin 2022", "strength:>=", "-", "not ",
    "sauf ",
    " or ", " ou ", "\"", "(", ")", "*", "AND", "NEAR(", "l'énergie", "États-Unis", "parties:CHN+KAZ", "id:", "kind:",
    "..",
  ]

  private let store: TemporaryStore

  init() throws { store = try TemporaryStore(filled: true) }

  func run(_ input: [UInt8]) throws {
    let text = String(decoding: input.prefix(2000), as: UTF8.self)
    let query: Query
    do throws(QueryError) {
      query = try Query.parse(text)
    } catch {
      guard error.range.lowerBound >= 0, error.range.upperBound <= text.utf8.count else {
        throw Fault("an error at \(error.range) of \(text.utf8.count)")
      }
      return
    }
    let total = try store.base.count(query)
    let found = try store.base.search(query, order: .date)
    guard found.total == total else { throw Fault("\(found.total) found, \(total) counted") }
    for stored in found.agreements {
      for range in stored.highlights where range.upperBound > stored.agreement.text.utf8.count {
        throw Fault("a mark at \(range)")
      }
    }
  }
}

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
    for (number, text) in Corpus.files(in: Options.corpus + "/" + AnalysisTarget.name).enumerated() {
      _ = try base.ingest(reader.read(String(decoding: text, as: UTF8.self), file: "text \(number)"))
    }
  }

  deinit {
    for suffix in ["", "-wal", "-shm"] { unlink(folder + "/store.db" + suffix) }
    rmdir(folder)
  }
}
