import Foundation
import Testing

/// The examples of the README print what it says.
///
/// Lines that start with `    $ kb` are run one after another, with `SampleData` in reach and cards as at a terminal;
/// the indented lines below are what they print. `make golden` writes them anew.
@Suite struct ReadmeTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  @Test func examplesPrintWhatTheySay() throws {
    let file = Self.package.appendingPathComponent("README.md")
    let expected = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let home = try Home()
    try FileManager.default.createSymbolicLink(
      at: URL(fileURLWithPath: home.path + "/SampleData"),
      withDestinationURL: Self.package.appendingPathComponent("SampleData"))
    let actual = try rewritten(expected, Binary(home))
    if ProcessInfo.processInfo.environment["KB_RECORD"] != nil { return try Data(actual.utf8).write(to: file) }
    #expect(actual == expected, "where this is right, `make golden`:\n\(changes(from: expected, to: actual))")
  }

  private func changes(from old: String, to new: String) -> String {
    new.split(separator: "\n").difference(from: old.split(separator: "\n")).map { change in
      switch change {
      case .remove(_, let line, _): "- \(line)"
      case .insert(_, let line, _): "+ \(line)"
      }
    }.joined(separator: "\n")
  }

  /// The page with what its examples print now.
  private func rewritten(_ page: String, _ kb: Binary) throws -> String {
    var lines: [Substring] = []
    var isOutput = false
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("    $ kb ") {
        lines.append(line)
        lines += try output(of: line.dropFirst(9), kb).map { $0.isEmpty ? "" : "    " + $0 }
        lines.append("")
        isOutput = true
      } else if isOutput, line.isEmpty || line.hasPrefix("    ") {
        continue
      } else {
        isOutput = false
        lines.append(line)
      }
    }
    return lines.joined(separator: "\n")
  }

  private func output(of command: Substring, _ kb: Binary) throws -> [Substring] {
    var arguments = command.split(separator: " ").map(String.init)
    switch arguments.first {
    case "query": arguments += ["--format", "cards"]
    case "facets": arguments += ["--format", "table"]
    default: break
    }
    let result = try kb.run(arguments, environment: ["COLUMNS": "96"])
    var lines = (result.output + result.errors).split(separator: "\n", omittingEmptySubsequences: false)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
