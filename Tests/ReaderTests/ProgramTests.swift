import CReaders
import Testing

/// Programs that read a format, whatever they do.
@Suite struct ProgramTests {
  private func outcome(of script: String, seconds: UInt32) -> (status: reader_status, output: [UInt8]) {
    var limits = program_limits(seconds: seconds, memory: 1 << 30, output: 1 << 20)
    var result = program_result()
    let status = "-c".withCString { option in
      script.withCString { script in
        "sh".withCString { name in program_run("/bin/sh", [name, option, script, nil], [0x61], 1, &limits, &result) }
      }
    }
    defer { program_free(result.output) }
    return (status, Array(UnsafeBufferPointer(start: result.output, count: result.length)))
  }

  @Test func whatItWritesIsTaken() {
    let outcome = outcome(of: "cat; echo b", seconds: 20)
    #expect(outcome.status == reader_ok)
    #expect(outcome.output == Array("ab\n".utf8))
  }

  /// With its output open or closed.
  @Test(arguments: ["while :; do read x; done", "exec >&- 2>&-; while :; do read x; done"])
  func oneThatDoesNotEndIsEnded(_ script: String) {
    let status = outcome(of: script, seconds: 1).status
    #expect(status == reader_timed_out)
  }
}
