@preconcurrency import Glibc
import KnowledgeBase

/// A store of so many agreements, made where it is not there yet.
struct Store {
  let folder: String
  let size: Int

  /// As many as a long read-out has: 70,000 documents in a million agreements.
  private static let agreementsOfDocument = 14.3

  func made() throws -> String {
    let path = "\(folder)/\(size).db"
    if access(path, F_OK) == 0 { return path }
    let partial = path + ".partial"
    for suffix in ["", "-wal", "-shm"] { unlink(partial + suffix) }
    try fill(partial)
    guard rename(partial, path) == 0 else { fail("cannot rename \(partial)") }
    return path
  }

  private func fill(_ path: String) throws {
    let base = try KnowledgeBase(path: path, mode: .write)
    var corpus = Corpus()
    var agreements = 0
    var documents = 0
    let start = Timing.now
    while agreements < size {
      let wanted = Int(Double(documents + 1) * Self.agreementsOfDocument) - agreements
      _ = try base.ingest(corpus.communique(number: documents, agreements: min(wanted, size - agreements)))
      documents += 1
      agreements += min(wanted, size - agreements)
      if documents % 2000 == 0 { fputs("\r\(agreements) agreements, \(Int((Timing.now - start) / 1000)) s", stderr) }
    }
    try base.tidy()
    let seconds = (Timing.now - start) / 1000
    print("made \(path): \(documents) documents, \(agreements) agreements in \(Int(seconds)) s")
  }
}
