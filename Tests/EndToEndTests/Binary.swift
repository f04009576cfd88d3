import Foundation

/// The real program, run as a user would: its own process, files and environment.
struct Binary {
  struct Result: Hashable {
    let output: String
    let errors: String
    let status: Int32
  }

  /// Everything that this run may write to or read settings from.
  let home: Home

  /// The binary that was built with these tests: it stands beside their own.
  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("kb").path
  }()

  init(_ home: Home) { self.home = home }

  /// Runs to the end with an input and gives what it wrote.
  func run(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Result {
    try run(arguments, input: input, environment: environment)
  }

  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.path)
    process.arguments = arguments
    process.environment = home.environment.merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: home.path)
    // Files, not pipes: nothing here can wait for the other side.
    let names = ["input", "output", "errors"].map { home.path + "/.\($0)-" + UUID().uuidString }
    try Data(input.utf8).write(to: URL(fileURLWithPath: names[0]))
    for name in names[1...] { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
    return Result(output: texts[1], errors: texts[2], status: process.terminationStatus)
  }
}

/// A home folder of the test's own, gone with it.
final class Home {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "kb-home-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// With what `make sanitize` says to sanitizers, which holds for the program too.
  var environment: [String: String] {
    let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    return [
      "HOME": path, "XDG_DATA_HOME": path + "/data", "XDG_CONFIG_HOME": path + "/config",
      "XDG_STATE_HOME": path + "/state", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm",
    ].merging(sanitizers) { $1 }
  }

  var database: String { path + "/data/kb/communiques.db" }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)), as: UTF8.self)
  }

  func mode(of name: String) -> Int? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "/" + name)
    return (attributes?[.posixPermissions] as? NSNumber)?.intValue
  }
}
