import Communique
import Foundation
import Testing

/// What is read from each communiqué of SampleData, against `Tests/Golden/expected/NAME.txt`.
///
/// `make golden` records what is read now; the difference in git then shows what a change of rules did.
@Suite struct GoldenTests {
  static let isRecording = ProcessInfo.processInfo.environment["KB_RECORD"] == "1"

  @Test(arguments: Sample.all)
  func readsAsRecorded(_ sample: Sample) throws {
    let found = sample.communique.printedTree
    let file = expectedFolder.appending(path: sample.name + ".txt")
    if Self.isRecording {
      try FileManager.default.createDirectory(at: expectedFolder, withIntermediateDirectories: true)
      return try Data(found.utf8).write(to: file)
    }
    guard let expected = contents(of: file) else {
      Issue.record("\(sample.name): not recorded yet; `make golden` records it")
      return
    }
    if found != expected {
      Issue.record(
        """
        \(sample.name) is not read as recorded (- recorded, + now); where this is right, `make golden`:
        \(lineDiff(expected: expected, found: found))
        """)
    }
  }

  @Test func everyRecordHasItsSample() {
    let samples = Set(Sample.all.map(\.name))
    let records = names(in: expectedFolder, ending: ".txt")
    #expect(records.filter { !samples.contains($0) } == [])
    #expect(!samples.isEmpty)
  }

  @Test func aDifferenceIsShownLineByLine() {
    #expect(lineDiff(expected: "a\nb\nc", found: "a\nx\nc") == "  a\n- b\n+ x\n  c")
  }
}
