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
  let progress = Both("{0} of {1}  {2}", "{0} sur {1}  {2}")
  let stopped = Both(
    "Stopped; what was read is stored. Run it again to go on.",
    "Arrêté ; ce qui a été lu est enregistré. Relancez pour continuer.")
}
