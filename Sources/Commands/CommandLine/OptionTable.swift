/// All options. To add one: name it in `OptionName`, declare it here, list it at the commands that take it.
///
/// Two options may share a spelling where no command takes both: `--date` of `kb query` is a filter, that of `kb ingest`
/// says when the document was published.
enum OptionTable {
  static let all: [OptionDeclaration] = global + search + metadata + display + wordings + upkeep + manyFiles

  /// Taken by every command.
  static let global: [OptionDeclaration] = [
    OptionDeclaration(
      .database, "db", "database", french: "base", value: .file,
      help: Both(
        "the store (default: $KB_DATABASE, else $XDG_DATA_HOME/kb/communiques.db)",
        "la base (par défaut : $KB_DATABASE, sinon $XDG_DATA_HOME/kb/communiques.db)")),
    OptionDeclaration(
      .lang, "lang", "interface", value: .choice(languages),
      help: Both(
        "language of help, labels and messages (default: KB_LANG, LC_ALL, LC_MESSAGES, LANG)",
        "langue de l'aide, des libellés et des messages (par défaut : KB_LANG, LC_ALL, LC_MESSAGES, LANG)")),
    OptionDeclaration(
      .color, "color", "colour", french: "couleur",
      value: .choice([
        .init("auto", help: Both("at a terminal", "dans un terminal")),
        .init("always", "toujours", help: Both("in any case", "dans tous les cas")),
        .init("never", "jamais", help: Both("not at all", "pas du tout")),
      ]),
      help: Both(
        "when to use colour (auto also respects NO_COLOR and TERM=dumb)",
        "quand employer la couleur (auto respecte aussi NO_COLOR et TERM=dumb)")),
    OptionDeclaration(
      .noColor, "no-color", "no-colour", french: "sans-couleur",
      help: Both("short for --color never", "comme --color never")),
    OptionDeclaration(
      .noPager, "no-pager", french: "sans-pagination",
      help: Both("print long results without a pager", "afficher les longs résultats sans les paginer")),
    OptionDeclaration(
      .quiet, "quiet", french: "silencieux", short: "q",
      help: Both("print results and errors only", "n'afficher que les résultats et les erreurs")),
    OptionDeclaration(
      .help, "help", french: "aide", short: "h", help: Both("show help, of a command or of all", "afficher l'aide")),
    OptionDeclaration(
      .version, "version", short: "V",
      help: Both(
        "show the versions of kb, SQLite and the vocabulary", "afficher les versions (kb, SQLite, vocabulaire)")),
  ]

  static let search: [OptionDeclaration] = [
    OptionDeclaration(
      .country, "country", "party", french: "pays", short: "c", value: .country, repeats: true,
      help: Both(
        "bound party: name, demonym, capital or code; several mean any of them",
        "partie engagée : nom, gentilé, capitale ou code ; plusieurs : l'une d'elles")),
    OptionDeclaration(
      .domain, "domain", "sector", "secteur", french: "domaine", short: "d", value: .domain, repeats: true,
      help: Both(
        "field of policy (`kb domains` lists them); several mean any of them",
        "domaine d'action (liste : `kb domains`) ; plusieurs : l'un d'eux")),
    OptionDeclaration(
      .since, "since", "from", french: "depuis", value: .date,
      help: Both("from this date on: 2022, 2022-06, \"June 2022\"", "à partir de : 2022, 2022-06, « juin 2022 »")),
    OptionDeclaration(
      .until, "until", "jusqua", french: "jusqu", value: .date,
      help: Both("up to and including this date", "jusqu'à cette date comprise")),
    OptionDeclaration(
      .on, "on", "date", french: "le", value: .date,
      help: Both("on this day, in this month or year", "ce jour, ce mois ou cette année")),
    OptionDeclaration(
      .language, "language", french: "langue", value: .choice(languages), repeats: true,
      help: Both("language of the communiqué", "langue du communiqué")),
    OptionDeclaration(
      .strength, "strength", french: "force", value: .text(Both("STRENGTH", "FORCE")), repeats: true,
      help: Both(
        "firmness: exploratory, intended, committed, decided, binding; also >=committed",
        "fermeté : exploratory, intended, committed, decided, binding ; aussi >=committed")),
    OptionDeclaration(
      .kind, "kind", french: "type",
      value: .choice([
        .init("commitment", "engagement", help: Both("an action undertaken", "une action promise")),
        .init("instrument", help: Both("a document concluded", "un document conclu")),
      ]), repeats: true,
      help: Both("commitment or instrument", "commitment (engagement) ou instrument")),
    OptionDeclaration(
      .publisher, "publisher", "source", french: "editeur", value: .publisher, repeats: true,
      help: Both("outlet or office that published it", "média ou service qui l'a publié")),
    OptionDeclaration(
      .title, "title", french: "titre", value: .text(Both("WORDS", "MOTS")),
      help: Both("words of the communiqué's title", "mots du titre du communiqué")),
    OptionDeclaration(
      .exact, "exact", short: "x",
      help: Both(
        "these very words: no inflections, no translations", "ces mots mêmes : ni flexions, ni traductions")),
  ]

  /// What is known of documents besides their text.
  static let metadata: [OptionDeclaration] = [
    OptionDeclaration(
      .documentDate, "date", value: .date,
      help: Both("the day they were published", "le jour de leur publication")),
    OptionDeclaration(
      .documentPublisher, "publisher", "source", french: "editeur", value: .publisher,
      help: Both("who published them", "qui les a publiés")),
    OptionDeclaration(
      .documentTitle, "title", french: "titre", value: .text(Both("TITLE", "TITRE")),
      help: Both("their title", "leur titre")),
    OptionDeclaration(
      .documentLanguage, "language", french: "langue", value: .choice(languages),
      help: Both("their language, where it is not to be guessed", "leur langue, au lieu de la deviner")),
    OptionDeclaration(
      .documentURL, "url", french: "adresse", value: .text(Both("URL", "URL")),
      help: Both("where they were published", "où ils ont été publiés")),
  ]

  static let display: [OptionDeclaration] = [
    OptionDeclaration(
      .format, "format", "mode", short: "f", value: .choice(OutputFormat.choices),
      help: Both(
        "cards, table, json, jsonl, csv, tsv, markdown (default: cards at a terminal, tsv in a pipe)",
        "cards, table, json, jsonl, csv, tsv, markdown (par défaut : cards au terminal, tsv sinon)")),
    OptionDeclaration(
      .limit, "limit", french: "limite", short: "n", value: .number(minimum: 0),
      help: Both("at most N results (default 20)", "au plus N résultats (20 par défaut)")),
    OptionDeclaration(
      .offset, "offset", french: "decalage", value: .number(minimum: 0),
      help: Both("leave out the first N results", "passer les N premiers résultats")),
    OptionDeclaration(
      .sort, "sort", "order", french: "tri",
      value: .choice([
        .init("date", help: Both("newest first", "les plus récents d'abord")),
        .init("relevance", "pertinence", help: Both("best match first", "les plus pertinents d'abord")),
      ]),
      help: Both("date (newest first) or relevance", "date (les plus récents d'abord) ou relevance (pertinence)")),
    OptionDeclaration(
      .count, "count", french: "nombre", help: Both("print only how many there are", "n'afficher que leur nombre")),
    OptionDeclaration(
      .facets, "facets", french: "facettes",
      help: Both(
        "count the matches by domain, country and year", "compter les résultats par domaine, pays et année")),
    OptionDeclaration(
      .noHeader, "no-header", french: "sans-entete",
      help: Both("csv and tsv without the line of column names", "csv et tsv sans la ligne de noms de colonnes")),
    OptionDeclaration(
      .exitStatus, "exit-status", help: Both("exit 1 where nothing matches", "code 1 si rien ne correspond")),
    OptionDeclaration(
      .timeout, "timeout", french: "delai", value: .number(minimum: 1),
      help: Both("give up after N seconds", "abandonner après N secondes")),
    OptionDeclaration(
      .allVersions, "all-versions", french: "toutes-versions",
      help: Both(
        "show and count each version of an agreement (default: once, in the language of the interface where it can be)",
        "montrer et compter chaque version d'un engagement (par défaut : une seule, si possible dans la langue de "
          + "l'interface)")),
    OptionDeclaration(
      .explain, "explain", french: "expliquer",
      help: Both(
        "print the text marked up: agreements, what decided, what was set aside",
        "afficher le texte annoté : engagements, indices, passages écartés")),
  ]

  static let upkeep: [OptionDeclaration] = [
    OptionDeclaration(
      .dryRun, "dry-run", french: "essai",
      help: Both("read and analyse, but store nothing", "lire et analyser sans rien enregistrer")),
    OptionDeclaration(
      .again, "again", french: "encore",
      help: Both(
        "read anew also what has not changed, as after an update of kb",
        "relire aussi ce qui n'a pas changé, comme après une mise à jour de kb")),
    OptionDeclaration(
      .rebuild, "rebuild", french: "reconstruire",
      help: Both("rebuild the index from the stored documents", "reconstruire l'index à partir des documents")),
    OptionDeclaration(
      .yes, "yes", french: "oui", short: "y", help: Both("do not ask", "ne pas demander confirmation")),
    // At commands that search, --force is the French --strength.
    OptionDeclaration(
      .force, "force", french: "forcer",
      help: Both("replace a file that is there already", "remplacer un fichier qui existe déjà")),
    OptionDeclaration(
      .output, "output", french: "sortie", short: "o", value: .file,
      help: Both(
        "the file to write, for your eyes alone (default: standard output)",
        "le fichier à écrire, lisible par vous seul (par défaut : la sortie standard)")),
    OptionDeclaration(
      .exportFormat, "format", short: "f", value: .choice(TransferFormat.choices),
      help: Both(
        "jsonl (default) or sqlite, which `kb import` reads; csv or jsonld, for other programs",
        "jsonl (par défaut) ou sqlite, que `kb import` relit ; csv ou jsonld, pour d'autres programmes")),
  ]

  static let manyFiles: [OptionDeclaration] = [
    OptionDeclaration(
      .sinceLast, "since-last", french: "nouveaux",
      help: Both(
        "only files that are new, or whose size or time differ from when they were last read",
        "seulement les fichiers nouveaux, ou dont la taille ou l'heure ont changé depuis leur lecture")),
    OptionDeclaration(
      .versions, "versions",
      help: Both("also what newer versions have replaced", "aussi ce que de nouvelles versions ont remplacé")),
    OptionDeclaration(
      .filesFrom, "files-from", french: "liste", value: .file, repeats: true,
      help: Both(
        "also read the files that FILE names, one a line (or ended by NUL); - is standard input",
        "lire aussi les fichiers nommés dans FICHIER, un par ligne (ou séparés par NUL) ; - est l'entrée standard")),
    OptionDeclaration(
      .null, "null", short: "0",
      help: Both("names in --files-from end with NUL, not lines", "les noms de --liste finissent par NUL")),
    OptionDeclaration(
      .jobs, "jobs", french: "taches", short: "j", value: .number(minimum: 1),
      help: Both(
        "how many threads read and analyse (default: one a core, at most 16)",
        "nombre de fils de lecture et d'analyse (par défaut : un par cœur, 16 au plus)")),
    OptionDeclaration(
      .report, "report", french: "rapport", value: .file,
      help: Both(
        "list the files that were not taken in, with the reason: tab-separated, or JSON lines for a name in .jsonl",
        "énumérer les fichiers écartés, avec la raison : tabulé, ou JSON par ligne si le nom finit par .jsonl")),
  ]

  static let wordings: [OptionDeclaration] = [
    OptionDeclaration(
      .pageFormat, "format", "mode", short: "f", value: .choice(SheetFormat.choices),
      help: Both(
        "cards, table, json, jsonl, csv, tsv, markdown, html (default: cards at a terminal, tsv in a pipe; show: cards)",
        "cards, table, json, jsonl, csv, tsv, markdown, html (par défaut : cards au terminal, tsv sinon ; show : cards)"
      )),
    OptionDeclaration(
      .parallel, "parallel", french: "parallele",
      help: Both("beside its wordings in linked documents", "à côté de ses formulations dans les documents liés")),
    OptionDeclaration(
      .parties, "parties", "between", "entre", value: .text(Both("NAME,NAME", "NOM,NOM")),
      help: Both(
        "exactly these, joined by commas: CHN,KAZ", "celles-ci exactement, séparées par des virgules : CHN,KAZ")),
    OptionDeclaration(
      .linkKind, "as", french: "comme",
      value: .choice([
        .init("version", help: Both("one event in two languages", "un événement en deux langues")),
        .init("duplicate", "doublon", help: Both("the same text elsewhere", "le même texte ailleurs")),
      ]),
      help: Both("version (default) or duplicate", "version (par défaut) ou duplicate (doublon)")),
  ]

  private static let languages: [ValueKind.Choice] = [
    .init("fr", "français", "french", help: Both("French", "français")),
    .init("en", "english", "anglais", help: Both("English", "anglais")),
  ]

  static func declaration(_ id: OptionName) -> OptionDeclaration? { all.first { $0.id == id } }
}
