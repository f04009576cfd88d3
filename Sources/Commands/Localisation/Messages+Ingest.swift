import Ingestion

extension Messages {
  /// Why nothing of a file was stored.
  func text(_ failure: IngestFailure) -> String {
    switch failure.problem {
    case .file(let error): text(error)
    case .reading(let error): text(error)
    case .sidecar(let error): text(error)
    case .storing(let error): Words.error.otherFile.text(language, failure.file, text(error))
    }
  }
}
