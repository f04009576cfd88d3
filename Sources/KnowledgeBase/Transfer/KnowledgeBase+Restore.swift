import SQLiteStore

/// What taking records into a store came to.
public struct RestoreOutcome: Sendable, Hashable {
  public var added = 0
  /// The store had no documents before.
  public var keepsIDs = false
  /// Their text was there already.
  public var present = 0
  /// Agreements of the added documents.
  public var agreements = 0
  /// Documents whose file name stood for another text here, and the name that they were given.
  public var renamed: [Renaming] = []

  public struct Renaming: Sendable, Hashable {
    public let file: String
    public let name: String
  }

  public init() {}
}

/// Why records were not taken. `Source` is what reading them can throw.
public enum RestoreError<Source: Error>: Error {
  case store(KnowledgeBaseError)
  case source(Source)
  /// The last record that was read, or at the end all of them together.
  case refused(RecordProblem)
}

extension KnowledgeBase {
  /// Takes an export in, in one transaction: all of it, or nothing where anything is wrong with it.
  ///
  /// In a store without documents all ids are kept. Elsewhere, documents whose text is there already are left out and
  /// others get ids of their own.
  ///
  /// - Parameter next: gives the records in the order of an export; null after the last.
  public func restore<Source: Error>(
    from next: () throws(Source) -> StoreRecord?
  ) throws(RestoreError<Source>) -> RestoreOutcome {
    var stop: RestoreError<Source>?
    do throws(KnowledgeBaseError) {
      let preparer = try preparer()
      return try writing { (index) throws(SQLiteError) in
        let restorer = try Restorer(connection, index, preparer) { (id, prepared) throws(SQLiteError) in
          try self.relink(document: id, as: prepared)
        }
        while true {
          let record: StoreRecord?
          do throws(Source) {
            record = try next()
          } catch {
            stop = .source(error)
            throw SQLiteError.abandoned
          }
          if let problem = try record.map(restorer.take) ?? restorer.problemAtEnd() {
            stop = .refused(problem)
            throw SQLiteError.abandoned
          }
          if record == nil { break }
        }
        try restorer.finish()
        writtenDocuments += restorer.outcome.added
        return restorer.outcome
      }
    } catch {
      throw stop ?? .store(error)
    }
  }
}
