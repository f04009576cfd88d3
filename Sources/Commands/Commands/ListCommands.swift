import Communique
import KnowledgeBase
import Vocabulary

/// What commands that list the whole store share.
enum ListCommand {
  static func run(
    _ invocation: Invocation, _ context: Context,
    _ listing: (KnowledgeBase) throws(KnowledgeBaseError) -> Listing
  ) -> ExitStatus {
    Interruption.exitAtOnce()
    do throws(KnowledgeBaseError) {
      let store = try context.openStore()
      let format = context.format(invocation)
      format.write(try listing(store), context.page(showsHeader: !invocation.has(.noHeader)))
      return .done
    } catch {
      return context.report(error)
    }
  }
}

/// `kb documents`: the communiqués in the store.
enum DocumentsCommand {
  static let declaration = CommandDeclaration(
    "documents", aliases: ["docs"], options: [.versions, .format, .noHeader],
    summary: Both("List the communiqués in the store", "Lister les communiqués de la base"),
    examples: [
      .init("kb documents", "all of them", "tous"),
      .init("kb documents --versions", "with what they were before", "avec leurs versions précédentes"),
      .init("kb documents --format jsonl", "for a program", "pour un programme"),
    ],
    run: { invocation, context in
      ListCommand.run(invocation, context) { store throws(KnowledgeBaseError) in
        let documents = try store.documents()
        guard invocation.has(.versions) else {
          return DocumentListing.listing(documents, language: context.language)
        }
        let isJSON = context.format(invocation).name.hasPrefix("json")
        return VersionListing.listing(
          documents, try store.earlierVersions(), asObjects: isJSON, language: context.language)
      }
    })
}

/// `kb countries`: the parties in the store.
enum CountriesCommand {
  static let declaration = CommandDeclaration(
    "countries", aliases: ["pays", "parties"], options: [.allVersions, .format, .noHeader],
    summary: Both(
      "List states and organisations with their agreements", "Lister États et organisations, avec leurs engagements"),
    examples: [.init("kb countries", "most agreements first", "les plus engagés d'abord")],
    run: { invocation, context in
      ListCommand.run(invocation, context) { store throws(KnowledgeBaseError) in
        CodeListing.countries(try store.countries(), language: context.language)
      }
    })
}

/// `kb domains`: the fields of policy, also those without agreements, as one may search for them.
enum DomainsCommand {
  static let declaration = CommandDeclaration(
    "domains", aliases: ["domaines", "sectors", "secteurs"], options: [.allVersions, .format, .noHeader],
    summary: Both("List the domains with their agreements", "Lister les domaines, avec leurs engagements"),
    examples: [.init("kb domains --lang fr", "with French labels", "avec les libellés français")],
    run: { invocation, context in
      ListCommand.run(invocation, context) { store throws(KnowledgeBaseError) in
        CodeListing.domains(try store.domains(), language: context.language)
      }
    })
}
