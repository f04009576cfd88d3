import Communique
import Ingestion

/// `kb extract`: analysis only, without a store.
enum ExtractCommand {
  static let declaration = CommandDeclaration(
    "extract", aliases: ["extraire"],
    arguments: [.many(Both("FILE", "FICHIER"), .path)],
    options: GivenMetadata.options + [.format, .explain, .noHeader],
    summary: Both(
      "Show what would be read from files, without storing it", "Montrer ce qui serait lu, sans rien enregistrer"),
    details: Both(
      """
      Reads text, Markdown, HTML, PDF, DOCX, ODT, feeds, mail and archives of these; - is standard input. jsonl prints \
      one object a document.
      """,
      """
      Lit textes, Markdown, HTML, PDF, DOCX, ODT, flux, courriels et archives qui en contiennent ; - est l'entrée \
      standard. jsonl : un objet par document.
      """),
    examples: [
      .init("kb extract communique.txt", "the agreements of one text", "les engagements d'un texte"),
      .init("kb extract --format jsonl texts/ > found.jsonl", "for a script", "pour un script"),
      .init("kb extract --explain communique.txt", "the whole text, marked up", "tout le texte, annoté"),
    ],
    run: run)

  static func run(_ invocation: Invocation, _ context: Context) -> ExitStatus {
    let flags: SourceMetadata
    do throws(GivenMetadata.Failure) {
      flags = try GivenMetadata.metadata(invocation)
    } catch {
      return context.report(error)
    }
    let format = context.format(invocation)
    var printer = Printer(format: format, context: context, isExplaining: invocation.has(.explain))
    printer.page.showsHeader = !invocation.has(.noHeader)
    // Making the readers costs more than reading a page with them.
    let readers = DocumentReaders()
    let reader = CommuniqueReader()
    var failures = 0
    func fail(_ text: String) {
      failures += 1
      context.report(text)
    }
    for file in invocation.arguments.flatMap(FileFinder.files) {
      do throws(FileError) {
        let path = try file.get()
        let bytes = try SourceFile.bytes(at: path)
        let given = flags.filled(from: sidecar(for: path, fail, context))
        readers.read(bytes, file: path, given: given) { document in
          guard !context.output.isClosed else { return }
          switch document {
          case .success(let source): printer.write(reader.read(source), from: source)
          case .failure(let error): fail(context.messages.text(error))
          }
        }
      } catch {
        fail(context.messages.text(error))
      }
      if context.output.isClosed { break }
    }
    printer.finish()
    return failures == 0 ? .done : .partial
  }

  /// What the file beside a document says. One that cannot be read counts as a failure; its document is read without.
  private static func sidecar(for path: String, _ fail: (String) -> Void, _ context: Context) -> SourceMetadata {
    do throws(Sidecar.Failure) {
      return try Sidecar.metadata(for: path)
    } catch {
      fail(context.messages.text(error))
      return SourceMetadata()
    }
  }
}

/// Prints communiqués as they are read, so that memory does not grow with their number.
private struct Printer {
  let format: OutputFormat
  let context: Context
  let isExplaining: Bool
  var page: Page
  private var count = 0

  init(format: OutputFormat, context: Context, isExplaining: Bool) {
    self.format = format
    self.context = context
    self.isExplaining = isExplaining
    page = context.page()
  }

  mutating func write(_ communique: Communique, from source: SourceText) {
    switch format.name {
    case "jsonl": page.output.write(json: json(communique, source))
    case "json": writeElement(json(communique, source))
    case "cards" where isExplaining: MarkedText.write(communique, to: page)
    case _ where isExplaining && !context.output.isTerminal: MarkedText.write(communique, to: page)
    case "cards": writeCards(communique)
    default: writeRows(communique)
    }
    count += 1
  }

  mutating func finish() {
    if format.name == "json" { page.output.write(count == 0 ? "[]\n" : "\n]\n") }
  }

  private func json(_ communique: Communique, _ source: SourceText) -> JSON {
    var json = JSON.communique(communique)
    // Of a plain text the offsets are the file's own, and there is nothing to add.
    if !source.isTheFileItself { json = json.adding(["source": .source(source)]) }
    return isExplaining ? json.adding(["set_aside": .array(communique.setAside.map(JSON.setAside))]) : json
  }

  /// One array over all files, written element by element.
  private func writeElement(_ json: JSON) {
    page.output.write(count == 0 ? "[\n" : ",\n")
    page.output.write(json.line)
  }

  private mutating func writeRows(_ communique: Communique) {
    let listing = AgreementListing.extracted(communique, language: context.language)
    format.write(listing, page)
    // One header for all files.
    page.showsHeader = false
  }

  private func writeCards(_ communique: Communique) {
    if count > 0 { page.output.write(line: "") }
    DocumentHeading.write(communique, to: page)
    let listing = AgreementListing.extracted(communique, language: context.language)
    guard !listing.rows.isEmpty else {
      let words = Words.result
      let message = communique.language == nil ? words.unknownLanguage : words.noAgreement
      return page.output.write(line: message.text(context.language, communique.file))
    }
    page.output.write(line: "")
    format.write(listing, page)
  }
}
