import Communique
import KnowledgeBase

/// `kb compare A B`: two documents side by side, with what differs.
enum CompareCommand {
  static let declaration = CommandDeclaration(
    "compare", aliases: ["comparer"],
    arguments: [.many(Both("DOCUMENT", "DOCUMENT"), .number(minimum: 1), atLeast: 2)],
    options: [.pageFormat, .noHeader],
    summary: Both("Set two documents side by side, with what differs", "Mettre deux documents côte à côte"),
    details: Both(
      """
      Agreements that correspond stand in one row; differences of firmness, parties, deadline, amounts and numbers are \
      named above it, and so is what one document lacks. The documents need not be linked.
      """,
      """
      Les engagements qui se correspondent sont sur une ligne ; les différences de fermeté, de parties, d'échéance, de \
      montants et de nombres sont dites au-dessus, comme ce qui manque à l'un. Les documents peuvent ne pas être liés.
      """),
    examples: [
      .init("kb compare 3 17", "documents 3 and 17 (see `kb documents`)", "documents 3 et 17 (voir `kb documents`)"),
      .init("kb compare 3 17 --format html > 3-17.html", "a page to hand on", "une page à transmettre"),
    ],
    run: { invocation, context in
      DocumentPair.run(invocation, context, forWriting: false) { (pair, store) throws(KnowledgeBaseError) in
        guard let (one, two) = pair, let comparison = try store.comparison(of: one, two) else { return .failure }
        SheetFormat(invocation, context).write(
          ComparisonSheet.sheet(comparison, language: context.language),
          WordingListing.comparison(comparison, language: context.language), to: context.sheetPage(invocation))
        return .done
      }
    })
}

/// `kb diff A B`: two agreements word by word.
enum DiffCommand {
  static let declaration = CommandDeclaration(
    "diff", aliases: ["differences"],
    arguments: [.many(Both("ID", "N°"), .number(minimum: 1), atLeast: 2)],
    options: [.pageFormat, .noHeader],
    summary: Both("Compare the wording of two agreements", "Comparer la formulation de deux engagements"),
    details: Both(
      "Within one language word by word: [-gone-] {+come+}. The first is taken as the earlier one.",
      "Dans une même langue, mot à mot : [-retiré-] {+ajouté+}. Le premier est pris pour le plus ancien."),
    examples: [
      .init("kb diff 42 87", "what became of 42 in 87", "ce que 42 est devenu dans 87"),
      .init("kb diff 42 87 --format json", "for a program", "pour un programme"),
    ],
    run: { invocation, context in
      guard invocation.arguments.count == 2 else {
        context.report(Words.link.needsTwo.text(context.language))
        return .usage
      }
      do throws(KnowledgeBaseError) {
        Interruption.exitAtOnce()
        let store = try context.openStore()
        var found: [StoredAgreement] = []
        for id in invocation.arguments.compactMap({ Int64($0) }) {
          guard let stored = try store.agreement(id: id) else {
            context.report(Words.store.noAgreement.text(context.language, String(id)))
            return .failure
          }
          found.append(stored)
        }
        try write(found[0], found[1], store, invocation, context)
        return .done
      } catch {
        return context.report(error)
      }
    })

  private static func write(
    _ left: StoredAgreement, _ right: StoredAgreement, _ store: KnowledgeBase, _ invocation: Invocation,
    _ context: Context
  ) throws(KnowledgeBaseError) {
    let (change, likeness, differences) = try store.change(from: left, to: right)
    SheetFormat(invocation, context).write(
      DiffSheet.sheet(left, right, change, differences, language: context.language),
      WordingListing.diff(left, right, change, likeness: likeness, differences, language: context.language),
      to: context.sheetPage(invocation))
  }
}
