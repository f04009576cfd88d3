import Communique
import Ingestion
import KnowledgeBase

/// `kb ingest PATH…`: reads communiqués into the store.
enum IngestCommand {
  static let declaration = CommandDeclaration(
    "ingest", aliases: ["ingerer", "ajouter", "add"],
    arguments: [.many(Both("PATH", "CHEMIN"), .path, atLeast: 0)],
    options: [.dryRun, .again, .sinceLast, .filesFrom, .null, .jobs, .report] + GivenMetadata.options,
    summary: Both("Read communiqués into the store", "Lire des communiqués dans la base"),
    details: Both(
      """
      Folders are searched for readable files, also in folders below, but not for hidden ones; - is standard input; \
      'docs/**/*.html' is understood where the shell leaves it. The same content again changes nothing; a changed \
      file replaces its earlier version, which `kb documents --versions` lists. A run that was stopped goes on where \
      it was: files that are stored are known by their bytes. Exits 4 where some files could not be read.
      """,
      """
      Les fichiers lisibles des dossiers et de leurs sous-dossiers sont pris, sauf les fichiers cachés ; - est \
      l'entrée standard ; 'docs/**/*.html' est compris si l'interpréteur le laisse tel quel. Un contenu déjà connu ne \
      change rien ; un fichier modifié remplace sa version précédente, que `kb documents --versions` énumère. Une \
      lecture interrompue reprend où elle en était : les fichiers enregistrés sont reconnus à leurs octets. Code de \
      retour 4 si des fichiers n'ont pas pu être lus.
      """),
    examples: [
      .init("kb ingest communiques/", "a folder and all below it", "un dossier et ses sous-dossiers"),
      .init(
        "kb ingest a.txt b.txt --db paris.db", "two files into a store of one's own", "deux fichiers, dans sa base"),
      .init("curl -s URL | kb ingest -", "standard input", "l'entrée standard"),
      .init(
        "kb ingest --since-last communiques/", "only what is new or looks changed",
        "seulement ce qui est nouveau ou semble modifié"),
      .init(
        "find . -name '*.txt' -print0 | kb ingest --files-from -", "files named by a list",
        "les fichiers d'une liste"),
    ],
    run: run)

  private static func run(_ invocation: Invocation, _ context: Context) throws -> ExitStatus {
    var options = IngestOptions()
    options.isDryRun = invocation.has(.dryRun)
    options.isAgain = invocation.has(.again)
    options.isSinceLast = invocation.has(.sinceLast)
    options.jobs = invocation.number(.jobs) ?? options.jobs
    options.report = invocation[.report]
    guard !invocation.arguments.isEmpty || invocation.has(.filesFrom) else {
      throw UsageError(.missingArgument(Both("PATH", "CHEMIN"), command: "ingest"), command: "ingest")
    }
    do throws(GivenMetadata.Failure) {
      options.given = try GivenMetadata.metadata(invocation)
    } catch {
      return context.report(error)
    }
    let ingestion = Ingestion(context: context, options: options)
    do throws(KnowledgeBaseError) {
      return try ingestion.run(try paths(invocation, context))
    } catch {
      return context.report(error)
    }
  }

  /// The files that arguments and lists name.
  private static func paths(_ invocation: Invocation, _ context: Context) throws(KnowledgeBaseError) -> PathFinder {
    var finder = PathFinder()
    for argument in invocation.arguments {
      if !finder.add(argument) { context.note(Words.ingest.nothingFound.text(context.language, argument)) }
    }
    for list in invocation.all(.filesFrom) {
      do throws(FileError) {
        let bytes = list == "-" ? try WholeFile.standardInput() : try WholeFile(at: list).bytes
        finder.add(list: bytes, isNull: invocation.has(.null))
      } catch {
        finder.add(error)
      }
    }
    return finder
  }
}
