/// Every word of the interface, in both languages, by topic. Help of commands and options stands with their
/// declarations; everything else is here.
///
/// The structs have one stored property a text, so that a test can walk over all of them.
enum Words {
  static let error = ErrorWords()
  static let label = LabelWords()
  static let result = ResultWords()
  static let help = HelpWords()
  static let store = StoreWords()
  static let check = CheckWords()
  static let shell = ShellWords()
  static let ingest = IngestWords()
  static let link = LinkWords()
  static let reading = ReadingWords()
  static let transfer = TransferWords()
}

/// Labels of fields and values.
struct LabelWords: Sendable {
  let date = Both("Date", "Date")
  let dueOn = Both("Due", "Échéance")
  let parties = Both("Parties", "Parties")
  let domain = Both("Domain", "Domaine")
  let domains = Both("Domains", "Domaines")
  let strength = Both("Firmness", "Fermeté")
  let kind = Both("Kind", "Nature")
  let mutuality = Both("Bound", "Portée")
  let amounts = Both("Amounts", "Montants")
  let instruments = Both("Instruments", "Instruments")
  let speaker = Both("Speaker", "Orateur")
  let language = Both("Language", "Langue")
  let text = Both("Text", "Texte")
  let title = Both("Title", "Titre")
  let publisher = Both("Publisher", "Éditeur")
  let file = Both("File", "Fichier")
  let source = Both("Source", "Source")
  let publishedOn = Both("Published", "Publié le")
  let heldOn = Both("Held", "Tenu le")
  let agreements = Both("Agreements", "Engagements")
  let count = Both("Count", "Nombre")
  let country = Both("Country", "Pays")
  let year = Both("Year", "Année")
  let month = Both("Month", "Mois")
  let pair = Both("Pair", "Couple")
  let code = Both("Code", "Code")
  let name = Both("Name", "Nom")
  let version = Both("Version", "Version")
  let replacedOn = Both("Replaced", "Remplacé le")
  let versions = Both("Versions", "Versions")
  let otherVersions = Both("other version: id {0}", "autre version : id {0}")
  let duplicates = Both("Duplicates", "Doublons")
  let identifier = Both("ID", "N°")
  let start = Both("Start", "Début")
  let end = Both("End", "Fin")
  let day = Both("day", "jour")
  let quarter = Both("quarter", "trimestre")
  let half = Both("half-year", "semestre")
  let bytes = Both("bytes {0}–{1}", "octets {0} à {1}")
  let page = Both("page {0}", "page {0}")
  let paragraph = Both("paragraph {0}", "paragraphe {0}")
  let document = Both("Document", "Document")
  let reasons = Both("Why it was read so", "Pourquoi cette lecture")
  let noReasons = Both("no reasons were kept", "aucune raison n'a été conservée")
  let setAside = Both("Set aside in the document", "Écarté dans le document")
  let deadline = Both("{0} ({1})", "{0} ({1})")
  let facet = Both("By", "Par")
  let value = Both("Value", "Valeur")
  let check = Both("Check", "Contrôle")
  let state = Both("State", "État")
  let detail = Both("Detail", "Détail")

  let exploratory = Both("exploratory", "à l'étude")
  let intended = Both("intended", "intention")
  let committed = Both("committed", "promis")
  let decided = Both("decided", "décidé")
  let binding = Both("binding", "obligatoire")

  let commitment = Both("commitment", "engagement")
  let instrument = Both("instrument", "instrument")
  let joint = Both("joint", "conjoint")
  let unilateral = Both("unilateral", "unilatéral")
  let reciprocal = Both("reciprocal", "réciproque")

  let french = Both("French", "français")
  let english = Both("English", "anglais")
  let unknownLanguage = Both("neither French nor English", "ni français ni anglais")
  let undated = Both("undated", "sans date")
  let noParty = Both("no party found", "aucune partie trouvée")
  let untitled = Both("untitled", "sans titre")
  let passed = Both("ok", "ok")
  let failed = Both("FAILED", "ÉCHEC")
}

/// Words around results.
struct ResultWords: Sendable {
  let agreements = Counted(one: Both("agreement", "engagement"), several: Both("agreements", "engagements"))
  let documents = Counted(one: Both("document", "document"), several: Both("documents", "documents"))
  let files = Counted(one: Both("file", "fichier"), several: Both("files", "fichiers"))
  let shownOf = Both("{0} of {1}", "{0} sur {1}")
  let countedOnce = Both(
    "Each agreement is counted once, whatever its versions; {0} with {1}.",
    "Chaque engagement est compté une fois, quelles que soient ses versions ; {0} avec {1}.")
  let refineBy = Both("Refine: {0}", "Affiner : {0}")
  let nextInShell = Both(
    ".next for more, .show N for one in its text", ".suite pour continuer, .voir N pour en lire un")
  let nextOnCommandLine = Both("More: --offset {0}", "Suite : --offset {0}")
  let rebuilt = Both("The index was rebuilt.", "L'index a été reconstruit.")
  let vocabulary = Both("vocabulary {0}", "vocabulaire {0}")
  let noAgreement = Both("{0}: no agreement found.", "{0} : aucun engagement trouvé.")
  let unknownLanguage = Both(
    "{0}: neither French nor English, so nothing was read from it.",
    "{0} : ni français ni anglais, rien n'en a été tiré.")
}

/// Words of help pages.
struct HelpWords: Sendable {
  let usage = Both("Usage", "Usage")
  let examples = Both("Examples", "Exemples")
  let options = Both("Options", "Options")
  let globalOptions = Both("Options of every command", "Options de toutes les commandes")
  let commands = Both("Commands", "Commandes")
  let arguments = Both("Arguments", "Arguments")
  let alsoCalled = Both("Also called", "Autres noms")
  let details = Both("Good to know", "Bon à savoir")
  let more = Both("More help", "Pour en savoir plus")
  let configuration = Both(
    "Settings of kb, in {0}. Remove the # before a setting to change it.",
    "Réglages de kb, dans {0}. Enlever le # devant un réglage pour le changer.")
  let exitCodes = Both("Exit codes", "Codes de retour")
  let seeHelp = Both("See `{0}`.", "Voir `{0}`.")
}
