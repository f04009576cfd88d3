import Communique
import Ingestion
import KnowledgeBase

/// `kb ingest PATH…`: reads communiqués into the store.
enum IngestCommand {
  static let declaration = CommandDeclaration(
    "ingest", aliases: ["ingerer", "ajouter", "add"],
    arguments: [.many(Both("PATH", "CHEMIN"), .path)],
    options: [.dryRun, .again],
    summary: Both("Read communiqués into the store", "Lire des communiqués dans la base"),
    details: Both(
      """
      Folders are searched for .txt and .md files, also in folders below; - is standard input. Text must be UTF-8. \
      The same content again changes nothing; a changed file replaces its earlier version. Exits 4 where some files \
      could not be read.
      """,
      """
      Dans les dossiers et leurs sous-dossiers, les fichiers .txt et .md sont pris ; - est l'entrée standard. Le \
      texte doit être en UTF-8. Un contenu déjà connu ne change rien ; un fichier modifié remplace sa version \
      précédente. Code de retour 4 si des fichiers n'ont pas pu être lus.
      """),
    examples: [
      .init("kb ingest communiques/", "a folder and all below it", "un dossier et ses sous-dossiers"),
      .init(
        "kb ingest a.txt b.txt --db paris.db", "two files into a store of one's own", "deux fichiers, dans sa base"),
      .init("curl -s URL | kb ingest -", "standard input", "l'entrée standard"),
    ],
    run: { invocation, context in
      let ingestion = Ingestion(context: context, isDryRun: invocation.has(.dryRun), isAgain: invocation.has(.again))
      do throws(KnowledgeBaseError) {
        return try ingestion.run(invocation.arguments)
      } catch {
        ingestion.clearProgress()
        return context.report(error)
      }
    })
}

/// One run over some paths. Also the shell's `.ingest`.
final class Ingestion {
  private let context: Context
  private let isDryRun: Bool
  /// Same content is read anew too.
  private let isAgain: Bool
  /// Made once, and only where there is something new to read.
  private lazy var reader = CommuniqueReader()
  private var store: KnowledgeBase?
  private var added = 0
  private var replaced = 0
  private var unchanged = 0
  private var failed = 0
  private var agreements = 0
  private var lastProgress = -1
  /// After so many, the store gains from being put in order.
  private static let manyDocuments = 200

  init(context: Context, isDryRun: Bool = false, isAgain: Bool = false) {
    self.context = context
    self.isDryRun = isDryRun
    self.isAgain = isAgain
  }

  func run(_ paths: [String]) throws(KnowledgeBaseError) -> ExitStatus {
    let files = paths.flatMap(found)
    if !isDryRun { store = try KnowledgeBase(path: context.storePath, mode: .write) }
    // Ctrl-C takes effect between two documents: each is one transaction.
    Interruption.cooperate(stopping: nil)
    for (index, file) in files.enumerated() {
      if Interruption.takeRequest() {
        finish()
        context.note(Words.ingest.stopped.text(context.language))
        return .interrupted
      }
      showProgress(index, of: files.count)
      try ingest(file)
    }
    if added + replaced >= Self.manyDocuments { try store?.tidy() }
    finish()
    return failed == 0 ? .done : .partial
  }

  private func found(at path: String) -> [Result<String, FileError>] {
    let files = FileFinder.files(at: path)
    if files.isEmpty { context.note(Words.ingest.nothingFound.text(context.language, path)) }
    return files
  }

  private func ingest(_ file: Result<String, FileError>) throws(KnowledgeBaseError) {
    let path: String
    let text: String
    do throws(FileError) {
      path = try file.get()
      text = try SourceFile.text(at: path)
    } catch {
      failed += 1
      clearProgress()
      return context.report(context.messages.text(error))
    }
    // Analysis costs more than looking the text up.
    if let store, !isAgain, try store.document(withText: text) != nil {
      unchanged += 1
      return
    }
    let communique = reader.read(text, file: path)
    agreements += communique.agreements.count
    if communique.agreements.isEmpty { noteEmpty(communique) }
    guard let store else {
      added += 1
      return
    }
    switch try store.ingest(communique, again: isAgain) {
    case .added: added += 1
    case .replaced: replaced += 1
    case .unchanged: unchanged += 1
    }
  }

  /// A text without agreements is a normal result, but one to know of.
  private func noteEmpty(_ communique: Communique) {
    clearProgress()
    let words = Words.result
    context.note(
      (communique.language == nil ? words.unknownLanguage : words.noAgreement).text(context.language, communique.file))
  }
}

extension Ingestion {
  /// At a terminal: which of how many. Not for each of thousands, which would cost more than the work.
  private func showProgress(_ index: Int, of count: Int) {
    guard context.errors.isTerminal, !context.isQuiet, count > 20 else { return }
    let percent = index * 200 / count
    guard percent != lastProgress else { return }
    lastProgress = percent
    let language = context.language
    let text = Words.ingest.progress.text(
      language, Numbers.shown(index, language), Words.result.files.text(language, count),
      Words.ingest.agreements.text(language, agreements))
    context.errors.write("\r\u{1B}[K" + text)
    context.errors.flush()
  }

  func clearProgress() {
    guard lastProgress >= 0 else { return }
    lastProgress = -1
    context.errors.write("\r\u{1B}[K")
    context.errors.flush()
  }

  /// "3 added, 1 unchanged; 42 agreements"
  private func finish() {
    clearProgress()
    let language = context.language
    let words = Words.ingest
    let parts = [
      (words.added, added), (words.replaced, replaced), (words.unchanged, unchanged), (words.failed, failed),
    ].filter { $0.1 > 0 }.map { $0.0.text(language, $0.1) }
    let files = parts.isEmpty ? words.added.text(language, 0) : parts.joined(separator: ", ")
    context.note(words.summary.text(language, files, words.agreements.text(language, agreements)))
    if isDryRun { context.note(words.dryRun.text(language)) }
  }
}
