import KnowledgeBase

/// What `kb doctor` looks at.
struct CheckWords: Sendable {
  let integrity = Both("the file is whole", "le fichier est intègre")
  let foreignKeys = Both("every row has what it refers to", "chaque ligne a ce qu'elle désigne")
  let searchIndex = Both("the search index is whole", "l'index de recherche est intègre")
  let searchRows = Both("every agreement is in the index", "chaque engagement est dans l'index")
  let counts = Both("the kept counts are right", "les décomptes tenus sont justes")
  let versions = Both("versions are shown and counted once", "les versions sont montrées et comptées une fois")
  let terms = Both("the kept words are right", "les mots tenus sont justes")
  let quotes = Both("every quote stands in its text", "chaque citation est dans son texte")
  let vocabulary = Both(
    "the vocabulary is this program's (else: kb doctor --rebuild)",
    "le vocabulaire est celui de ce programme (sinon : kb doctor --rebuild)")

  let rebuild = Both(
    "The documents are whole. To make the index anew from them: kb doctor --rebuild",
    "Les documents sont intacts. Pour refaire l'index à partir d'eux : kb doctor --rebuild")
  let restore = Both(
    """
    Do not write to {0} any more. Put a backup in its place (and remove {0}-wal and {0}-shm).
    Without a backup: kb ingest the texts again into a new store.
    """,
    """
    N'écrivez plus dans {0}. Mettez une sauvegarde à sa place (et supprimez {0}-wal et {0}-shm).
    Sans sauvegarde : relisez les textes dans une nouvelle base avec kb ingest.
    """)

  func name(_ name: Checkup.Item.Name) -> Both {
    switch name {
    case .integrity: integrity
    case .foreignKeys: foreignKeys
    case .searchIndex: searchIndex
    case .searchRows: searchRows
    case .counts: counts
    case .versions: versions
    case .terms: terms
    case .quotes: quotes
    case .vocabulary: vocabulary
    }
  }
}
