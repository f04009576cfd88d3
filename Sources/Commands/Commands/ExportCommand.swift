import Communique
import Glibc
import KnowledgeBase

/// `kb export`: everything that the store holds, for another store or other programs.
enum ExportCommand {
  static let declaration = CommandDeclaration(
    "export", aliases: ["exporter"], options: [.exportFormat, .output, .force],
    summary: Both("Write everything in the store to a file", "Écrire toute la base dans un fichier"),
    details: Both(
      """
      jsonl and sqlite hold everything, and `kb import` reads them back. csv has a row an agreement, with ' before \
      what a spreadsheet would take for a formula; jsonld describes documents and quotes by schema.org and Web \
      Annotation. Both are for other programs.
      """,
      """
      jsonl et sqlite contiennent tout, et `kb import` les relit. csv a une ligne par engagement, avec ' devant ce \
      qu'un tableur prendrait pour une formule ; jsonld décrit documents et citations selon schema.org et Web \
      Annotation. Ces deux-là servent à d'autres programmes.
      """),
    examples: [
      .init("kb export -o all.jsonl", "everything, to keep or to hand on", "tout, à garder ou à transmettre"),
      .init("kb export --format csv > agreements.csv", "for a spreadsheet", "pour un tableur"),
      .init("kb export --format sqlite -o copy.db", "a clean copy of the store", "une copie nette de la base"),
    ],
    run: { invocation, context in
      let format = TransferFormat.named(invocation[.exportFormat] ?? "jsonl")
      let path = invocation[.output].flatMap { $0 == "-" ? nil : $0 }
      if format == .sqlite {
        guard let path else {
          context.report(Words.transfer.wantsFile.text(context.language))
          return .usage
        }
        return writeDatabase(to: path, invocation, context)
      }
      guard let path else { return writeToOutput(format, context) }
      return FileCommand.write(to: path, invocation, context) { (file, store) throws(KnowledgeBaseError) in
        try write(format, to: file, store, context)
      }
    })

  private static func writeDatabase(to path: String, _ invocation: Invocation, _ context: Context) -> ExitStatus {
    FileCommand.write(to: path, invocation, context) { (file, store) throws(KnowledgeBaseError) in
      try store.compact(into: file.temporary)
      return message(try KnowledgeBase(path: file.temporary, mode: .read).records().counts(), file, context)
    }
  }

  private static func writeToOutput(_ format: TransferFormat, _ context: Context) -> ExitStatus {
    Interruption.exitAtOnce()
    // Not held for the pager: it may be larger than memory.
    context.output.isHolding = false
    do throws(KnowledgeBaseError) {
      _ = try write(format, to: context.output, try context.openStore())
      return .done
    } catch {
      return context.report(error)
    }
  }

  /// Null where it was interrupted, or could not be written, which is said.
  private static func write(
    _ format: TransferFormat, to file: NewFile, _ store: KnowledgeBase, _ context: Context
  ) throws(KnowledgeBaseError) -> String? {
    let descriptor: CInt
    do throws(NewFile.Failure) {
      descriptor = try file.opened()
    } catch {
      context.report(context.messages.text(error))
      return nil
    }
    let output = Output(descriptor: descriptor, closesAtEnd: true)
    let counts = try write(format, to: output, store)
    output.flush()
    if let code = output.failure {
      let failure = NewFile.Failure(path: file.path, reason: .system(String(cString: strerror(code))))
      context.report(context.messages.text(failure))
      return nil
    }
    return counts.map { message($0, file, context) }
  }

  /// Null where Ctrl-C ended it. Memory holds one document at a time.
  private static func write(
    _ format: TransferFormat, to output: Output, _ store: KnowledgeBase
  ) throws(KnowledgeBaseError) -> StoreCounts? {
    var writer = format.writer
    var counts: StoreCounts?
    let records = try store.records()
    while let record = try records.next() {
      if case .counts(let found) = record { counts = found }
      writer.write(record, to: output)
      if output.isClosed || output.failure != nil { return counts }
      if Interruption.isRequested { return nil }
    }
    writer.finish(to: output)
    return counts
  }

  private static func message(_ counts: StoreCounts?, _ file: NewFile, _ context: Context) -> String {
    let language = context.language
    return Words.transfer.exported.text(
      language, Words.result.documents.text(language, counts?.documents ?? 0),
      Words.result.agreements.text(language, counts?.agreements ?? 0), file.path)
  }
}

extension RecordReader {
  /// What the first record says.
  fileprivate func counts() throws(KnowledgeBaseError) -> StoreCounts? {
    if case .counts(let counts) = try next() { counts } else { nil }
  }
}
