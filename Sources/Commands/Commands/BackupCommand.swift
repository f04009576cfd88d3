import Glibc
import KnowledgeBase

/// `kb backup FILE`: a copy of the store, while others use it.
enum BackupCommand {
  static let declaration = CommandDeclaration(
    "backup", aliases: ["sauvegarder", "sauvegarde"],
    arguments: [.one(Both("FILE", "FICHIER"), .file)], options: [.force],
    summary: Both("Copy the store, also while it is in use", "Copier la base, même pendant qu'elle sert"),
    details: Both(
      """
      The copy is a store itself: kb --db FILE opens it, and restoring is copying it back. It appears when it is \
      complete, for your eyes alone.
      """,
      """
      La copie est elle-même une base : kb --db FICHIER l'ouvre, et la restaurer, c'est la recopier. Elle n'apparaît \
      qu'une fois complète, lisible par vous seul.
      """),
    examples: [
      .init("kb backup before.db", "a copy of the store", "une copie de la base"),
      .init("kb backup nightly.db --force", "replace the last one", "remplacer la précédente"),
    ],
    run: { invocation, context in
      FileCommand.write(to: invocation.arguments[0], invocation, context) { (file, store) throws(KnowledgeBaseError) in
        try store.backUp(to: file.temporary)
        return Words.transfer.backedUp.text(context.language, file.path)
      }
    })
}

/// What commands that write a file of the store share.
enum FileCommand {
  /// Opens the store, has the file written, puts it in its place.
  ///
  /// - Parameter body: writes it, and gives a message that says so.
  static func write(
    to path: String, _ invocation: Invocation, _ context: Context,
    _ body: (NewFile, KnowledgeBase) throws(KnowledgeBaseError) -> String?
  ) -> ExitStatus {
    let store: KnowledgeBase
    do throws(KnowledgeBaseError) {
      store = try context.openStore()
    } catch {
      return context.report(error)
    }
    Interruption.cooperate(stopping: store.interrupter)
    do throws(NewFile.Failure) {
      let file = try NewFile(at: path, replaces: invocation.has(.force), source: context.storePath)
      let message: String?
      do throws(KnowledgeBaseError) {
        message = try body(file, store)
      } catch {
        file.discard()
        // The copy has not reached its place yet: it is named as the user named it.
        if case .diskFull(file.temporary) = error {
          throw NewFile.Failure(path: path, reason: .system(String(cString: strerror(ENOSPC))))
        }
        return context.report(error)
      }
      guard let message else {
        file.discard()
        return Interruption.takeRequest() ? .interrupted : .failure
      }
      try file.finish()
      context.note(message)
      return .done
    } catch {
      context.report(context.messages.text(error))
      return error.isUsage ? .usage : .failure
    }
  }
}
