import Ingestion
import KnowledgeBase

/// A file, or a part of one, of which nothing was stored, and why.
struct IngestFailure: Sendable {
  enum Problem: Sendable {
    case file(FileError)
    case reading(ReadingError)
    case sidecar(Sidecar.Failure)
    case storing(KnowledgeBaseError)
  }

  let file: String
  let problem: Problem

  init(_ error: FileError) { (file, problem) = (error.path, .file(error)) }
  init(_ error: ReadingError) { (file, problem) = (error.file, .reading(error)) }
  init(_ error: Sidecar.Failure) {
    problem = .sidecar(error)
    switch error {
    case .file(let error): file = error.path
    case .content(_, let path): file = path
    }
  }

  init(file: String, _ error: KnowledgeBaseError) { (self.file, problem) = (file, .storing(error)) }

  /// Stable and English, for scripts.
  var code: String {
    switch problem {
    case .file(let error): error.code
    case .reading(let error): error.code
    case .sidecar(.file(let error)): error.code
    case .sidecar(.content): "bad-metadata"
    case .storing: "store"
    }
  }
}

extension FileError {
  var code: String {
    switch reason {
    case .missing: "missing"
    case .notPermitted: "not-permitted"
    case .isFolder: "folder"
    case .isPipe: "pipe"
    case .isSocket: "socket"
    case .isDevice: "device"
    case .changed: "changed"
    case .tooLarge: "too-large"
    case .notUTF8: "not-utf-8"
    case .other: "input-output"
    }
  }
}
