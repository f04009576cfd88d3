import Communique
import KnowledgeBase
import Vocabulary

/// `kb history --parties CHN,KAZ --domain energy`: what the same parties undertook in successive communiqués.
enum HistoryCommand {
  static let declaration = CommandDeclaration(
    "history", aliases: ["historique"],
    options: [.parties, .domain, .since, .until, .pageFormat, .noHeader],
    summary: Both("Follow undertakings of the same parties over time", "Suivre les engagements des mêmes parties"),
    details: Both(
      """
      Communiqués of exactly these parties, oldest first; each undertaking is new, repeated, firmer, softer, changed or \
      dropped against the wording before it, word by word within one language: [-gone-] {+come+}. An event that is told \
      in two languages counts once, in the language of the interface where it has that.
      """,
      """
      Communiqués de ces parties exactement, du plus ancien au plus récent ; chaque engagement est nouveau, repris, plus \
      ferme, moins ferme, modifié ou abandonné par rapport à sa formulation précédente, mot à mot dans une même langue : \
      [-retiré-] {+ajouté+}. Un événement raconté en deux langues compte une fois, dans la langue de l'interface si possible.
      """),
    examples: [
      .init("kb history --parties CHN,KAZ --domain energy", "energy between both", "l'énergie entre les deux"),
      .init(
        "kb history --parties france,india --since 2020 --format markdown", "since 2020, as a text",
        "depuis 2020, en texte"),
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ context: Context) throws -> ExitStatus {
    do throws(QueryBuilder.Failure) {
      guard let list = invocation[.parties], list.utf8.contains(where: { !", +".utf8.contains($0) }) else {
        context.report(Words.link.badParties.text(context.language))
        return .usage
      }
      let parties = try parties(list, invocation)
      let condition = try QueryBuilder.query(invocation, words: [], context)
      let domains = invocation.all(.domain).compactMap { Names.domain(named: $0) }
      return write(parties, condition, domains, invocation, context)
    } catch {
      return context.report(error)
    }
  }

  /// Names joined by commas; also by `+`, as in the query language.
  private static func parties(_ list: String, _ invocation: Invocation) throws(QueryBuilder.Failure) -> Set<Party> {
    var parties: Set<Party> = []
    do {
      for name in list.split(whereSeparator: { $0 == "," || $0 == "+" }) {
        let query = try Query.field(named: "country", value: String(name), today: nil)
        if case .filter(.country(let party)) = query { parties.insert(party) }
      }
    } catch {
      throw QueryBuilder.Failure(error: error, question: nil, flag: invocation.spellings[.parties])
    }
    return parties
  }

  private static func write(
    _ parties: Set<Party>, _ condition: Query, _ domains: [Domain], _ invocation: Invocation, _ context: Context
  ) -> ExitStatus {
    Interruption.exitAtOnce()
    do throws(KnowledgeBaseError) {
      let history = try context.openStore().history(of: parties, where: condition, in: context.language)
      SheetFormat(invocation, context).write(
        sheet(history, parties, domains, context.language),
        WordingListing.history(history, parties: parties.sorted(), language: context.language),
        to: context.sheetPage(invocation))
      return .done
    } catch {
      return context.report(error)
    }
  }

  static func sheet(
    _ history: UndertakingHistory, _ parties: Set<Party>, _ domains: [Domain], _ language: Language
  ) -> Sheet {
    let labels = Labels(language: language)
    let field = domains.isEmpty ? Words.link.everyDomain.text(language) : labels.domains(domains)
    return HistorySheet.sheet(
      history, title: Words.link.historyOf.text(language, labels.parties(parties.sorted()), field), language: language)
  }
}
