/// Why no text came of a file, and what can be done about it.
struct ReadingWords: Sendable {
  let empty = Both("{0}: is empty.", "{0} : est vide.")
  let binary = Both("{0}: is no text (binary data).", "{0} : n'est pas un texte (données binaires).")
  let unknownFormat = Both("{0}: is {1}, which is not read.", "{0} : {1} ; ce format n'est pas lu.")
  let tooLarge = Both("{0}: larger than the limit of {1} MB.", "{0} : dépasse la limite de {1} Mo.")
  let scannedPDF = Both(
    "{0}: a scanned PDF, of pictures without text. Run it through text recognition first.",
    "{0} : PDF numérisé, fait d'images sans texte. Passez-le d'abord à la reconnaissance de caractères.")
  let encrypted = Both(
    "{0}: is protected by a password. Save it without one.",
    "{0} : est protégé par un mot de passe. Enregistrez-le sans protection.")
  let damaged = Both("{0}: is damaged ({1}).", "{0} : est endommagé ({1}).")
  let tooDeep = Both("{0}: is nested deeper than {1} levels.", "{0} : dépasse {1} niveaux d'imbrication.")
  let tooManyMembers = Both("{0}: holds more than {1} files.", "{0} : contient plus de {1} fichiers.")
  let bomb = Both(
    "{0}: unpacks to far more than it is; it was not read further.",
    "{0} : se décompresse en bien plus que sa taille ; la lecture s'est arrêtée là.")
  let missingTool = Both(
    "{0}: reading it needs the program {1}; install the package {2}.",
    "{0} : sa lecture demande le programme {1} ; installez le paquet {2}.")
  let missingLibrary = Both(
    "{0}: reading it needs the library {1}; install the package {2}.",
    "{0} : sa lecture demande la bibliothèque {1} ; installez le paquet {2}.")
  let timedOut = Both(
    "{0}: was not read within {1} seconds.", "{0} : n'a pas pu être lu en {1} secondes.")
  let outOfMemory = Both(
    "{0}: reading it takes more memory than is allowed.", "{0} : sa lecture demande plus de mémoire que permis.")
  let noText = Both("{0}: holds no text.", "{0} : ne contient aucun texte.")

  // Metadata given by hand
  let notADay = Both("“{0}” is no single day.", "« {0} » n'est pas un jour précis.")
  let inLine = Both("{0}, line {1}: {2}", "{0}, ligne {1} : {2}")
  let notALine = Both(
    "“{0}” is no line of the form key = \"value\".", "« {0} » n'est pas une ligne de la forme clé = \"valeur\".")
  let unknownKey = Both("unknown key “{0}”.", "clé inconnue : « {0} ».")
  let badDate = Both(
    "“{0}” is no day; write it as 2022-06-07.", "« {0} » n'est pas un jour ; écrivez-le ainsi : 2022-06-07.")
  let badLanguage = Both("“{0}” is neither fr nor en.", "« {0} » n'est ni fr ni en.")

  /// Formats that are known and not read, by their codes.
  func format(_ code: String) -> Both {
    formats[code] ?? Both("a file of an unknown format", "fichier d'un format inconnu")
  }

  private let formats: [String: Both] = [
    "doc": Both("an old Word file (save it as .docx)", "ancien fichier Word (enregistrez-le en .docx)"),
    "xls": Both("an old Excel workbook", "ancien classeur Excel"),
    "ppt": Both("an old PowerPoint file", "ancien fichier PowerPoint"),
    "msg": Both("an Outlook message (save it as .eml)", "message Outlook (enregistrez-le en .eml)"),
    "ole": Both("an old Office file", "ancien fichier Office"),
    "xlsx": Both("an Excel workbook", "classeur Excel"),
    "pptx": Both("a PowerPoint file", "fichier PowerPoint"),
    "ods": Both("a spreadsheet", "feuille de calcul"),
    "odp": Both("a presentation", "présentation"),
    "epub": Both("an e-book", "livre numérique"),
    "rtf": Both("an RTF file (save it as .docx)", "fichier RTF (enregistrez-le en .docx)"),
    "postscript": Both("a PostScript file", "fichier PostScript"),
    "image": Both("a picture", "image"),
    "audio": Both("sound", "son"),
    "video": Both("a film", "film"),
    "font": Both("a font", "police de caractères"),
    "executable": Both("a program", "programme"),
    "sqlite": Both("a SQLite database", "base SQLite"),
    "rar": Both("a RAR archive (use zip)", "archive RAR (utilisez zip)"),
    "7z": Both("a 7z archive (use zip)", "archive 7z (utilisez zip)"),
    "bzip2": Both("a bzip2 file (use zip or gzip)", "fichier bzip2 (utilisez zip ou gzip)"),
    "xz": Both("an xz file (use zip or gzip)", "fichier xz (utilisez zip ou gzip)"),
    "zstd": Both("a zstd file (use zip or gzip)", "fichier zstd (utilisez zip ou gzip)"),
    "json": Both("JSON data", "données JSON"),
    "xml": Both("XML of an unknown kind", "XML d'un type inconnu"),
    "svg": Both("a drawing", "dessin"),
  ]
}
