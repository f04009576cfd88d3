import Communique
import KnowledgeBase

extension Context {
  /// Opens the store for reading.
  func openStore() throws(KnowledgeBaseError) -> KnowledgeBase {
    let store = try KnowledgeBase(path: storePath, mode: .read)
    store.versions = versions
    return store
  }

  /// The file of the store may be there without being one; this asks only whether there is anything.
  var hasStore: Bool { FileFinder.exists(storePath) }

  /// Says that agreements were counted once, where that makes a difference.
  func noteVersions(_ total: Int, _ request: SearchRequest, in store: KnowledgeBase) throws(KnowledgeBaseError) {
    if let text = try VersionsNote.text(total, request, in: store, language, isShell: false) { note(text) }
  }

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
