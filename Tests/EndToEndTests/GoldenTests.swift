import Foundation
import Testing

/// Whole sessions, compared with what they printed before.
///
/// A file in `Golden/` is a transcript: lines that start with `$ ` are run by bash, what follows is what they
/// printed (standard output and error). To add one, write its `$ ` lines; to record anew what all print:
///
///     KB_RECORD=1 swift test --filter GoldenTests
///
/// and read the difference before committing it.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") }.sorted()
  }()

  @Test(arguments: names)
  func printsWhatItPrintedBefore(_ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let home = try Home()
    try Samples.write(to: home)
    var actual = ""
    for line in expected.split(separator: "\n") where line.hasPrefix("$ ") {
      actual += line + "\n" + (try run(String(line.dropFirst(2)), home, isFrench: name.contains(".fr.")))
    }
    if ProcessInfo.processInfo.environment["KB_RECORD"] != nil { return try Data(actual.utf8).write(to: file) }
    #expect(actual == expected, "\(difference(actual, expected))")
  }

  private func run(_ line: String, _ home: Home, isFrench: Bool) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = URL(fileURLWithPath: home.path)
    let folder = URL(fileURLWithPath: Binary.path).deletingLastPathComponent().path
    process.environment = home.environment.merging(
      ["PATH": folder + ":/usr/bin:/bin", "KB_LANG": isFrench ? "fr" : "en"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let status = process.terminationStatus == 0 ? "" : "[exit \(process.terminationStatus)]\n"
    return text.replacingOccurrences(of: home.path, with: "~")
      .replacing(/[0-9a-f]{14,16}/, with: "HASH") + status
  }

  /// The first lines that differ.
  private func difference(_ actual: String, _ expected: String) -> String {
    let lines = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let others = expected.split(separator: "\n", omittingEmptySubsequences: false)
    guard let index = zip(lines, others).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
      return "\(lines.count) lines for \(others.count)"
    }
    return "line \(index + 1):\n- \(others[index])\n+ \(lines[index])"
  }
}
