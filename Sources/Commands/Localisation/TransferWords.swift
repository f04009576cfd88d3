/// Words of removal, backup, export and import.
struct TransferWords: Sendable {
  // Removal
  let removes = Both("To be removed:", "À supprimer :")
  let removed = Both("Removed:", "Supprimé :")
  let documentLine = Both("{0}  {1} · {2} · {3}", "{0}  {1} · {2} · {3}")
  let askRemoval = Both("Remove {0} with {1}? (yes/no)", "Supprimer {0} avec {1} ? (oui/non)")
  let nothingRemoved = Both("Nothing was removed.", "Rien n'a été supprimé.")
  let sayYes = Both(
    "nobody is there to ask. To remove without being asked: --yes",
    "il n'y a personne à qui demander. Pour supprimer sans confirmation : --yes")

  // Backup and export
  let backedUp = Both("The store was copied to {0}.", "La base a été copiée dans {0}.")
  let exported = Both("{0} and {1} were written to {2}.", "{0} et {1} ont été écrits dans {2}.")
  let exists = Both(
    "{0}: is there already. To replace it: --force", "{0} : existe déjà. Pour le remplacer : --force")
  let notRegular = Both("{0}: is no ordinary file.", "{0} : n'est pas un fichier ordinaire.")
  let isStore = Both("{0}: is the store itself.", "{0} : est la base elle-même.")
  let cannotMake = Both("{0}: cannot be written ({1}).", "{0} : écriture impossible ({1}).")
  let wantsFile = Both(
    "a SQLite file cannot be written to standard output. Name a file: -o FILE",
    "un fichier SQLite ne peut pas aller sur la sortie standard. Indiquez un fichier : -o FICHIER")

  // Import
  let present = Counted(one: Both("already there", "déjà présent"), several: Both("already there", "déjà présents"))
  let newIdentifiers = Both(
    "The added documents have ids of their own.", "Les documents ajoutés ont de nouveaux numéros.")
  let renamed = Both(
    "{0}: this name stands for another text here; it was taken as {1}.",
    "{0} : ce nom désigne ici un autre texte ; pris sous le nom {1}.")
  let notImported = Both("{0}: {1} Nothing was imported.", "{0} : {1} Rien n'a été importé.")
  let notImportedFromLine = Both(
    "{0}, line {1}: {2} Nothing was imported.", "{0}, ligne {1} : {2} Rien n'a été importé.")
  let noExport = Both(
    "is no export of kb in jsonl or sqlite, the formats that are read back.",
    "n'est pas un export de kb en jsonl ou en sqlite, les formats qui se relisent.")
  let newerExport = Both(
    "was made by a newer kb (format {0}; this one knows {1}). Update kb.",
    "a été fait par un kb plus récent (format {0} ; celui-ci connaît {1}). Mettez kb à jour.")
  let lineTooLong = Both("is longer than the limit of {0} MB.", "dépasse la limite de {0} Mo.")
  let badJSON = Both("is no JSON (byte {0}: {1}).", "n'est pas du JSON (octet {0} : {1}).")
  let wantsObject = Both("“{0}” is no object.", "« {0} » n'est pas un objet.")
  let missingKey = Both("“{0}” is missing.", "« {0} » manque.")
  let unknownKey = Both("“{0}” is not known.", "« {0} » n'est pas connu.")
  let badKey = Both("“{0}” has a value that it cannot have.", "« {0} » a une valeur impossible.")

  // What is wrong with a record
  let misplaced = Both("stands in the wrong place.", "n'est pas à sa place.")
  let counts = Both(
    "is not complete ({0} documents); something was cut off.",
    "est incomplet ({0} documents) ; il en manque une partie.")
  let identifier = Both("{0}: the id is used twice, or no id.", "{0} : le numéro sert deux fois, ou n'en est pas un.")
  let unknown = Both("{0}: is not in the export.", "{0} : n'est pas dans l'export.")
  let digest = Both(
    "{0}: the text is not the one that was exported.", "{0} : le texte n'est pas celui qui a été exporté.")
  let span = Both(
    "{0}: a place is outside the text, or other words stand there.",
    "{0} : un passage est hors du texte, ou d'autres mots s'y trouvent.")
  let pages = Both("{0}: a page begins outside the text.", "{0} : une page commence hors du texte.")
  let code = Both("{0}: a code is none.", "{0} : un code n'en est pas un.")
  let number = Both("{0}: a number is out of its range.", "{0} : un nombre est hors limites.")
  let name = Both("{0}: a name is empty.", "{0} : un nom est vide.")

  // What is wrong with JSON
  let jsonEnd = Both("it ends too early", "il finit trop tôt")
  let jsonByte = Both("unexpected character", "caractère inattendu")
  let jsonControl = Both("control character in a string", "caractère de contrôle dans une chaîne")
  let jsonEscape = Both("bad escape", "échappement incorrect")
  let jsonUTF8 = Both("no UTF-8", "pas de l'UTF-8")
  let jsonNumber = Both("bad number", "nombre incorrect")
  let jsonRepeated = Both("repeated name", "nom répété")
  let jsonDepth = Both("too many levels", "trop de niveaux")
  let jsonTrailing = Both("something follows the value", "quelque chose suit la valeur")
}
