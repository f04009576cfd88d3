import Ingestion

extension Messages {
  /// Why nothing of a file was stored.
  func text(_ failure: IngestFailure) -> String {
    switch failure.problem {
    case .file(let error): text(error)
    case .reading(let error): Words.error.otherFile.text(language, error.file, error.code)
    case .storing(let error): Words.error.otherFile.text(language, failure.file, text(error))
    }
  }
}
