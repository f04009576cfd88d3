import Communique
import KnowledgeBase

/// `kb query`: asks the store.
enum QueryCommand {
  static let searchOptions: [OptionName] = [
    .country, .domain, .since, .until, .on, .language, .strength, .kind, .publisher, .title, .exact, .allVersions,
    .timeout,
  ]

  static let declaration = CommandDeclaration(
    "query", aliases: ["chercher", "search", "interroger"],
    arguments: [.many(Both("WORDS", "MOTS"), .text(Both("WORDS", "MOTS")), atLeast: 0)],
    options: searchOptions + [.limit, .offset, .sort, .count, .facets, .format, .noHeader, .exitStatus],
    summary: Both("Find agreements", "Chercher des engagements"),
    details: Both(
      "Words are in the query language (`kb help query-language`) and find French and English texts alike.",
      "Les mots suivent le langage de recherche (`kb help query-language`) et trouvent les textes des deux langues."),
    examples: [
      .init("kb query visa exemption", "words, in either language", "des mots, dans les deux langues"),
      .init("kb query --country Kazakhstan --domain energy --since 2022", "by field", "par champ"),
      .init("kb query --pays kazakhstan --domaine énergie", "the same in French", "de même en français"),
      .init("kb query --strength '>=committed' --format csv > firm.csv", "for a spreadsheet", "pour un tableur"),
      .init("kb query country:china -domain:trade \"silk road\"", "the query language", "le langage de recherche"),
    ],
    run: run)

  static func run(_ invocation: Invocation, _ context: Context) throws -> ExitStatus {
    Interruption.exitAtOnce()
    do throws(QueryBuilder.Failure) {
      let request = try QueryBuilder.request(invocation, words: invocation.arguments, context)
      return answer(request, invocation, context)
    } catch {
      return context.report(error)
    }
  }

  private static func answer(_ request: SearchRequest, _ invocation: Invocation, _ context: Context) -> ExitStatus {
    do throws(KnowledgeBaseError) {
      let store = try context.openStore()
      store.timeLimit = invocation.number(.timeout).map { .seconds($0) }
      let total: Int
      if invocation.has(.count) {
        total = try count(request, in: store, invocation, context)
      } else if invocation.has(.facets) {
        total = try FacetsCommand.write([.domain, .country, .year], of: request, in: store, invocation, context)
      } else {
        total = try list(request, in: store, invocation, context)
      }
      return total == 0 && invocation.has(.exitStatus) ? .noMatch : .done
    } catch {
      return context.report(error)
    }
  }

  private static func count(
    _ request: SearchRequest, in store: KnowledgeBase, _ invocation: Invocation, _ context: Context
  ) throws(KnowledgeBaseError) -> Int {
    let count = try store.count(request.query, exact: request.isExact)
    let isJSON = invocation[.format]?.hasPrefix("json") ?? false
    if isJSON {
      context.output.write(json: .object(["total": .int(count), "counted": .counted(context.versions)]))
    } else {
      context.output.write(line: String(count))
    }
    try context.noteVersions(count, request, in: store)
    return count
  }

  private static func list(
    _ request: SearchRequest, in store: KnowledgeBase, _ invocation: Invocation, _ context: Context
  ) throws(KnowledgeBaseError) -> Int {
    let format = context.format(invocation)
    let result = try store.search(
      request.query, order: request.order ?? request.query.usualOrder, limit: request.limit, offset: request.offset,
      exact: request.isExact)
    var listing = AgreementListing.found(
      result, offset: request.offset, context.versions, language: context.language)
    if format.isForReading {
      listing.footer = try ResultFooter(result, request, in: store, context.language, isShell: false).lines
    }
    format.write(listing, context.page(showsHeader: !invocation.has(.noHeader)))
    if result.total == 0 { try AdviceText.note(request, in: store, context) }
    return result.total
  }
}
