import Communique
import KnowledgeBase

extension Context {
  /// Opens the store for reading.
  func openStore() throws(KnowledgeBaseError) -> KnowledgeBase {
    try KnowledgeBase(path: storePath, mode: .read)
  }

  /// The file of the store may be there without being one; this asks only whether there is anything.
  var hasStore: Bool { FileFinder.exists(storePath) }

  /// An error of the store: one message, one exit status.
  func report(_ error: KnowledgeBaseError) -> ExitStatus {
    switch error {
    case .interrupted: return .interrupted
    case .notFound where storeIsDefault:
      report(messages.text(error))
      for line in Words.store.firstSteps.text(language).split(separator: "\n") { note(String(line)) }
      return .failure
    default:
      report(messages.text(error))
      return .failure
    }
  }
}
