import Commands
import Glibc
import KnowledgeBase

/// Exports: refused whole, or taken in, and then the store is whole and gives them out again.
final class ImportTarget: FuzzTarget {
  static let name = "exports"
  static let corpus = ["Tests/Fuzz/Corpus/exports"]
  static let words = [
    "{", "}", "[", "]", ",", ":", "null", "true", "\\u0000", "\\ud83d", "\"id\":", "\"start\":", "\"end\":",
    "\"parties\":",
    "\"KAZ\"", "\"energy\"", "{\"kb_export\":1,", "\"link\":", "\"confidence\":1", "9007199254740993", "0.5", "1e400",
  ]
  private static let runsBetweenChecks = 200

  private let store: TemporaryStore
  private var taken = 0

  init() throws { store = try TemporaryStore(filled: false) }

  func run(_ input: [UInt8]) throws {
    let path = store.folder + "/input"
    guard let file = fopen(path, "w") else { throw Fault("no file for the input") }
    fwrite(input, 1, input.count, file)
    fclose(file)
    defer { unlink(path) }
    guard let outcome = try ExportFile.take(path, into: store.base) else {
      guard try store.base.documents().isEmpty else { throw Fault("refused, and yet stored") }
      return
    }
    let documents = try store.base.documents()
    guard documents.count == outcome.added else { throw Fault("\(outcome.added) taken, \(documents.count) there") }
    taken += 1
    if taken % Self.runsBetweenChecks == 1 {
      let failed = try store.base.checkup().items.filter { !$0.passed }
      guard failed.isEmpty else { throw Fault("\(failed)") }
    }
    _ = try store.base.remove(documents: documents.map(\.id))
  }
}
