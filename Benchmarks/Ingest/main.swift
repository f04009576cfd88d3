// How fast `kb ingest` takes in a folder of communiqués, beside the sqlite3 shell inserting the same rows.
//
//   ingest-benchmark [--kb BINARY] [--documents 15000] [--rounds N] [--seed N] [--keep FOLDER]
//
// Makes documents of about 10 KB out of SampleData, ingests a quarter of them and then all, each into a new store;
// then the shell makes the same tables with the same index from a prepared file of SQL, in one transaction. All are
// processes of their own, in turn. The ratio is of time by the clock, kb's analysis included.

import BenchmarkSupport
import Foundation

let options = Options(CommandLine.arguments.dropFirst())
let place = options.keep ?? FileManager.default.temporaryDirectory.appending(path: "kb-ingest-benchmark-\(getpid())")
defer { if options.keep == nil { try? FileManager.default.removeItem(at: place) } }

func removeStore(_ store: URL) {
  for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store.path + ending) }
}

/// Ingests a folder into a new store.
func ingestion(of corpus: Corpus, into store: URL) throws -> MeasuredRun {
  removeStore(store)
  let command = [options.kb, "ingest", corpus.folder.path, "--db", store.path, "--quiet"]
  return try MeasuredRun(command, onOneCore: false)
}

func print(_ name: String, _ corpus: Corpus, _ run: MeasuredRun) {
  let rate = corpus.megabytes / run.clock
  let cells = [
    name, "\(corpus.files.count) documents", "\(corpus.megabytes.rounded(to: 1)) MB", "\(run.clock.rounded(to: 2)) s",
    "\(run.processor.rounded(to: 2)) s of processor", "\(rate.rounded(to: 2)) MB/s",
    "\(Int(Double(corpus.files.count) / run.clock)) documents/s", "peak \(run.peak / 1_000_000) MB",
  ]
  print(cells.joined(separator: "  "))
}

let quarter = try Corpus.make(
  documents: options.documents / 4, size: options.size, in: place.appending(path: "quarter"), seed: options.seed + 1)
let corpus = try Corpus.make(
  documents: options.documents, size: options.size, in: place.appending(path: "all"), seed: options.seed)
let store = place.appending(path: "kb.db")
let copy = place.appending(path: "sqlite3.db")

print("kb, a quarter", quarter, try ingestion(of: quarter, into: store))
var ratios: [Double] = []
for round in 0..<options.rounds {
  let run = try ingestion(of: corpus, into: store)
  print("kb           ", corpus, run)
  let dump = try Dump(of: store, to: place.appending(path: "rows.sql"))
  removeStore(copy)
  let shell = try MeasuredRun(["sqlite3", copy.path], onOneCore: false, input: dump.file.path)
  print("sqlite3      ", corpus, shell)
  ratios.append(run.clock / shell.clock)
  print("ratio \((run.clock / shell.clock).rounded(to: 2))")
  if round == options.rounds - 1, options.rounds > 1 {
    print("median of \(options.rounds): \(ratios.sorted()[options.rounds / 2].rounded(to: 2))")
  }
}
