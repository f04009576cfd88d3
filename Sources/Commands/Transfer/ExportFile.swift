import KnowledgeBase

/// A jsonl export as a program meets it that has no command line: fuzzing, benchmarks.
package enum ExportFile {
  /// Takes an export into a store as `kb import` does; null where it is refused, and then the store is as before.
  package static func take(_ path: String, into store: KnowledgeBase) throws(KnowledgeBaseError) -> RestoreOutcome? {
    do throws(RestoreError<ImportFailure>) {
      let lines: RecordLines
      do throws(ImportFailure) { lines = try RecordLines(path) } catch { return nil }
      return try store.restore(from: lines.next)
    } catch {
      if case .store(let error) = error { throw error }
      return nil
    }
  }

  /// Writes all that a store holds.
  package static func write(_ store: KnowledgeBase, to descriptor: CInt) throws(KnowledgeBaseError) {
    let output = Output(descriptor: descriptor)
    let records = try store.records()
    while let record = try records.next() { JSONLinesWriter().write(record, to: output) }
    output.flush()
  }
}
