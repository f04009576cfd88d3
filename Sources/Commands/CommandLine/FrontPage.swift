extension HelpPage {
  /// `kb help`: what it is, examples, commands, where to read on.
  static var front: HelpPage {
    HelpPage(
      title: Both(
        "kb: what states promise each other in their communiqués, in French and English",
        "kb : ce que les États se promettent dans leurs communiqués, en français et en anglais"),
      sections: [
        Section(heading: Words.help.examples, entries: frontExamples),
        Section(
          heading: Words.help.commands,
          entries: CommandTable.all.map { command in
            let french = command.aliases.first.map { "\(command.name), \($0)" } ?? command.name
            return .term(Both(command.name, french), command.summary)
          }),
        Section(heading: Words.help.globalOptions, entries: OptionTable.global.map(Self.entry)),
        Section(
          heading: Words.help.more,
          entries: [
            .example(
              "kb help COMMAND", Both("help of one command, examples first", "aide d'une commande, exemples d'abord"))
          ] + HelpTopic.all.map { .example("kb help " + $0.name, $0.page.title) }),
      ])
  }

  private static let frontExamples: [Entry] = [
    .example("kb ingest communiques/", Both("read a folder into the store", "lire un dossier dans la base")),
    .example(
      "kb query --country Kazakhstan --domain energy",
      Both("who promised what, with the words that say so", "qui a promis quoi, et les mots qui le disent")),
    .example(
      "kb query --pays kazakhstan --domaine énergie --depuis 2022",
      Both("the same question in French", "la même question en français")),
    .example("kb show 42", Both("one agreement in its paragraph", "un engagement dans son paragraphe")),
    .example(
      "kb", Both("the shell, to ask one question after another", "l'interpréteur, pour enchaîner les questions")),
  ]
}

/// A page of help that is no command's.
struct HelpTopic: Sendable {
  let name: String
  let aliases: [String]
  let page: HelpPage

  static let all: [HelpTopic] = [queryLanguage, exitCodes, environment]

  static func named(_ name: String) -> HelpTopic? {
    let wanted = Matching.folded(name)
    return all.first { $0.name == wanted || $0.aliases.contains(wanted) }
  }

  static let exitCodes = HelpTopic(
    name: "exit-codes", aliases: ["codes", "codes-de-retour"],
    page: HelpPage(
      title: Words.help.exitCodes,
      sections: [
        HelpPage.Section(
          heading: Words.help.exitCodes,
          entries: ExitStatus.allCases.map { .term(Both("\($0.rawValue)", "\($0.rawValue)"), $0.meaning) })
      ]))

  static let environment = HelpTopic(
    name: "environment", aliases: ["environnement"],
    page: HelpPage(
      title: Both("Environment variables and files", "Variables d'environnement et fichiers"),
      sections: [
        HelpPage.Section(
          heading: Both("Environment", "Environnement"),
          entries: [
            term("KB_DATABASE", "the store, unless --db names it", "la base, sauf --db"),
            term("KB_LANG", "language of the interface: fr or en", "langue de l'interface : fr ou en"),
            term(
              "LC_ALL, LC_MESSAGES, LANG", "the same, where neither KB_LANG nor the settings decide",
              "de même, si ni KB_LANG ni les réglages ne décident"),
            term(
              "PAGER", "the pager of long results (default: less -FIRX)",
              "le paginateur des longs résultats (par défaut : less -FIRX)"),
            term("NO_COLOR", "no colours, where set and not empty", "pas de couleurs, si elle n'est pas vide"),
          ]),
        HelpPage.Section(
          heading: Both("Files", "Fichiers"),
          entries: [
            term("$XDG_DATA_HOME/kb/communiques.db", "the store", "la base"),
            term("$XDG_CONFIG_HOME/kb/config", "the settings (see `kb config`)", "les réglages (voir `kb config`)"),
            term("$XDG_STATE_HOME/kb/history", "the shell's history", "l'historique de l'interpréteur"),
          ]),
      ]))

  private static func term(_ name: String, _ english: String, _ french: String) -> HelpPage.Entry {
    .term(Both(name, name), Both(english, french))
  }

  static let queryLanguage = HelpTopic(
    name: "query-language", aliases: ["query-syntax", "langage", "syntaxe"],
    page: HelpPage(
      title: Both("The query language", "Le langage de recherche"),
      sections: [
        HelpPage.Section(
          heading: Words.help.examples,
          entries: [
            .example("visa exemption", Both("both words, in either language", "les deux mots, dans les deux langues")),
            .example("\"silk road\"", Both("these words in a row", "ces mots à la suite")),
            .example("country:kazakhstan domain:energy", Both("fields in English …", "champs en anglais …")),
            .example("pays:kazakhstan domaine:énergie", Both("… or French", "… ou en français")),
            .example("country:china country:france", Both("one or the other", "l'un ou l'autre")),
            .example("-domain:trade", Both("but no trade", "sauf le commerce")),
            .example("date:2022-06..2023", Both("June 2022 to the end of 2023", "de juin 2022 à fin 2023")),
            .example("strength:>=committed", Both("firm undertakings", "engagements fermes")),
            .example("(visa or consulat*) publisher:Xinhua", Both("groups, word starts", "groupes, débuts de mots")),
          ]),
        HelpPage.Section(
          heading: Both("Fields", "Champs"),
          entries: QueryFields.all.map { .term(Both($0.english, $0.french), $0.help) }),
      ]))
}
