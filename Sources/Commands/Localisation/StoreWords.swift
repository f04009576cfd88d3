/// What goes wrong with stores and questions, in both languages.
struct StoreWords: Sendable {
  let notFound = Both("{0}: there is no store yet.", "{0} : il n'y a pas encore de base.")
  let notAStore = Both("{0}: is not a store of kb.", "{0} : n'est pas une base de kb.")
  let newerStore = Both(
    "{0}: was made by a newer kb (its format is {1}; this one knows {2}). Update kb.",
    "{0} : a été créée par un kb plus récent (format {1} ; celui-ci connaît {2}). Mettez kb à jour.")
  let olderStore = Both(
    "{0}: was made by an older kb (its format is {1}; this one has {2}). To bring it up to date: kb doctor --rebuild",
    "{0} : a été créée par un kb plus ancien (format {1} ; le format actuel est {2}). Pour l'actualiser : kb doctor --rebuild"
  )
  let otherVocabulary = Both(
    "The index was made with another vocabulary. To bring it up to date: kb doctor --rebuild",
    "L'index a été fait avec un autre vocabulaire. Pour l'actualiser : kb doctor --rebuild")
  let busy = Both(
    "{0}: another process is writing to it. Try again.", "{0} : un autre processus y écrit. Réessayez.")
  let readOnly = Both("{0}: may not be written.", "{0} : écriture non autorisée.")
  let cannotOpen = Both("{0}: cannot be opened ({1}).", "{0} : ouverture impossible ({1}).")
  let unreadableLog = Both(
    "{0}: its last writes are in {0}-wal, which cannot be read in a folder that may not be written. Copy both elsewhere.",
    "{0} : les dernières écritures sont dans {0}-wal, illisible dans un dossier protégé en écriture. Copiez les deux ailleurs."
  )
  let diskFull = Both(
    "{0}: the disk is full, or a limit is reached. What was stored before is safe; make room and start again.",
    "{0} : le disque est plein, ou une limite est atteinte. Ce qui était enregistré est sauf ; faites de la place et recommencez."
  )
  let diskFails = Both("{0}: cannot be read or written ({1}).", "{0} : lecture ou écriture impossible ({1}).")
  let damaged = Both(
    "{0}: is damaged ({1}). See `kb doctor`.", "{0} : est endommagée ({1}). Voir `kb doctor`.")
  let interrupted = Both("interrupted.", "interrompu.")
  let timedOut = Both("gave up: it took longer than the time limit.", "abandon : délai dépassé.")
  let sqlite = Both("SQLite error {0}: {1}", "erreur SQLite {0} : {1}")

  let firstSteps = Both(
    """
    Make a store from a folder of communiqués:  kb ingest FOLDER
    Then ask:  kb query --country Kazakhstan --domain energy
    or open the shell:  kb shell    More:  kb help
    """,
    """
    Créez une base avec un dossier de communiqués :  kb ingest DOSSIER
    Puis interrogez :  kb query --pays Kazakhstan --domaine énergie
    ou ouvrez l'interpréteur :  kb shell    Pour en savoir plus :  kb help
    """)

  // The query language
  let unknownField = Both("there is no field “{0}”.", "il n'y a pas de champ « {0} ».")
  let unknownCountry = Both("unknown country or organisation “{0}”.", "pays ou organisation inconnu : « {0} ».")
  let unknownDomain = Both("unknown domain “{0}”.", "domaine inconnu : « {0} ».")
  let unknownLanguage = Both("unknown language “{0}”.", "langue inconnue : « {0} ».")
  let unknownStrength = Both("unknown firmness “{0}”.", "degré de fermeté inconnu : « {0} ».")
  let unknownKind = Both("unknown kind “{0}”.", "nature inconnue : « {0} ».")
  let badDate = Both("“{0}” is no date.", "« {0} » n'est pas une date.")
  let ambiguousDate = Both(
    "“{0}” may be read in two ways.", "« {0} » peut se lire de deux façons.")
  let backwardRange = Both("“{0}” ends before it starts.", "« {0} » finit avant de commencer.")
  let badIdentifier = Both("“{0}” is no identifier (a number above zero).", "« {0} » n'est pas un numéro.")
  let badParties = Both(
    "“{0}”: name the parties with + between them, as in CHN+KAZ.",
    "« {0} » : indiquez les parties séparées par +, comme CHN+KAZ.")
  let emptyValue = Both("“{0}:” needs a value.", "« {0}: » demande une valeur.")
  let unbalancedQuote = Both("a quotation mark is not closed.", "un guillemet n'est pas fermé.")
  let unbalancedParenthesis = Both("a parenthesis has no partner.", "une parenthèse est seule.")
  let missingOperand = Both("“{0}” has nothing to join.", "« {0} » n'a rien à relier.")
  let tooDeep = Both("more than {0} groups inside one another.", "plus de {0} groupes imbriqués.")

  // Nothing found
  let noMatch = Both("No match.", "Aucun résultat.")
  let emptyStore = Both(
    "The store is empty. Fill it with: kb ingest FOLDER", "La base est vide. Pour la remplir : kb ingest DOSSIER")
  let partWithout = Both("{0}: no match by itself.", "{0} : aucun résultat à lui seul.")
  let partAlone = Both("{0}: {1} by itself.", "{0} : {1} à lui seul.")
  let respelled = Both("Spelled {0}: {1}.", "Avec l'orthographe {0} : {1}.")
  let withoutPart = Both("Without {0}: {1}.", "Sans {0} : {1}.")
  let anyWord = Both("With any of the words: {0}  ({1})", "Avec l'un des mots : {0}  ({1})")
  let notExact = Both("Without --exact: {0}.", "Sans --exact : {0}.")

  let noAgreement = Both("there is no agreement {0}.", "il n'y a pas d'engagement {0}.")
  let noDocument = Both("there is no document {0}.", "il n'y a pas de document {0}.")
}
