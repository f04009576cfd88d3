// How fast `kb extract` reads, beside SQLite FTS5 taking in the same texts.
//
//   extract-benchmark [--kb BINARY] [--megabytes 20,100] [--rounds N] [--seed N] [--keep FOLDER]
//
// Makes communiqués out of SampleData (and of the reference texts beside the repository, where they are), then
// runs both on them as processes of their own, in turn, bound to one core, and prints the median of the rounds.

import BenchmarkSupport
import Foundation

// The start by itself, as the other side of the comparison: extract-benchmark --index FOLDER DATABASE
if CommandLine.arguments.count == 4, CommandLine.arguments[1] == "--index" {
  try FTS5Index.make(of: Corpus(folder: URL(filePath: CommandLine.arguments[2])).files, in: CommandLine.arguments[3])
  exit(0)
}

let options = Options(CommandLine.arguments.dropFirst())
let place = options.keep ?? FileManager.default.temporaryDirectory.appending(path: "kb-extract-benchmark-\(getpid())")
defer { if options.keep == nil { try? FileManager.default.removeItem(at: place) } }

print("            MB   files      kb MB/s    FTS5 MB/s   ratio  (by clock)   kb peak MB   FTS5 peak MB")
var perMegabyte: [Double] = []
for size in options.megabytes {
  let corpus = try Corpus.make(megabytes: size, in: place.appending(path: "\(size)"), seed: options.seed)
  let comparison = try Comparison(corpus, kb: options.kb, rounds: options.rounds)
  print(comparison.line)
  perMegabyte.append(comparison.kb.processor / corpus.megabytes)
}
if let first = perMegabyte.first, let last = perMegabyte.last, perMegabyte.count > 1 {
  print("time a MB, largest to smallest: \((last / first).rounded(to: 3)) (1 is linear)")
}
