import Communique
import KnowledgeBase

/// `kb link A B`: says that two documents belong together. `kb link` alone: looks for links over the whole store.
enum LinkCommand {
  static let declaration = CommandDeclaration(
    "link", aliases: ["lier"],
    arguments: [.many(Both("DOCUMENT", "DOCUMENT"), .number(minimum: 1), atLeast: 0)],
    options: [.linkKind],
    summary: Both("Link versions of one communiqué, or find all links", "Lier les versions d'un même communiqué"),
    details: Both(
      """
      Documents of one event in two languages, and the same text from two outlets, are linked as they are read in. \
      Two ids link documents by hand, which is remembered even when one is removed and read in again. Without ids, \
      links are looked for anew over the whole store; what was said by hand stays.
      """,
      """
      Les documents d'un même événement en deux langues, et le même texte dans deux médias, sont liés à la lecture. \
      Deux numéros lient des documents à la main ; le choix vaut encore si l'un est retiré puis relu. Sans numéro, \
      les liens sont recherchés dans toute la base ; les choix faits à la main demeurent.
      """),
    examples: [
      .init("kb link", "look for links over the whole store", "chercher les liens dans toute la base"),
      .init("kb link 3 17", "documents 3 and 17 are versions", "3 et 17 sont deux versions"),
      .init("kb link 3 18 --as duplicate", "the same text elsewhere", "le même texte ailleurs"),
    ],
    run: { invocation, context in
      DocumentPair.run(invocation, context, mayBeNone: true) { (pair, store) throws(KnowledgeBaseError) in
        guard let (one, two) = pair else { return try linkAll(store, context) }
        let kind = invocation[.linkKind].flatMap(DocumentLink.init(rawValue:)) ?? .version
        guard try store.link(one, two, as: kind) else { return .failure }
        let words = Words.link
        context.note(
          words.linked.text(context.language, String(one), String(two), words.name(kind).text(context.language)))
        return .done
      }
    })

  private static func linkAll(_ store: KnowledgeBase, _ context: Context) throws(KnowledgeBaseError) -> ExitStatus {
    let words = Words.link
    let isShown = context.errors.isTerminal && !context.isQuiet
    let summary = try store.relinkAll { done, all in
      guard isShown, done % 100 == 0 || done == all else { return }
      context.errors.write("\r" + words.looking.text(context.language, String(done), String(all)) + "\u{1B}[K")
      context.errors.flush()
    }
    if isShown { context.errors.write("\r\u{1B}[K") }
    context.note(
      words.summary.text(
        context.language, Words.result.documents.text(context.language, summary.documents),
        Numbers.shown(summary.versions, context.language), Numbers.shown(summary.duplicates, context.language),
        Numbers.shown(summary.agreements, context.language)))
    return .done
  }
}

/// `kb unlink A B`: says that two documents do not belong together.
enum UnlinkCommand {
  static let declaration = CommandDeclaration(
    "unlink", aliases: ["delier"],
    arguments: [.many(Both("DOCUMENT", "DOCUMENT"), .number(minimum: 1), atLeast: 2)],
    summary: Both("Say that two documents do not belong together", "Dire que deux documents n'ont rien de commun"),
    examples: [.init("kb unlink 3 17", "3 and 17 are two communiqués", "3 et 17 sont deux communiqués")],
    run: { invocation, context in
      DocumentPair.run(invocation, context) { (pair, store) throws(KnowledgeBaseError) in
        guard let (one, two) = pair, try store.unlink(one, two) else { return .failure }
        context.note(Words.link.unlinked.text(context.language, String(one), String(two)))
        return .done
      }
    })
}

/// What commands about two documents share: they take two ids, and say which there are not.
enum DocumentPair {
  static func run(
    _ invocation: Invocation, _ context: Context, mayBeNone: Bool = false, forWriting: Bool = true,
    _ body: ((Int64, Int64)?, KnowledgeBase) throws(KnowledgeBaseError) -> ExitStatus
  ) -> ExitStatus {
    let ids = invocation.arguments.compactMap { Int64($0) }
    guard ids.count == 2 || mayBeNone && ids.isEmpty else {
      context.report(Words.link.needsTwo.text(context.language))
      return .usage
    }
    guard ids.isEmpty || !forWriting || ids[0] != ids[1] else {
      context.report(Words.link.sameDocument.text(context.language))
      return .usage
    }
    do throws(KnowledgeBaseError) {
      // A store that is not there is not to be made by linking in it.
      guard context.hasStore else { throw .notFound(path: context.storePath) }
      let store = forWriting ? try KnowledgeBase(path: context.storePath, mode: .write) : try context.openStore()
      Interruption.cooperate(stopping: store.interrupter)
      for id in ids where try store.document(id: id) == nil {
        context.report(Words.link.noDocument.text(context.language, String(id)))
        return .failure
      }
      return try body(ids.isEmpty ? nil : (ids[0], ids[1]), store)
    } catch {
      return context.report(error)
    }
  }
}
