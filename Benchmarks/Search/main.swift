// Measures search at 10 000, 100 000 and 1 000 000 agreements, beside the sqlite3 shell.
//
//     swift build -c release --static-swift-stdlib --product search-benchmark
//     .build/release/search-benchmark [--folder DIR] [--sizes 10000,100000,1000000] [--kb BINARY] [--runs N]
//
// Stores are made once and kept in the folder. Without --kb it runs itself as the one-shot program.
@preconcurrency import Glibc
import Communique
import KnowledgeBase

var folder = ".build/search-benchmark"
var sizes = [10_000, 100_000, 1_000_000]
var binary: String?
var runs = 21

func fail(_ message: String) -> Never {
  fputs(message + "\n", stderr)
  exit(2)
}

var arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "--one-shot" {
  do {
    try OneShot(store: arguments[1], answer: arguments[2], text: arguments[3]).run()
  } catch {
    fail("\(error)")
  }
  exit(0)
}
// It runs itself: whatever it does not know must end here, or each run would start the next.
if arguments.first == "--version" {
  print(KnowledgeBase.sqliteVersion)
  exit(0)
}
while !arguments.isEmpty {
  guard arguments.count >= 2 else { fail("no value for \(arguments[0])") }
  let value = arguments[1]
  switch arguments[0] {
  case "--folder": folder = value
  case "--sizes": sizes = value.split(separator: ",").compactMap { Int($0) }
  case "--kb": binary = value
  case "--runs": runs = Int(value) ?? runs
  default: fail("unknown option: \(arguments[0])")
  }
  arguments.removeFirst(2)
}

do {
  for size in sizes {
    let path = try Store(folder: folder, size: size).made()
    try Report(path: path, size: size, kb: binary, runs: runs).print()
  }
} catch {
  fail("\(error)")
}
