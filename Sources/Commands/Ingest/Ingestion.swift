import Communique
import KnowledgeBase

/// One run over some paths: workers read, this thread stores. Also the shell's `.ingest`.
final class Ingestion {
  private let context: Context
  private let options: IngestOptions
  private let progress: IngestProgress
  private let report: IngestReport
  private var store: KnowledgeBase?
  private var tally = IngestTally()
  /// Read, and not stored yet.
  private var batch: [ReadFile] = []
  private var batchBytes = 0
  private var lastCommit = Moment.now
  /// How long the last batch took to store.
  private var storingSeconds = 0.0

  /// After so many, the store gains from being put in order.
  private static let manyDocuments = 200
  /// What is stored in one transaction: enough to be quick, little enough to be lost or waited for.
  private static let batchBytes = 8 << 20
  private static let batchSeconds = 2.0

  init(context: Context, options: IngestOptions = IngestOptions()) {
    self.context = context
    self.options = options
    progress = IngestProgress(context)
    report = IngestReport(context)
  }

  func run(_ arguments: [String]) throws(KnowledgeBaseError) -> ExitStatus {
    var finder = PathFinder()
    for argument in arguments {
      if !finder.add(argument) { context.note(Words.ingest.nothingFound.text(context.language, argument)) }
    }
    return try run(finder)
  }

  /// Reads and stores what was found.
  func run(_ found: PathFinder) throws(KnowledgeBaseError) -> ExitStatus {
    for error in found.failures { fail(IngestFailure(error)) }
    if !options.isDryRun { store = try KnowledgeBase(path: context.storePath, mode: .write) }
    // Ctrl-C takes effect between two batches: each is one transaction.
    Interruption.cooperate(stopping: nil)
    defer { progress.clear() }
    let isWhole = try readAndStore(found.paths)
    if isWhole, tally.stored >= Self.manyDocuments { try store?.tidy() }
    finish()
    guard isWhole else {
      context.note(Words.ingest.stopped.text(context.language))
      return .interrupted
    }
    return tally.failed == 0 ? .done : .partial
  }

  /// False where Ctrl-C stopped it.
  private func readAndStore(_ paths: [String]) throws(KnowledgeBaseError) -> Bool {
    guard !paths.isEmpty else { return true }
    let jobs = max(1, min(options.jobs, (paths.count + Self.filesWorthAThread - 1) / Self.filesWorthAThread))
    let queue = ReadingQueue(paths, jobs: jobs)
    try startWorkers(jobs, queue)
    defer { queue.stop(milliseconds: Self.millisecondsForWorkers) }
    progress.start(files: paths.count)
    while true {
      if Interruption.takeRequest() {
        // Whoever asks again will not wait for the batch at hand.
        Interruption.exitAtOnce()
        try storeBatch()
        return false
      }
      switch queue.next(milliseconds: Self.millisecondsBetweenLooks) {
      case .files(let files): try take(files)
      case .nothing: if isTimeToStore { try storeBatch() }
      case .end:
        try storeBatch()
        return true
      }
      progress.show(tally)
    }
  }

  /// A worker has its vocabulary to read first, which takes as long as some files.
  private static let filesWorthAThread = 16
  private static let millisecondsBetweenLooks = 100
  private static let millisecondsForWorkers = 2000

  private func startWorkers(_ count: Int, _ queue: ReadingQueue) throws(KnowledgeBaseError) {
    let vocabulary = try store?.indexVocabulary()
    let options = options
    // Without a store to write there may still be one to ask what is known.
    let path = store != nil || options.isSinceLast && context.hasStore ? context.storePath : nil
    let work: @Sendable () -> Void = {
      // Where it cannot be asked, all is read, and the writer finds out what is known.
      let known = path.flatMap { try? KnowledgeBase(path: $0, mode: .read) }
      queue.work(FileWorker(options, store: known, vocabulary: vocabulary))
    }
    let started = (0..<count).filter { _ in WorkerThread.start(work) }.count
    guard started == 0 else { return }
    // Without threads, this one reads it all before it stores.
    queue.liftBound()
    work()
  }

  private func take(_ files: [ReadFile]) throws(KnowledgeBaseError) {
    for file in files {
      tally.take(file)
      for failure in file.failures { fail(failure) }
      for empty in file.empty { report.noteEmpty(empty.file, isKnownLanguage: empty.isKnownLanguage, progress) }
      if store != nil, !file.prepared.documents.isEmpty || !file.prepared.states.isEmpty {
        batch.append(file)
        batchBytes += file.bytes
      }
    }
    if batchBytes >= Self.batchBytes || isTimeToStore { try storeBatch() }
  }

  /// Where storing is slow, as on a busy machine, small batches would make it slower still.
  private var isTimeToStore: Bool {
    Moment.seconds(since: lastCommit) >= max(Self.batchSeconds, 3 * storingSeconds)
  }

  private func storeBatch() throws(KnowledgeBaseError) {
    defer { lastCommit = Moment.now }
    guard let store, !batch.isEmpty else { return }
    let start = Moment.now
    let results = try stored(batch.map(\.prepared), in: store)
    storingSeconds = Moment.seconds(since: start)
    for (file, result) in zip(batch, results) {
      switch result {
      case .success(let outcomes): tally.take(outcomes, of: file.prepared)
      case .failure(let error): fail(IngestFailure(file: file.path, error))
      }
    }
    batch.removeAll()
    batchBytes = 0
  }

  /// Another process that reads communiqués in holds the lock for most of the time: its batches and ours take turns.
  private func stored(
    _ files: [PreparedFile], in store: KnowledgeBase
  ) throws(KnowledgeBaseError) -> [Result<[IngestOutcome], KnowledgeBaseError>] {
    for _ in 1..<Self.attempts {
      do throws(KnowledgeBaseError) {
        return try store.ingest(files, again: options.isAgain)
      } catch .busy {
        continue
      }
    }
    return try store.ingest(files, again: options.isAgain)
  }

  /// Each waits for the lock for the five seconds that a connection has patience.
  private static let attempts = 12

  private func fail(_ failure: IngestFailure) {
    tally.failed += 1
    report.add(failure, progress)
  }

  private func finish() {
    progress.clear()
    report.finish(to: options.report)
    let language = context.language
    context.note(tally.summary(language))
    if options.isDryRun { context.note(Words.ingest.dryRun.text(language)) }
  }
}
