import KnowledgeBase

/// The commands of the shell, in the order of `.help`.
enum ShellCommandTable {
  /// Summaries are short: two columns of all of them make one screen of `.help`.
  static let all: [ShellCommand] = results + questions + lists + settings + files + session

  private static let number = Both("N", "N")

  private static let results: [ShellCommand] = [
    ShellCommand(
      "show", "voir", argument: number,
      summary: Both("one in its paragraph", "un, dans son paragraphe"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.show(argument) }),
    ShellCommand(
      "source", "texte", argument: number,
      summary: Both("its whole communiqué", "son communiqué entier"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.showSource(argument) }),
    ShellCommand(
      "parallel", "parallèle", argument: number,
      summary: Both("beside its other versions", "avec ses autres versions"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.parallel(argument) }),
    ShellCommand(
      "history-of", "historique-de", argument: number,
      summary: Both("what became of it", "ce qu'il est devenu"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.historyOf(argument) }),
    ShellCommand(
      "explain", "expliquer", argument: number, summary: Both("why it was read so", "pourquoi cette lecture"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.explain(argument) }),
    ShellCommand(
      "cite", "citer", argument: Both("N [STYLE]", "N [STYLE]"),
      completing: .words(CitationStyle.allCases.map(\.rawValue)),
      summary: Both("chicago, apa, bibtex …", "chicago, apa, bibtex …"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.cite(argument) }),
    ShellCommand(
      "next", "suite", "suivant", summary: Both("more results", "résultats suivants"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.turn(by: 1) }),
    ShellCommand(
      "prev", "précédent", "previous", summary: Both("the results before", "résultats précédents"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.turn(by: -1) }),
  ]

  private static let questions: [ShellCommand] = [
    ShellCommand(
      "refine", "affiner", argument: Both("QUERY", "FILTRE"), completing: .question,
      summary: Both("narrow the question", "resserrer la question"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.refine(argument) }),
    ShellCommand(
      "back", "retour", summary: Both("the question before", "la question d'avant"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.back() }),
    ShellCommand(
      "last", "dernier", summary: Both("the results again", "revoir les résultats"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.turn(by: 0) }),
    ShellCommand(
      "facets", "facettes", argument: Both("[BY]", "[PAR]"), completing: .words(Facet.allCases.map(\.rawValue)),
      summary: Both("count the results", "décompter les résultats"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.facets(argument) }),
    ShellCommand(
      "save", "garder", argument: Both("[NAME]", "[NOM]"),
      summary: Both("keep as query:NAME", "garder : query:NOM"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.save(argument) }),
  ]

  private static let lists: [ShellCommand] = [
    ShellCommand(
      "countries", "pays", summary: Both("states, organisations", "États, organisations"),
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
      "documents", "communiqués", summary: Both("the communiqués", "les communiqués"),
      run: { shell, _ throws(KnowledgeBaseError) in
        let documents = try shell.opened().documents()
        shell.write(DocumentListing.listing(documents, language: shell.context.language))
      }),
    ShellCommand(
      "stats", "bilan", summary: Both("the store in figures", "la base en chiffres"),
      run: { shell, _ throws(KnowledgeBaseError) in try shell.stats() }),
  ]

  private static let settings: [ShellCommand] = [
    ShellCommand(
      "mode", "affichage", "format", argument: Both("[MODE]", "[MODE]"),
      completing: .words(OutputFormat.all.map(\.name)),
      summary: Both("cards, table, json …", "cards, table, json …"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setMode(argument) }),
    ShellCommand(
      "lang", "langue", argument: Both("fr|en", "fr|en"), completing: .words(["fr", "en"]),
      summary: Both("interface language", "langue d'interface"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setLanguage(argument) }),
    ShellCommand(
      "versions", "variantes", argument: Both("[MODE]", "[MODE]"),
      completing: .words(["all", "once", "toutes", "une"]),
      summary: Both("versions: all, once", "versions : toutes, une"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setVersions(argument) }),
    ShellCommand(
      "sort", "tri", argument: Both("[ORDER]", "[ORDRE]"), completing: .words(["date", "relevance"]),
      summary: Both("order of results", "ordre des résultats"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setOrder(argument) }),
    ShellCommand(
      "limit", "limite", argument: Both("[N]", "[N]"), summary: Both("results at once", "résultats à la fois"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setLimit(argument) }),
  ]

  private static let files: [ShellCommand] = [
    ShellCommand(
      "output", "sortie", argument: Both("[FILE]", "[FICHIER]"), completing: .files,
      summary: Both("results to a file", "écrire dans un fichier"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.setOutput(argument) }),
    ShellCommand(
      "ingest", "ingérer", argument: Both("PATH", "CHEMIN"), completing: .files,
      summary: Both("take communiqués in", "lire des communiqués"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.ingest(argument) }),
    ShellCommand(
      "read", "lire", argument: Both("FILE", "FICHIER"), completing: .files,
      summary: Both("run a file's lines", "exécuter un fichier"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.read(argument) }),
  ]

  private static let session: [ShellCommand] = [
    ShellCommand(
      "history", "historique", argument: Both("[N]", "[N]"), summary: Both("past lines", "lignes passées"),
      run: { shell, argument throws(KnowledgeBaseError) in shell.showHistory(argument) }),
    ShellCommand(
      "help", "aide", argument: Both("[TOPIC]", "[SUJET]"), completing: .helpTopics,
      summary: Both("help, or on a topic", "aide, ou sur un sujet"),
      run: { shell, argument throws(KnowledgeBaseError) in try shell.help(argument) }),
    ShellCommand(
      "quit", "quitter", "exit", "q", summary: Both("leave (also Ctrl-D)", "quitter (ou Ctrl-D)"),
      run: { shell, _ throws(KnowledgeBaseError) in shell.isDone = true }),
  ]
}
