import Communique
import KnowledgeBase

/// `kb show ID`: an agreement in its paragraph, with all its fields and where it stands.
enum ShowCommand {
  static let declaration = CommandDeclaration(
    "show", aliases: ["voir"],
    arguments: [.many(Both("ID", "N°"), .number(minimum: 1))],
    options: [.parallel, .pageFormat, .noHeader],
    summary: Both("Show an agreement in its paragraph, with its source", "Voir un engagement dans son paragraphe"),
    details: Both(
      "The agreement is marked; offsets count UTF-8 bytes of the source from 0, the end not included.",
      "L'engagement est marqué ; les positions comptent les octets UTF-8 de la source depuis 0, fin exclue."),
    examples: [
      .init("kb show 42", "one agreement", "un engagement"),
      .init("kb show 42 --format json", "for a program", "pour un programme"),
      .init("kb show 42 --parallel", "beside its other versions", "avec ses autres versions"),
    ],
    run: { invocation, context in
      StoredCommand.run(invocation, context) { (stored, store) throws(KnowledgeBaseError) in
        let format = SheetFormat(invocation, context, piped: "cards")
        let isParallel = invocation.has(.parallel)
        // Pages to hand on have the other versions too.
        let counterparts = isParallel || format.isPage ? try store.counterparts(ofAgreement: stored.id) : []
        let text = try store.text(ofDocument: stored.document.id) ?? stored.agreement.text
        let page = try store.page(at: stored.agreement.span.lowerBound, ofDocument: stored.document.id)
        if format.isCards, !isParallel {
          return AgreementDetail.write(stored, text: text, originalPage: page, to: context.page())
        }
        let paragraph = Paragraph(around: stored.agreement.span, in: text)
        let json = JSON.stored(stored).adding([
          "paragraph": .string(paragraph.text), "paragraph_number": .int(paragraph.number),
          "page": page.map { .int($0) } ?? .null,
        ])
        let language = context.language
        let listing =
          isParallel
          ? WordingListing.parallel(
            stored, counterparts, json: json.adding(["parallel": ParallelSheet.json(counterparts)]), language: language)
          : AgreementListing.shown(stored, json: json, language: language)
        format.write(
          ParallelSheet.sheet(stored, counterparts, language: language), listing, to: context.sheetPage(invocation))
      }
    })
}

/// `kb explain ID`: which rule and which words decided each field, and what was set aside in the document.
enum ExplainCommand {
  static let declaration = CommandDeclaration(
    "explain", aliases: ["expliquer"],
    arguments: [.many(Both("ID", "N°"), .number(minimum: 1))],
    options: [.format],
    summary: Both("Explain why an agreement was read as it was", "Expliquer la lecture d'un engagement"),
    examples: [
      .init("kb explain 42", "what decided each field", "ce qui a décidé de chaque champ"),
      .init("kb extract --explain FILE", "a whole text, marked up", "tout un texte, annoté"),
    ],
    run: { invocation, context in
      StoredCommand.run(invocation, context) { (stored, store) throws(KnowledgeBaseError) in
        let communique = try store.communique(ofDocument: stored.document.id)
        let explanation = Explanation(stored, communique)
        if invocation[.format]?.hasPrefix("json") ?? false {
          context.output.write(json: explanation.json)
        } else {
          explanation.write(to: context.page())
        }
      }
    })
}

/// What commands about single agreements share: they take ids, and say which there are not.
enum StoredCommand {
  static func run(
    _ invocation: Invocation, _ context: Context,
    _ write: (StoredAgreement, KnowledgeBase) throws(KnowledgeBaseError) -> Void
  ) -> ExitStatus {
    Interruption.exitAtOnce()
    var status = ExitStatus.done
    do throws(KnowledgeBaseError) {
      guard let ids = identifiers(invocation, context) else { return .usage }
      let store = try context.openStore()
      for (index, id) in ids.enumerated() {
        if index > 0, invocation[.format] == nil, invocation[.pageFormat] == nil { context.output.write(line: "") }
        if let stored = try store.agreement(id: id) {
          try write(stored, store)
        } else {
          context.report(Words.store.noAgreement.text(context.language, String(id)))
          status = .failure
        }
      }
      return status
    } catch {
      return context.report(error)
    }
  }

  private static func identifiers(_ invocation: Invocation, _ context: Context) -> [Int64]? {
    var ids: [Int64] = []
    for text in invocation.arguments {
      guard let id = Int64(text), id > 0 else {
        context.report(context.messages.text(.notANumber(text, minimum: 1)))
        return nil
      }
      ids.append(id)
    }
    return ids
  }
}
