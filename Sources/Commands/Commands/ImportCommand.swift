import Glibc
import KnowledgeBase

/// `kb import FILE`: takes in what `kb export` wrote.
enum ImportCommand {
  static let declaration = CommandDeclaration(
    "import", aliases: ["importer"],
    arguments: [.one(Both("FILE", "FICHIER"), .path)],
    summary: Both("Take in what `kb export` wrote", "Reprendre ce que `kb export` a écrit"),
    details: Both(
      """
      Reads jsonl and sqlite exports (and backups); - is standard input, for jsonl. Everything is checked; where \
      anything is wrong, nothing is imported. Into an empty store ids are kept. Elsewhere, documents whose text is \
      there already are left out, and the others get ids of their own.
      """,
      """
      Lit les exports jsonl et sqlite (et les sauvegardes) ; - est l'entrée standard, pour jsonl. Tout est contrôlé ; \
      à la moindre erreur, rien n'est importé. Dans une base vide, les numéros sont gardés. Sinon, les documents dont \
      le texte est déjà présent sont laissés de côté et les autres reçoivent de nouveaux numéros.
      """),
    examples: [
      .init("kb import all.jsonl --db new.db", "an export into a new store", "un export dans une nouvelle base"),
      .init("kb import colleague.db", "what another store has", "ce que contient une autre base"),
    ],
    run: { invocation, context in
      do throws(KnowledgeBaseError) {
        return try run(invocation.arguments[0], context)
      } catch {
        return context.report(error)
      }
    })

  private static func run(_ path: String, _ context: Context) throws(KnowledgeBaseError) -> ExitStatus {
    if isDatabase(path) { return try importDatabase(path, context) }
    let lines: RecordLines
    do throws(ImportFailure) {
      lines = try RecordLines(path)
    } catch {
      return report(error, path, line: nil, context)
    }
    // Looked into before a store is made for it.
    return try take(path, context, line: { lines.line }, lines.next)
  }

  private static func importDatabase(_ path: String, _ context: Context) throws(KnowledgeBaseError) -> ExitStatus {
    let records: RecordReader
    do throws(KnowledgeBaseError) {
      records = try KnowledgeBase(path: path, mode: .read).records()
    } catch {
      return report(.store(error), path, line: nil, context)
    }
    return try take(path, context, line: { nil }) { () throws(ImportFailure) in
      if Interruption.isRequested { throw .interrupted }
      do throws(KnowledgeBaseError) {
        return try records.next()
      } catch {
        throw .store(error)
      }
    }
  }

  private static func take(
    _ path: String, _ context: Context, line: () -> Int?, _ next: () throws(ImportFailure) -> StoreRecord?
  ) throws(KnowledgeBaseError) -> ExitStatus {
    // The first record tells whether it is an export at all: only then is a store made where there is none.
    let first: StoreRecord?
    do throws(ImportFailure) {
      first = try next()
    } catch {
      return report(error, path, line: line(), context)
    }
    guard var pending = first.map(Optional.some) else { return report(.noExport, path, line: nil, context) }
    let store = try KnowledgeBase(path: context.storePath, mode: .write)
    Interruption.cooperate(stopping: store.interrupter)
    do throws(RestoreError<ImportFailure>) {
      let outcome = try store.restore { () throws(ImportFailure) in
        if let record = pending {
          pending = nil
          return record
        }
        return try next()
      }
      if outcome.added >= Self.manyDocuments { try? store.tidy() }
      write(outcome, context)
      return .done
    } catch {
      store.discardIfUnused()
      switch error {
      case .store(let error): throw error
      case .source(let failure): return report(failure, path, line: line(), context)
      case .refused(let problem): return report(.record(problem), path, line: line(), context)
      }
    }
  }

  /// After so many, the store gains from being put in order.
  private static let manyDocuments = 200

  private static func report(_ error: ImportFailure, _ path: String, line: Int?, _ context: Context) -> ExitStatus {
    if case .interrupted = error { return .interrupted }
    // Errors of a file or a store name it themselves.
    switch error {
    case .file(let error): context.report(context.messages.text(error))
    case .store(let error): context.report(context.messages.text(error))
    default: context.report(context.messages.text(error, path: path, line: line))
    }
    return .failure
  }

  private static func write(_ outcome: RestoreOutcome, _ context: Context) {
    let language = context.language
    let parts = [
      Words.ingest.added.text(language, outcome.added),
      outcome.present > 0 ? Words.transfer.present.text(language, outcome.present) : nil,
    ].compactMap { $0 }
    for renaming in outcome.renamed {
      context.note(Words.transfer.renamed.text(language, renaming.file, renaming.name))
    }
    context.note(
      Words.ingest.summary.text(
        language, parts.joined(separator: ", "), Words.ingest.agreements.text(language, outcome.agreements)))
    if outcome.added > 0, !outcome.keepsIDs { context.note(Words.transfer.newIdentifiers.text(language)) }
  }

  /// Whether a file begins as SQLite's do.
  private static func isDatabase(_ path: String) -> Bool {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var start = [UInt8](repeating: 0, count: 16)
    return read(descriptor, &start, 16) == 16 && start.elementsEqual(Array("SQLite format 3".utf8) + [0])
  }
}
