/// How `kb` ended, for the shell that started it. The numbers are a contract: they are only added to.
enum ExitStatus: Int32, CaseIterable, Sendable {
  /// Done; finding nothing is no failure.
  case done = 0
  /// No match, where `--exit-status` asked to be told.
  case noMatch = 1
  /// The command line or the query could not be understood.
  case usage = 2
  /// Something failed while running: the store, a file, the disk.
  case failure = 3
  /// Some of the files could not be read; the others were.
  case partial = 4
  /// Ctrl-C.
  case interrupted = 130

  var meaning: Both {
    switch self {
    case .done: Both("done (finding nothing is no failure)", "terminé (ne rien trouver n'est pas un échec)")
    case .noMatch: Both("no match, under --exit-status", "aucun résultat, avec --exit-status")
    case .usage: Both("usage: a word, value or query was not understood", "usage : mot, valeur ou requête incompris")
    case .failure: Both("failure: store, file or disk", "échec : base, fichier ou disque")
    case .partial: Both("some files could not be read", "certains fichiers n'ont pas pu être lus")
    case .interrupted: Both("interrupted (Ctrl-C)", "interrompu (Ctrl-C)")
    }
  }
}
