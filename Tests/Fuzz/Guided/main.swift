// The targets for libFuzzer, which looks for inputs that reach code not reached before. Only a build with
// `-sanitize=fuzzer` links.
//
//     KB_FUZZ_TARGET=queries kb-fuzz-guided [libFuzzer's options] FOLDER-FOR-NEW-INPUTS FOLDER-OF-INPUTS …

import Fuzzing
import Glibc

/// libFuzzer's own beginning, for programs that have a `main`.
@_silgen_name("LLVMFuzzerRunDriver")
func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ words: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ run: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// libFuzzer keeps the input of a run that aborts.
func end(_ text: String) -> Never {
  let line = Array("kb-fuzz-guided: \(text)\n".utf8)
  _ = write(2, line, line.count)
  abort()
}

func makeTarget() -> any FuzzTarget {
  let name = getenv("KB_FUZZ_TARGET").map { String(cString: $0) } ?? ""
  guard let type = FuzzTargets.named(name) else {
    end("KB_FUZZ_TARGET is to be one of \(FuzzTargets.all.map { $0.name }.joined(separator: ", "))")
  }
  do { return try type.init() } catch { end("\((error as? Fault)?.text ?? "\(error)")") }
}

/// Used by libFuzzer's one thread.
nonisolated(unsafe) let target = makeTarget()

/// libFuzzer's `main`, which is not used, calls it by this name.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try target.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  } catch {
    end((error as? Fault)?.text ?? "\(error)")
  }
  return 0
}

var count = CommandLine.argc
var words = CommandLine.unsafeArgv
exit(runDriver(&count, &words, testOneInput))
