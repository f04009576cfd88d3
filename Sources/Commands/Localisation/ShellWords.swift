/// Words of the shell.
struct ShellWords: Sendable {
  let greeting = Both("kb {0} · {1} · .help for help", "kb {0} · {1} · .aide pour l'aide")
  let noStore = Both(
    """
    There is no store yet. To make one from a folder of communiqués:  .ingest FOLDER
    Then type words to search for, or a question such as  country:kazakhstan domain:energy
    .help shows all there is, .quit leaves.
    """,
    """
    Il n'y a pas encore de base. Pour en créer une avec un dossier de communiqués :  .ingest DOSSIER
    Puis tapez des mots à chercher, ou une question comme  pays:kazakhstan domaine:énergie
    .aide montre tout le reste, .quitter termine.
    """)
  let unknownCommand = Both("unknown command “{0}”. .help lists all.", "commande inconnue : « {0} ». .aide les liste.")
  let allVersions = Both("each version is shown.", "chaque version est montrée.")
  let versionsOnce = Both(
    "each agreement is shown once, in English where it can be.",
    "chaque engagement est montré une fois, si possible en français.")
  let noNumber = Both("{0} needs the number of a result.", "{0} demande le numéro d'un résultat.")
  let noSuchResult = Both("there is no result {0}.", "il n'y a pas de résultat {0}.")
  let noQuestion = Both("ask something first.", "posez d'abord une question.")
  let noMore = Both("no more results.", "plus de résultats.")
  let noEarlier = Both("these are the first results.", "ce sont les premiers résultats.")
  let noBack = Both("there is no question before this one.", "il n'y a pas de question avant celle-ci.")
  let question = Both("Question: {0}", "Question : {0}")
  let everything = Both("everything", "tout")
  let saved = Both("Kept as query:{0}", "Gardé : query:{0}")
  let noSaved = Both(
    "no question is kept; .save NAME keeps the last.", "aucune question gardée ; .garder NOM garde la dernière.")
  let badName = Both(
    "“{0}” is no name: use letters, digits, - and _.", "« {0} » n'est pas un nom : lettres, chiffres, - et _.")
  let mode = Both("mode: {0}", "affichage : {0}")
  let language = Both("language: English", "langue : français")
  let order = Both("sort: {0}", "tri : {0}")
  let automatic = Both("by the question", "selon la question")
  let limit = Both("limit: {0}", "limite : {0}")
  let outputTo = Both("results go to {0}", "les résultats vont dans {0}")
  let outputBack = Both("results are shown here again", "les résultats s'affichent de nouveau ici")
  let needsPath = Both("{0} needs a file or folder.", "{0} demande un fichier ou un dossier.")
  let helpTitle = Both("Type words to search, or fields:", "Tapez des mots à chercher, ou des champs :")
  let helpCommands = Both("Commands", "Commandes")
  let helpMore = Both(
    ".help query-language tells all about questions; Tab completes.",
    ".aide langage dit tout des questions ; Tab complète.")
  let moreCandidates = Both("… and {0} more", "… et {0} autres")
}
