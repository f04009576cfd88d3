import BenchmarkSupport
import Foundation

/// `kb extract` and FTS5 on the same texts: of each the run with the median of processor time.
struct Comparison {
  let corpus: Corpus
  let kb: MeasuredRun
  let fts5: MeasuredRun

  init(_ corpus: Corpus, kb binary: String, rounds: Int) throws {
    self.corpus = corpus
    let folder = corpus.folder.path
    let database = folder + ".db"
    var readings: [MeasuredRun] = []
    var indexings: [MeasuredRun] = []
    for _ in 0..<rounds {
      readings.append(try MeasuredRun([binary, "extract", "--format", "jsonl", folder]))
      for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + ending) }
      indexings.append(try MeasuredRun([CommandLine.arguments[0], "--index", folder, database]))
    }
    for ending in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: database + ending) }
    kb = Self.median(readings)
    fts5 = Self.median(indexings)
  }

  /// One row of the table.
  var line: String {
    let cells: [(String, Int)] = [
      ("\(corpus.megabytes.rounded(to: 1))", 14), ("\(corpus.files.count)", 8),
      ("\((corpus.megabytes / kb.processor).rounded(to: 2))", 13),
      ("\((corpus.megabytes / fts5.processor).rounded(to: 2))", 13),
      ("\((kb.processor / fts5.processor).rounded(to: 2))", 8), ("(\((kb.clock / fts5.clock).rounded(to: 2)))", 13),
      ("\(kb.peak.megabytes)", 13), ("\(fts5.peak.megabytes)", 15),
    ]
    return cells.map { text, width in String(repeating: " ", count: max(0, width - text.count)) + text }.joined()
  }

  private static func median(_ runs: [MeasuredRun]) -> MeasuredRun {
    runs.sorted { $0.processor < $1.processor }[runs.count / 2]
  }
}

extension Int {
  fileprivate var megabytes: Double { (Double(self) / 1e6).rounded(to: 1) }
}
