/// What goes wrong, in both languages: the input is named, then what is allowed, then the nearest.
struct ErrorWords: Sendable {
  let prefix = Both("kb: ", "kb : ")
  let didYouMean = Both("Did you mean {0}?", "Vouliez-vous dire {0} ?")
  let or = Both("or", "ou")
  let allowed = Both("Allowed: {0}", "Valeurs admises : {0}")

  // Command line
  let noCommand = Both("say what to do.", "dites que faire.")
  let unknownCommand = Both("unknown command “{0}”.", "commande inconnue : « {0} ».")
  let unknownHelp = Both(
    "no help on “{0}”. There is help on every command, and on: {1}.",
    "pas d'aide sur « {0} ». Il y en a sur chaque commande et sur : {1}.")
  let configuration = Both("{0}, line {1}: “{2}” is no setting.", "{0}, ligne {1} : « {2} » n'est pas un réglage.")
  let unknownOption = Both("unknown option “{0}”.", "option inconnue : « {0} ».")
  let notForCommand = Both("`kb {1}` takes no option “{0}”.", "`kb {1}` n'a pas d'option « {0} ».")
  let missingValue = Both("“{0}” needs a value.", "« {0} » demande une valeur.")
  let unwantedValue = Both("“{0}” takes no value.", "« {0} » n'a pas de valeur.")
  let notANumber = Both(
    "“{0}” is not a whole number of at least {1}.", "« {0} » n'est pas un nombre entier d'au moins {1}.")
  let notAmong = Both("“{0}” is not a value of {1}.", "« {0} » n'est pas une valeur de {1}.")
  let thisOption = Both("this option", "cette option")
  let inOption = Both("{0}: {1}", "{0} : {1}")
  let missingArgument = Both("`kb {1}` needs {0}.", "`kb {1}` demande {0}.")
  let tooManyArguments = Both("“{0}” is one argument too many for `kb {1}`.", "« {0} » est de trop pour `kb {1}`.")

  // Files
  let missingFile = Both("{0}: no such file or folder.", "{0} : fichier ou dossier introuvable.")
  let notPermitted = Both("{0}: may not be read (permission denied).", "{0} : lecture non autorisée.")
  let isFolder = Both("{0}: is a folder.", "{0} : est un dossier.")
  let isPipe = Both(
    "{0}: is a pipe. Send it to standard input instead: kb ingest - < {0}",
    "{0} : est un tube. Envoyez-le plutôt sur l'entrée standard : kb ingest - < {0}")
  let isSocket = Both("{0}: is a socket, not a file.", "{0} : est une interface de connexion, pas un fichier.")
  let isDevice = Both("{0}: is a device, not a file.", "{0} : est un périphérique, pas un fichier.")
  let changedFile = Both(
    "{0}: changed while it was read. Run it again.", "{0} : modifié pendant la lecture. Relancez.")
  let tooLarge = Both("{0}: larger than the limit of {1} MB.", "{0} : dépasse la limite de {1} Mo.")
  let notUTF8 = Both(
    "{0}: is not UTF-8 (first bad byte at {1}).", "{0} : n'est pas de l'UTF-8 (premier octet fautif : {1}).")
  let looksLike = Both(
    "It looks like {0}; convert it with: iconv -f {0} -t UTF-8",
    "On dirait du {0} ; pour le convertir : iconv -f {0} -t UTF-8")
  let otherFile = Both("{0}: {1}.", "{0} : {1}.")
  let cannotWrite = Both("cannot write the output: {0}.", "impossible d'écrire la sortie : {0}.")
  let someFilesFailed = Both("{0} could not be read.", "{0} : lecture impossible.")
}
