import Glibc
import KnowledgeBase

/// What Ctrl-C does.
///
/// A command that only reads ends at once. Ingestion ends between two documents, and the shell stops the running
/// query and stays: both ask for `cooperate`.
enum Interruption {
  // Written before the handler is installed or by it, read by the one thread there is.
  nonisolated(unsafe) private static var interrupter: Interrupter?
  nonisolated(unsafe) private static var wasRequested: sig_atomic_t = 0

  /// Ends the process with 130.
  static func exitAtOnce() {
    unblock()
    signal(SIGINT) { _ in _exit(ExitStatus.interrupted.rawValue) }
  }

  /// Stops the store's running call, if any, and remembers; a second Ctrl-C before anyone looked ends the process.
  static func cooperate(stopping interrupter: Interrupter?) {
    Self.interrupter = interrupter
    wasRequested = 0
    unblock()
    signal(SIGINT) { _ in
      if Interruption.wasRequested > 0 { _exit(ExitStatus.interrupted.rawValue) }
      Interruption.wasRequested += 1
      Interruption.interrupter?.interrupt()
    }
  }

  /// Whether Ctrl-C was pressed and nobody has taken notice yet.
  static var isRequested: Bool { wasRequested > 0 }

  /// Whoever started us may have left the signal blocked, which its processes inherit.
  private static func unblock() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Whether Ctrl-C was pressed since the last question.
  static func takeRequest() -> Bool {
    defer { wasRequested = 0 }
    return wasRequested > 0
  }
}
