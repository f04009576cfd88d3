@preconcurrency import Glibc
import Communique
import Concordance
import KnowledgeBase
import TextAnalysis

// Measures the alignment of two long communiqués, and the search for the partner of a new document in a large store.
//
//     link-benchmark [--documents 70000] [--rounds 31]

func option(_ name: String, _ standard: Int) -> Int {
  let arguments = CommandLine.arguments
  guard let place = arguments.firstIndex(of: name), place + 1 < arguments.count else { return standard }
  return Int(arguments[place + 1]) ?? standard
}

func milliseconds(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
  let start = now()
  try body()
  return now() - start
}

func shown(_ times: [Double]) -> String {
  let sorted = times.sorted()
  func rounded(_ value: Double) -> String { String(Double(Int(value * 100)) / 100) }
  return
    "median \(rounded(sorted[sorted.count / 2])) ms, best \(rounded(sorted[0])), worst \(rounded(sorted[sorted.count - 1]))"
}

let rounds = option("--rounds", 31)
let translator = Translator()

// Alignment: both texts are read, and their agreements aligned.
let stemmers = Stemmers()
let reader = ProfileReader(lexicon: Lexicon(VocabularyForms(stemmers: stemmers).forms), stemmers: stemmers)
var aligned = 0
let alignment = (0..<rounds).map { round in
  let english = translator.communique(round, in: .english, agreements: 100)
  let french = translator.communique(round, in: .french, agreements: 100)
  return milliseconds {
    let pairs = AgreementAlignment(
      DocumentFacts(english, reader: reader), DocumentFacts(french, reader: reader)
    ).pairs
    aligned += pairs.count { $0.left == $0.right }
  }
}
print("alignment of 100 and 100 agreements: \(shown(alignment)); \(aligned) of \(rounds * 100) right")

// Partners: a store of English communiqués, to which French versions of some come.
let documents = option("--documents", 70_000)
var template = Array("/tmp/kb-link-benchmark-XXXXXX".utf8CString)
guard mkdtemp(&template) != nil else { fatalError("no temporary folder") }
let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
defer {
  for suffix in ["", "-wal", "-shm"] { unlink(folder + "/store.db" + suffix) }
  rmdir(folder)
}
let base = try KnowledgeBase(path: folder + "/store.db", mode: .write)
let filling = try milliseconds {
  for start in stride(from: 0, to: documents, by: 500) {
    let batch = (start..<min(documents, start + 500)).map { translator.communique($0, in: .english, agreements: 6) }
    _ = try base.ingest(batch)
  }
}
print("store of \(documents) documents made in \(Int(filling / 1000)) s")

var found = 0
let storing = try (0..<rounds).map { round in
  let number = (round * 104_729) % documents
  let version = translator.communique(number, in: .french, agreements: 6)
  var id: Int64 = 0
  let time = try milliseconds { id = try base.ingest(version).id }
  let links = try base.links(ofDocument: id)
  let names = links.map(\.document.file)
  found += names == ["\(number).en"] ? 1 : 0
  return time
}
print("a new version stored, its partner found and aligned: \(shown(storing)); \(found) of \(rounds) right")
let strangers = try (0..<rounds).map { round in
  let document = translator.communique(documents + round, in: .french, agreements: 6)
  return try milliseconds { _ = try base.ingest(document) }
}
print("a document without partner stored: \(shown(strangers))")
