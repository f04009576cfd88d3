import Communique

/// What `kb ingest` was asked for.
struct IngestOptions: Sendable {
  /// Read and analyse, but store nothing.
  var isDryRun = false
  /// Same content is read anew too.
  var isAgain = false
  /// Only files that are new or look changed since they were last read.
  var isSinceLast = false
  /// How many threads read and analyse.
  var jobs = min(WorkerThread.cores, mostJobs)
  /// What the user says of all these files.
  var given = SourceMetadata()
  /// Unless asked for more: one thread stores what all others read, and each has a vocabulary to keep.
  static let mostJobs = 16
  /// Where all files that were not taken in are listed.
  var report: String?
}
