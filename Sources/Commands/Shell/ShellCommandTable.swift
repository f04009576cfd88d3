import KnowledgeBase

/// The commands of the shell, in the order of `.help`.
enum ShellCommandTable {
  static let all: [ShellCommand] = results + questions + lists + settings + files + session

  private static let number = Both("N", "N")

  private static let results: [ShellCommand] = [
    ShellCommand(
      "show", "voir", argument: number,
      summary: Both("one agreement in its paragraph", "un engagement dans son paragraphe"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.show(argument) }),
    ShellCommand(
      "source", "texte", argument: number,
      summary: Both("its whole communiqué", "son communiqué en entier"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.showSource(argument) }),
    ShellCommand(
      "explain", "expliquer", argument: number, summary: Both("why it was read so", "pourquoi cette lecture"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.explain(argument) }),
    ShellCommand(
      "cite", "citer", argument: Both("N [STYLE]", "N [STYLE]"),
      completing: .words(CitationStyle.allCases.map(\.rawValue)),
      summary: Both("a reference: chicago, apa, bibtex, markdown", "une référence : chicago, apa, bibtex, markdown"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.cite(argument) }),
    ShellCommand(
      "next", "suite", summary: Both("more results", "résultats suivants"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.turn(by: 1) }),
    ShellCommand(
      "prev", "precedent", "previous", summary: Both("the results before", "résultats précédents"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.turn(by: -1) }),
  ]

  private static let questions: [ShellCommand] = [
    ShellCommand(
      "refine", "affiner", argument: Both("FIELD:VALUE", "CHAMP:VALEUR"), completing: .question,
      summary: Both("narrow the last question", "resserrer la dernière question"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.refine(argument) }),
    ShellCommand(
      "back", "retour", summary: Both("the question before", "revenir à la question d'avant"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.back() }),
    ShellCommand(
      "last", "dernier", summary: Both("the last results again", "revoir les derniers résultats"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.turn(by: 0) }),
    ShellCommand(
      "facets", "facettes", argument: Both("[BY]", "[PAR]"), completing: .words(Facet.allCases.map(\.rawValue)),
      summary: Both("count the results", "décompter les résultats"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.facets(argument) }),
    ShellCommand(
      "save", "garder", argument: Both("[NAME]", "[NOM]"),
      summary: Both("keep the question as query:NAME", "garder la question : query:NOM"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.save(argument) }),
  ]

  private static let lists: [ShellCommand] = [
    ShellCommand(
      "countries", "pays", summary: Both("states and organisations", "États et organisations"),
      run: { shell, _ throws(KnowledgeBaseError) in
        let rows = try shell.opened().countries()
        shell.write(CodeListing.countries(rows, language: shell.context.language))
      }),
    ShellCommand(
      "domains", "domaines", summary: Both("fields of policy", "domaines d'action"),
      run: { shell, _ throws(KnowledgeBaseError) in
        let rows = try shell.opened().domains()
        shell.write(CodeListing.domains(rows, language: shell.context.language))
      }),
    ShellCommand(
      "documents", "communiques", summary: Both("the communiqués", "les communiqués"),
      run: { shell, _ throws(KnowledgeBaseError) in
        let documents = try shell.opened().documents()
        shell.write(DocumentListing.listing(documents, language: shell.context.language))
      }),
    ShellCommand(
      "stats", "bilan", summary: Both("what the store holds", "ce que contient la base"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.stats() }),
  ]

  private static let settings: [ShellCommand] = [
    ShellCommand(
      "mode", "format", "affichage", argument: Both("[FORMAT]", "[FORMAT]"),
      completing: .words(OutputFormat.all.map(\.name)),
      summary: Both("cards, table, json, jsonl, csv, tsv, markdown", "cards, table, json, jsonl, csv, tsv, markdown"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setMode(argument) }),
    ShellCommand(
      "lang", "langue", argument: Both("fr|en", "fr|en"), completing: .words(["fr", "en"]),
      summary: Both("language of the interface", "langue de l'interface"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setLanguage(argument) }),
    ShellCommand(
      "sort", "tri", argument: Both("date|relevance", "date|relevance"), completing: .words(["date", "relevance"]),
      summary: Both("order of results", "ordre des résultats"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setOrder(argument) }),
    ShellCommand(
      "limit", "limite", argument: Both("[N]", "[N]"), summary: Both("results at once", "résultats à la fois"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setLimit(argument) }),
  ]

  private static let files: [ShellCommand] = [
    ShellCommand(
      "output", "sortie", argument: Both("[FILE]", "[FICHIER]"), completing: .files,
      summary: Both("write results to a file; alone: back", "écrire dans un fichier ; seul : revenir"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setOutput(argument) }),
    ShellCommand(
      "ingest", "ingerer", argument: Both("PATH", "CHEMIN"), completing: .files,
      summary: Both("read communiqués into the store", "lire des communiqués dans la base"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.ingest(argument) }),
    ShellCommand(
      "read", "lire", argument: Both("FILE", "FICHIER"), completing: .files,
      summary: Both("run the lines of a file", "exécuter les lignes d'un fichier"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.read(argument) }),
  ]

  private static let session: [ShellCommand] = [
    ShellCommand(
      "history", "historique", argument: Both("[N]", "[N]"), summary: Both("past lines", "lignes passées"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.showHistory(argument) }),
    ShellCommand(
      "help", "aide", argument: Both("[TOPIC]", "[SUJET]"), completing: .helpTopics,
      summary: Both("this help, or a command's", "cette aide, ou celle d'une commande"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.help(argument) }),
    ShellCommand(
      "quit", "quitter", "exit", "q", summary: Both("leave (also Ctrl-D)", "quitter (ou Ctrl-D)"),
      run: { shell, _ throws(KnowledgeBaseError) in shell.isDone = true }),
  ]
}
