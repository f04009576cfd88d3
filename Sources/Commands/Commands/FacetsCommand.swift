import Communique
import KnowledgeBase

/// `kb facets BY[,BY]`: how many agreements there are of each.
enum FacetsCommand {
  static let declaration = CommandDeclaration(
    "facets", aliases: ["facettes"],
    arguments: [
      .optional(Both("BY[,BY]", "PAR[,PAR]"), .text(Both("BY", "PAR"))),
      .many(Both("WORDS", "MOTS"), .text(Both("WORDS", "MOTS")), atLeast: 0),
    ],
    options: QueryCommand.searchOptions + [.format, .noHeader],
    summary: Both("Count agreements by domain, country, year …", "Compter les engagements par domaine, pays, année …"),
    details: Both(
      "BY: domain, country, year, month, strength, language, publisher, pair, kind; or two of them.",
      "PAR : domaine, pays, année, mois, force, langue, source, couple, type ; ou deux d'entre eux."),
    examples: [
      .init("kb facets domain", "by domain", "par domaine"),
      .init("kb facets pair,domain", "what each pair of states agrees on", "de quoi conviennent les couples d'États"),
      .init("kb facets year --country China hydrogen", "of a question", "d'une question"),
    ],
    run: run)

  static func run(_ invocation: Invocation, _ context: Context) throws -> ExitStatus {
    Interruption.exitAtOnce()
    let facets = try facets(named: invocation.arguments.first ?? "domain")
    do throws(QueryBuilder.Failure) {
      let words = Array(invocation.arguments.dropFirst())
      let request = try QueryBuilder.request(invocation, words: words, context)
      return answer(facets, request, invocation, context)
    } catch {
      return context.report(error)
    }
  }

  private static func answer(
    _ facets: [Facet], _ request: SearchRequest, _ invocation: Invocation, _ context: Context
  ) -> ExitStatus {
    do throws(KnowledgeBaseError) {
      let store = try context.openStore()
      store.timeLimit = invocation.number(.timeout).map { .seconds($0) }
      let table = try store.facets(facets, of: request.query, exact: request.isExact)
      let listing = FacetListing.listing(table, versions: context.versions, language: context.language)
      context.format(invocation).write(listing, context.page(showsHeader: !invocation.has(.noHeader)))
      try context.noteVersions(table.total, request, in: store)
      return .done
    } catch {
      return context.report(error)
    }
  }

  /// "domain,year" → both, in that order.
  static func facets(named text: String) throws(UsageError) -> [Facet] {
    var facets: [Facet] = []
    for part in text.split(separator: ",") {
      guard let facet = FacetNames.named(String(part)) else {
        let problem = UsageError.Problem.notAmong(
          String(part), allowed: Facet.allCases.map(\.rawValue), alsoKnown: FacetNames.all)
        throw UsageError(.badValue(option: "BY", problem), command: declaration.name)
      }
      facets.append(facet)
    }
    guard (1...2).contains(facets.count) else {
      throw UsageError(
        .badValue(option: "BY", .notAmong(text, allowed: Facet.allCases.map(\.rawValue), alsoKnown: [])),
        command: declaration.name)
    }
    return facets
  }

  /// Several tables one after the other, for `--facets`; gives the number of matches.
  static func write(
    _ facets: [Facet], of request: SearchRequest, in store: KnowledgeBase, _ invocation: Invocation,
    _ context: Context
  ) throws(KnowledgeBaseError) -> Int {
    var tables: [FacetTable] = []
    for facet in facets { tables.append(try store.facets([facet], of: request.query, exact: request.isExact)) }
    let total = tables.first?.total ?? 0
    let format = context.format(invocation)
    if format.name == "json" {
      let members = tables.map { JSON.Member(key: $0.by[0].rawValue, value: FacetListing.json($0)["rows"]) }
      context.output.write(
        json: .object([
          "total": .int(total), "counted": .counted(context.versions), "facets": .object(members),
        ]))
      return total
    }
    format.write(FacetListing.merged(tables, language: context.language), context.page())
    try context.noteVersions(total, request, in: store)
    return total
  }
}
