import Communique
import Foundation
import Ingestion
import Testing

/// A communiqué of SampleData.
struct Sample: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String

  var testDescription: String { name }

  /// What is read from it; read once for all tests.
  var communique: Communique { Self.communiques[name] ?? Communique(file: name, text: "") }

  /// All of SampleData, in the order of their names.
  static let all: [Sample] = names(in: sampleFolder, ending: ".txt").map { name in
    Sample(name: name, text: contents(of: sampleFolder.appending(path: name + ".txt")) ?? "")
  }

  private static let communiques: [String: Communique] = {
    let reader = CommuniqueReader()
    return Dictionary(uniqueKeysWithValues: all.map { ($0.name, reader.read($0.text, file: $0.name + ".txt")) })
  }()
}

/// The top folder of the package.
let packageFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
let sampleFolder = packageFolder.appending(path: "SampleData")
let expectedFolder = packageFolder.appending(path: "Tests/Golden/expected")
let referenceFolder = packageFolder.appending(path: "Tests/Golden/reference")

/// The files of a folder that end so, without that ending, sorted.
func names(in folder: URL, ending: String) -> [String] {
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
  return files.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
}

/// A file's text; null where there is none.
func contents(of file: URL) -> String? {
  (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
}
