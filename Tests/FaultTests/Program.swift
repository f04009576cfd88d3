import Foundation
import Glibc

/// The real program as a process of its own, which can be killed.
final class Program {
  struct Result: Hashable {
    let output: String
    let errors: String
    /// The exit status; negative the signal that ended it.
    let status: Int32
  }

  /// The binary that was built with these tests: it stands beside their own.
  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("kb").path
  }()

  private let process = Process()
  private let names: [String]

  /// Starts it in a folder, which is also its home.
  ///
  /// - Parameter wrapper: a program and its first arguments, which runs the rest of its arguments.
  init(_ arguments: [String], in folder: Folder, wrapper: [String] = [], language: String = "en") throws {
    let words = wrapper + [wrapper.isEmpty ? Self.path : folder.program] + arguments
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    let sanitizers = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    process.environment = [
      "HOME": folder.path, "PATH": "/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8", "KB_LANG": language,
      "KB_DATABASE": folder.store,
    ].merging(sanitizers) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    // Files, not pipes: nothing here can wait for the other side.
    names = ["out", "err"].map { folder.scratch + "/.\($0)-" + UUID().uuidString }
    for name in names { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: names[0])
    process.standardError = FileHandle(forWritingAtPath: names[1])
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

  func wait() throws -> Result {
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: URL(fileURLWithPath: $0)), as: UTF8.self) }
    for name in names { unlink(name) }
    let status = process.terminationStatus
    return Result(
      output: texts[0], errors: texts[1], status: process.terminationReason == .uncaughtSignal ? -status : status)
  }
}

/// A folder of the test's own, gone with it.
final class Folder {
  let path: String
  /// Where what the program prints is kept: not on the disk that a test fills.
  let scratch: String
  /// Where the store is, unless a test says otherwise.
  var store: String

  init() throws {
    scratch = NSTemporaryDirectory() + "kb-fault-" + UUID().uuidString
    path = scratch + "/home"
    store = path + "/store.db"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: scratch) }

  /// A copy of the binary that other users can reach too.
  var program: String {
    let copy = scratch + "/kb"
    if !FileManager.default.fileExists(atPath: copy) {
      try? FileManager.default.copyItem(atPath: Program.path, toPath: copy)
      chmod(scratch, 0o755)
      chmod(copy, 0o755)
    }
    return copy
  }

  func write(_ text: String, to name: String) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  func mode(of name: String) -> mode_t {
    var status = stat()
    return stat(path + "/" + name, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  /// Runs the program to its end.
  func kb(_ arguments: String..., wrapper: [String] = [], language: String = "en") throws -> Program.Result {
    try Program(arguments, in: self, wrapper: wrapper, language: language).wait()
  }

  /// Takes the store away with all that belongs to it.
  func removeStore() {
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(store + suffix) }
  }
}

/// Communiqués made from a seed: each has its own words, and agreements of known parties.
enum Texts {
  private static let pairs = [
    ("China", "Kazakhstan"), ("France", "Japan"), ("Australia", "Nauru"), ("Brazil", "Indonesia"),
    ("Kenya", "Norway"), ("Canada", "Senegal"),
  ]
  private static let actions = [
    "open a consulate in the capital", "build a railway of %d kilometres", "supply %d tonnes of wheat a year",
    "train %d nurses", "lay a cable across the sea", "exempt holders of diplomatic passports from visas",
    "set up %d schools", "cut customs duties by %d percent",
  ]

  /// - Parameter version: another gives the same document with other words in it.
  static func text(_ number: Int, version: Int = 1) -> String {
    let (one, two) = pairs[number % pairs.count]
    let list = (0..<12).map { index -> String in
      let action = actions[(number + index) % actions.count]
        .replacingOccurrences(of: "%d", with: String(1000 * version + 10 * number + index))
      return "\(index % 3 == 0 ? "The two sides agreed to" : index % 3 == 1 ? one + " will" : two + " will") \(action)."
    }
    return """
      Joint Statement of \(one) and \(two), no. \(number)

      \(1 + number % 28) \(["March", "May", "June"][number % 3]) \(2015 + number % 9)

      The Foreign Ministers of \(one) and \(two) met today.

      \(list.joined(separator: "\n\n"))

      """
  }

  static func write(_ count: Int, from first: Int = 0, version: Int = 1, to name: String, in folder: Folder) throws {
    for number in first..<first + count {
      try folder.write(text(number, version: version), to: "\(name)/\(1000 + number).txt")
    }
  }
}

/// What a store holds, without the numbers that depend on the order in which it was filled.
struct Contents: Hashable {
  /// The lines of its export, by file.
  let documents: [String: String]

  init(of folder: Folder) throws {
    let result = try folder.kb("export")
    guard result.status == 0 else { throw Failure(result: result) }
    var documents: [String: String] = [:]
    for line in result.output.split(separator: "\n").dropFirst() {
      guard var object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
        let file = object["file"] as? String
      else { continue }
      object["id"] = nil
      // When a version was replaced is no part of what was read.
      object["history"] = nil
      object["agreements"] = (object["agreements"] as? [[String: Any]])?.map { $0.filter { $0.key != "id" } }
      let data = try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
      documents[file] = String(decoding: data, as: UTF8.self)
    }
    self.documents = documents
  }

  struct Failure: Error {
    let result: Program.Result
  }
}

/// A small seeded generator (xorshift), so that a failure can be run again.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}

enum Settings {
  /// A number from the environment, for the long runs of the Makefile.
  static func number(_ name: String, or standard: Int) -> Int {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? standard
  }
}
