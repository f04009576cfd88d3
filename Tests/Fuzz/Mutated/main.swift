// Puts mutated inputs to the parts of the program that take what others wrote.
//
//     kb-fuzz [--target NAME] [--runs N] [--seed S]
//     kb-fuzz --target NAME --seed S --run N --save FILE     the input of one run, to look at
//
// A trap, a hang of ten seconds or a wrong result ends it with 1 and names target, seed and run.

import Fuzzing
import Glibc

/// What is being run: read by the signal handler.
nonisolated(unsafe) var currentRun = 0

enum Options {
  static func value(_ name: String) -> String? {
    let words = CommandLine.arguments
    return words.firstIndex(of: name).flatMap { $0 + 1 < words.count ? words[$0 + 1] : nil }
  }

  static let runs = value("--runs").flatMap(Int.init) ?? 10_000
  static let seed = value("--seed").flatMap(UInt64.init) ?? 1
  static let only = value("--run").flatMap(Int.init)
  static let target = value("--target")
}

/// Writes without allocating, as a signal handler must.
func writeNumber(_ number: Int) {
  var digits: (UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
  var rest = number
  withUnsafeMutableBytes(of: &digits) { bytes in
    for index in (0..<10).reversed() {
      bytes[index] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
    _ = write(2, bytes.baseAddress, 10)
  }
}

func watch() {
  for number in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT, SIGALRM] {
    signal(number) { number in
      let text: StaticString = "\nkb-fuzz: a trap or a hang (signal, run): "
      _ = write(2, text.utf8Start, text.utf8CodeUnitCount)
      writeNumber(Int(number))
      _ = write(2, " ", 1)
      writeNumber(currentRun)
      _ = write(2, "\n", 1)
      _exit(1)
    }
  }
}

func fuzz(_ type: any FuzzTarget.Type) throws {
  let seeds = Corpus.files(in: type.corpus)
  guard !seeds.isEmpty else { throw Fault("no inputs in \(type.corpus): it runs at the top of the project") }
  let target = try type.init()
  print(
    "\(type.name): \(Options.only.map { "run \($0)" } ?? "\(Options.runs) runs"), seed \(Options.seed), \(seeds.count) inputs"
  )
  fflush(nil)
  for run in Options.only.map({ $0..<$0 + 1 }) ?? 0..<Options.runs {
    currentRun = run
    var mutator = Mutator(seed: Options.seed, run: run, seeds: seeds, words: type.words)
    let input = mutator.input()
    if Options.only != nil, let path = Options.value("--save"), let file = fopen(path, "w") {
      fwrite(input, 1, input.count, file)
      fclose(file)
    }
    alarm(10)
    do { try target.run(input) } catch {
      throw Fault("\(type.name), seed \(Options.seed), run \(run): \((error as? Fault)?.text ?? "\(error)")")
    }
  }
  alarm(0)
}

watch()
if let name = Options.target, FuzzTargets.named(name) == nil {
  print("kb-fuzz: no target \(name); there are \(FuzzTargets.all.map { $0.name }.joined(separator: ", "))")
  exit(2)
}
do {
  for type in FuzzTargets.all where Options.target == nil || Options.target == type.name { try fuzz(type) }
} catch {
  let text = Array("kb-fuzz: \((error as? Fault)?.text ?? "\(error)")\n".utf8)
  _ = write(2, text, text.count)
  exit(1)
}
