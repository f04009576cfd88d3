import Communique
import Foundation
import Ingestion

/// What a file gave: its documents and the reasons for those that there are not.
struct Outcome {
  var documents: [SourceText] = []
  var errors: [ReadingError] = []

  init(_ bytes: [UInt8], file: String, given: SourceMetadata = SourceMetadata(), limits: ReadingLimits = .standard) {
    DocumentReaders(limits: limits).read(bytes, file: file, given: given) { result in
      switch result {
      case .success(let source): documents.append(source)
      case .failure(let error): errors.append(error)
      }
    }
  }

  /// One of `Files`.
  init(_ name: String, given: SourceMetadata = SourceMetadata(), limits: ReadingLimits = .standard) throws {
    self.init(try Self.bytes(name), file: name, given: given, limits: limits)
  }

  static func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](
      try Data(contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files/\(name)")))
  }

  /// On one line a result, to compare and to read: `html en.html`, `empty: x.txt`.
  var summary: [String] {
    documents.map { "\($0.format.rawValue) \($0.file)" } + errors.map { "\($0.code): \($0.file)" }
  }
}
