import Communique
import Glibc

/// What was not taken in, and why: for whoever looks on, and as a file for scripts.
final class IngestReport {
  private let context: Context
  private var failures: [IngestFailure] = []
  private var empty = 0

  /// Of the same kind, at a terminal; and of texts without an agreement, anywhere.
  private static let mostNamed = 5

  init(_ context: Context) { self.context = context }

  func add(_ failure: IngestFailure, _ progress: IngestProgress) {
    failures.append(failure)
    // Who reads along sees them at the end, in order; a log has each as it comes.
    guard !context.errors.isTerminal else { return }
    progress.clear()
    context.report(context.messages.text(failure))
  }

  /// A text without agreements is a normal result, but one to know of.
  func noteEmpty(_ file: String, isKnownLanguage: Bool, _ progress: IngestProgress) {
    empty += 1
    guard empty <= Self.mostNamed else { return }
    progress.clear()
    let words = Words.result
    context.note((isKnownLanguage ? words.noAgreement : words.unknownLanguage).text(context.language, file))
  }

  /// Prints what is left to say, and writes the whole list to a file where one is named.
  func finish(to path: String?) {
    let language = context.language
    if empty > Self.mostNamed {
      context.note(Words.ingest.moreEmpty.text(language, Numbers.shown(empty - Self.mostNamed, language)))
    }
    if context.errors.isTerminal { printGrouped() }
    if let path { write(to: path) }
  }

  /// By reason, the first in order of appearance.
  private func printGrouped() {
    var groups: [(code: String, failures: [IngestFailure])] = []
    for failure in failures {
      if let place = groups.firstIndex(where: { $0.code == failure.code }) {
        groups[place].failures.append(failure)
      } else {
        groups.append((failure.code, [failure]))
      }
    }
    for group in groups {
      for failure in group.failures.prefix(Self.mostNamed) { context.report(context.messages.text(failure)) }
      let rest = group.failures.count - Self.mostNamed
      guard rest > 0 else { continue }
      let language = context.language
      context.note(Words.ingest.moreFailures.text(language, Numbers.shown(rest, language), group.code))
    }
  }

  /// JSON lines where the name says so, else tab-separated values: file, code, message.
  private func write(to path: String) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      return context.report(Words.error.otherFile.text(context.language, path, String(cString: strerror(errno))))
    }
    let output = Output(descriptor: descriptor, closesAtEnd: true)
    let isJSON = [".jsonl", ".ndjson", ".json"].contains { path.hasSuffix($0) }
    if !isJSON { output.write(line: "file\treason\tmessage") }
    for failure in failures {
      let cells = [failure.file, failure.code, context.messages.text(failure)]
      if isJSON {
        output.write(
          json: .object(["file": .string(cells[0]), "reason": .string(cells[1]), "message": .string(cells[2])]))
      } else {
        output.write(line: cells.map(Sanitising.oneLine).joined(separator: "\t"))
      }
    }
    output.flush()
    if let code = output.failure {
      context.report(Words.error.otherFile.text(context.language, path, String(cString: strerror(code))))
    }
  }
}
