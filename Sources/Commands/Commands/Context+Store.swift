import Communique
import Glibc
import KnowledgeBase

extension Context {
  /// Opens the store for reading.
  func openStore() throws(KnowledgeBaseError) -> KnowledgeBase {
    let store = try KnowledgeBase(path: storePath, mode: .read)
    store.versions = versions
    return store
  }

  /// Whether there is anything in the place of the store, be it one or not. A file without content, as a process
  /// leaves that was killed at its first step, is nothing.
  var hasStore: Bool {
    var status = stat()
    guard stat(storePath, &status) == 0 else { return errno != ENOENT && errno != ENOTDIR }
    return status.st_mode & S_IFMT != S_IFREG || status.st_size > 0
  }

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
