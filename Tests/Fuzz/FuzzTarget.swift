import Glibc

/// A part of the program that takes what others wrote. To add one: a type, and a line in `all`.
protocol FuzzTarget: AnyObject {
  /// Also the folder of its inputs in `Corpus/`.
  static var name: String { get }
  /// Words that mean something to it.
  static var words: [String] { get }

  init() throws

  /// Runs one input; throws where what came out is wrong. A trap or a hang is seen from outside.
  func run(_ input: [UInt8]) throws
}

enum FuzzTargets {
  static var all: [any FuzzTarget.Type] { [AnalysisTarget.self, QueryTarget.self, ImportTarget.self] }
}

/// What came out is wrong.
struct Fault: Error {
  let text: String

  init(_ text: String) { self.text = text }
}

/// Files of a corpus.
enum Corpus {
  /// All files of a folder, in the order of their names.
  static func files(in folder: String) -> [[UInt8]] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted().compactMap { bytes(of: folder + "/" + $0) }
  }

  static func bytes(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    return bytes
  }
}
