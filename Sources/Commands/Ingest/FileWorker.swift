import Communique
import Ingestion
import KnowledgeBase

/// What a worker made of a file, or of a part of a large one.
struct ReadFile: Sendable {
  let path: String
  /// What is to be stored.
  var prepared = PreparedFile(documents: [])
  /// Documents that were read, but prepared for no store (`--dry-run`).
  var documentsRead = 0
  /// In those that are to be stored or were read.
  var agreements = 0
  /// Documents whose content the store has already.
  var unchanged = 0
  /// The file was passed over by its size and time.
  var isSkipped = false
  var failures: [IngestFailure] = []
  /// Documents without an agreement, by name, and whether their language is known.
  var empty: [(file: String, isKnownLanguage: Bool)] = []
  /// Of the texts in it.
  var bytes = 0
  /// No more parts of this file follow.
  var isLast = true
}

/// Reads, analyses and prepares files. Not Sendable: each thread makes its own.
final class FileWorker {
  private let options: IngestOptions
  /// To ask what is known already; null where nothing is.
  private let store: KnowledgeBase?
  /// Null where nothing is to be stored.
  private let preparer: CommuniquePreparer?
  private let readers = DocumentReaders()
  /// Made once, and only where there is something new to read.
  private lazy var reader = CommuniqueReader()

  init(_ options: IngestOptions, store: KnowledgeBase?, vocabulary: IndexVocabulary?) {
    self.options = options
    self.store = store
    preparer = vocabulary.map(CommuniquePreparer.init)
  }

  /// The last reason why something in the file at hand could not be read.
  private var failure: String?

  /// So much text is handed on at once, however much a file holds.
  private static let bytesAtOnce = 1 << 20

  /// Reads a file and hands on what was found, in one or more parts.
  func read(_ path: String, _ handOn: (ReadFile) -> Void) {
    var part = ReadFile(path: path)
    do throws(FileError) {
      try read(path, &part, handOn)
    } catch {
      part.failures.append(IngestFailure(error))
    }
    handOn(part)
  }

  private func read(_ path: String, _ part: inout ReadFile, _ handOn: (ReadFile) -> Void) throws(FileError) {
    if path == "-" {
      return readDocuments(in: try WholeFile.standardInput(), of: path, options.given, &part, handOn)
    }
    // What is said in the file beside it counts like its own content.
    let paths = [path] + (Sidecar.path(for: path).map { [$0] } ?? [])
    let known = options.isAgain ? [] : paths.compactMap(known)
    if options.isSinceLast, known.count == paths.count, known.allSatisfy(looksUnchanged) {
      part.isSkipped = true
      return
    }
    let file = try WholeFile(at: path)
    var states = [file.state] + paths.dropFirst().compactMap { (try? WholeFile(at: $0))?.state }
    // Decoding and analysis cost far more than looking the bytes up.
    if options.given == SourceMetadata(), known.allSatisfy({ $0.reason == nil }),
      known.map(\.digest) == states.map(\.digest)
    {
      part.unchanged += 1
      if states != known { part.prepared.states = states }
      return
    }
    failure = nil
    let given = options.given.filled(from: sidecar(of: path, &part))
    readDocuments(in: file.bytes, of: path, given, digest: file.state.digest, &part, handOn)
    states[0].reason = failure
    part.prepared.states = states
  }

  /// What the file beside it says. Where that cannot be read it is a failure, and the document is read without.
  private func sidecar(of path: String, _ part: inout ReadFile) -> SourceMetadata {
    do throws(Sidecar.Failure) {
      return try Sidecar.metadata(for: path)
    } catch {
      let problem = IngestFailure(error)
      failure = problem.code
      part.failures.append(problem)
      return SourceMetadata()
    }
  }

  /// What the store knows of a file; where it cannot tell just now, reading the file anew is no harm.
  private func known(_ path: String) -> SourceFileState? { (try? store?.sourceFile(path)) ?? nil }

  private func looksUnchanged(_ known: SourceFileState) -> Bool {
    guard let now = WholeFile.state(at: known.file) else { return false }
    return now.size == known.size && now.modified == known.modified
  }

  private func readDocuments(
    in bytes: [UInt8], of path: String, _ given: SourceMetadata, digest: String? = nil,
    _ part: inout ReadFile, _ handOn: (ReadFile) -> Void
  ) {
    readers.read(bytes, file: path, given: given) { result in
      switch result {
      case .failure(let error):
        failure = error.code
        part.failures.append(IngestFailure(error))
      case .success(let source): take(source, bytes, digest: digest, isDescribed: given != SourceMetadata(), &part)
      }
      guard part.bytes >= Self.bytesAtOnce else { return }
      part.isLast = false
      handOn(part)
      part = ReadFile(path: path)
    }
  }

  private func take(
    _ source: SourceText, _ bytes: [UInt8], digest: String?, isDescribed: Bool, _ part: inout ReadFile
  ) {
    // Most files are their text: one digest does for both.
    var text = source.text
    let isWholeFile = digest != nil && text.withUTF8 { $0.count == bytes.count && $0.elementsEqual(bytes) }
    let digest = isWholeFile ? digest ?? "" : ContentDigest.hexadecimal(of: text)
    if !options.isAgain, !isDescribed, isKnown(digest, source.file) {
      part.unchanged += 1
      return
    }
    let communique = reader.read(source)
    part.documentsRead += 1
    part.agreements += communique.agreements.count
    part.bytes += communique.text.utf8.count
    if communique.agreements.isEmpty { part.empty.append((communique.file, communique.language != nil)) }
    if let preparer { part.prepared.documents.append(preparer.prepared(communique, digest: digest)) }
  }

  private func isKnown(_ digest: String, _ file: String) -> Bool {
    (try? store?.holds(digest: digest, file: file)) ?? false
  }
}
