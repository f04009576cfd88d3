import Glibc
import KnowledgeBase

/// `kb remove ID…`: documents out of the store.
enum RemoveCommand {
  static let declaration = CommandDeclaration(
    "remove", aliases: ["supprimer", "rm"],
    arguments: [.many(Both("ID", "N°"), .number(minimum: 1))], options: [.yes],
    summary: Both("Remove communiqués from the store", "Supprimer des communiqués de la base"),
    details: Both(
      """
      The ids are those of `kb documents`. What would go is shown first, and yes or oui removes it: all of them, or \
      none where one id is unknown. Where nobody can be asked, --yes is needed.
      """,
      """
      Les numéros sont ceux de `kb documents`. Ce qui partirait est d'abord montré, puis supprimé si vous répondez \
      oui (ou yes) : tout, ou rien si un numéro est inconnu. Là où personne ne peut répondre, il faut --yes.
      """),
    examples: [
      .init("kb remove 12", "one communiqué with its agreements", "un communiqué et ses engagements"),
      .init("kb remove 12 13 --yes", "two, without being asked", "deux, sans confirmation"),
    ],
    run: { invocation, context in
      do throws(KnowledgeBaseError) {
        return try run(invocation, context)
      } catch {
        return context.report(error)
      }
    })

  private static func run(_ invocation: Invocation, _ context: Context) throws(KnowledgeBaseError) -> ExitStatus {
    Interruption.exitAtOnce()
    guard let ids = identifiers(invocation, context) else { return .usage }
    guard context.hasStore else { throw .notFound(path: context.storePath) }
    let documents = try found(ids, context)
    guard documents.count == ids.count else { return .failure }
    let isAsking = !invocation.has(.yes)
    if isAsking, isatty(0) != 1 {
      context.report(Words.transfer.sayYes.text(context.language))
      return .usage
    }
    show(documents, isAsking ? Words.transfer.removes : Words.transfer.removed, context, always: isAsking)
    if isAsking, !isConfirmed(documents, context) {
      context.note(Words.transfer.nothingRemoved.text(context.language))
      return .done
    }
    let unknown = try KnowledgeBase(path: context.storePath, mode: .write).remove(documents: ids)
    for id in unknown { report(unknown: id, context) }
    return unknown.isEmpty ? .done : .failure
  }

  /// Each once, in the order given.
  private static func identifiers(_ invocation: Invocation, _ context: Context) -> [Int64]? {
    var ids: [Int64] = []
    for text in invocation.arguments {
      guard let id = Int64(text), id > 0 else {
        context.report(context.messages.text(.notANumber(text, minimum: 1)))
        return nil
      }
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  /// Looked up by a reader of its own: no lock is held while the user thinks.
  private static func found(_ ids: [Int64], _ context: Context) throws(KnowledgeBaseError) -> [StoredDocument] {
    let store = try context.openStore()
    var documents: [StoredDocument] = []
    for id in ids {
      if let document = try store.document(id: id) { documents.append(document) } else { report(unknown: id, context) }
    }
    return documents
  }

  private static func report(unknown id: Int64, _ context: Context) {
    context.report(Words.store.noDocument.text(context.language, String(id)))
  }

  private static func show(_ documents: [StoredDocument], _ heading: Both, _ context: Context, always: Bool) {
    guard always || !context.isQuiet else { return }
    let language = context.language
    let labels = Labels(language: language)
    context.errors.write(line: heading.text(language))
    for document in documents {
      context.errors.write(
        line: "  "
          + Words.transfer.documentLine.text(
            language, String(document.id), document.title ?? Words.label.untitled.text(language),
            labels.date(document.date), Words.result.agreements.text(language, document.agreements)))
    }
    context.errors.flush()
  }

  private static func isConfirmed(_ documents: [StoredDocument], _ context: Context) -> Bool {
    let language = context.language
    let agreements = documents.reduce(0) { $0 + $1.agreements }
    context.errors.write(
      Words.transfer.askRemoval.text(
        language, Words.result.documents.text(language, documents.count),
        Words.result.agreements.text(language, agreements)))
    context.errors.write(" ")
    context.errors.flush()
    guard case .line(let answer) = PlainLines(prompts: nil).next(prompt: "") else { return false }
    return ["yes", "y", "oui", "o"].contains(Matching.folded(Sanitising.oneLine(answer)))
  }
}
