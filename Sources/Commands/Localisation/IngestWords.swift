/// Words of ingestion.
struct IngestWords: Sendable {
  let added = Counted(one: Both("added", "ajouté"), several: Both("added", "ajoutés"))
  let replaced = Counted(one: Both("replaced", "remplacé"), several: Both("replaced", "remplacés"))
  let unchanged = Counted(one: Both("unchanged", "inchangé"), several: Both("unchanged", "inchangés"))
  let failed = Counted(one: Both("not read", "non lu"), several: Both("not read", "non lus"))
  let agreements = Counted(one: Both("agreement", "engagement"), several: Both("agreements", "engagements"))
  let summary = Both("{0}; {1}", "{0} ; {1}")
  let nothingFound = Both("{0}: no communiqué there.", "{0} : aucun communiqué.")
  let dryRun = Both("nothing was stored (--dry-run)", "rien n'a été enregistré (--dry-run)")
  let skipped = Counted(
    one: Both("not looked at again", "laissé de côté (déjà lu)"),
    several: Both("not looked at again", "laissés de côté (déjà lus)"))
  let moreEmpty = Both("… and {0} more without an agreement.", "… et {0} autres sans engagement.")
  let moreFailures = Both(
    "… and {0} more for the same reason ({1}); --report FILE lists all.",
    "… et {0} autres pour la même raison ({1}) ; --rapport FICHIER les énumère.")
  let rate = Both("{0} files/s", "{0} fichiers/s")
  let timeLeft = Both("{0} left", "encore {0}")
  let progress = Both("{0} of {1}  {2}", "{0} sur {1}  {2}")
  let stopped = Both(
    "Stopped; what was read is stored. Run it again to go on.",
    "Arrêté ; ce qui a été lu est enregistré. Relancez pour continuer.")
}
