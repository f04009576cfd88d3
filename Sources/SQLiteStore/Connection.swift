import CSQLite

/// One connection to a database file. Not shared between threads.
package final class Connection {
  package let interruption = Interruption()
  let handle: OpaquePointer
  /// Prepared once, by their text.
  private var kept: [String: Statement] = [:]

  /// Opens a file, without any set-up.
  init(name: String, flags: Int32) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let handle else {
      let error = SQLiteError(code, in: handle)
      sqlite3_close_v2(handle)
      throw error
    }
    self.handle = handle
    installProgressHandler()
  }

  deinit {
    kept.removeAll()
    sqlite3_close_v2(handle)
  }

  /// How many virtual-machine steps pass between two looks at the interruption: well under a millisecond.
  private static let stepsBetweenLooks: Int32 = 2000

  private func installProgressHandler() {
    // The connection owns the interruption, so that it lives as long as the handler can be called.
    let context = Unmanaged.passUnretained(interruption).toOpaque()
    sqlite3_progress_handler(
      handle, Self.stepsBetweenLooks,
      { context in
        guard let context else { return 0 }
        let interruption = Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue()
        return interruption.wasRequested || interruption.timeIsUp ? 1 : 0
      }, context)
  }
}

extension Connection {
  /// Lends the statement of that text to `body`, prepared once and kept; it is reset afterwards.
  ///
  /// A statement that is lent out is not lent again: the same text asked for meanwhile is prepared anew.
  package func with<Result>(
    _ sql: String, _ body: (Statement) throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    guard let kept = kept[sql] else {
      let statement = try Statement(sql, in: handle)
      kept[sql] = statement
      return try lend(statement, body)
    }
    return try lend(kept.isLent ? Statement(sql, in: handle) : kept, body)
  }

  private func lend<Result>(
    _ statement: Statement, _ body: (Statement) throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    statement.isLent = true
    defer {
      statement.reset()
      statement.isLent = false
    }
    return try body(statement)
  }

  /// A statement for the caller to keep, where looking it up by its text would cost as much as running it.
  package func prepared(_ sql: String) throws(SQLiteError) -> Statement { try Statement(sql, in: handle) }

  /// Runs a statement for its effect.
  package func run(_ sql: String, _ values: Value...) throws(SQLiteError) {
    try with(sql) { (statement) throws(SQLiteError) in
      try statement.bind(values)
      try statement.run()
    }
  }

  /// Calls `body` for each row.
  package func each(
    _ sql: String, _ values: [Value] = [], _ body: (Statement) throws(SQLiteError) -> Void
  ) throws(SQLiteError) {
    try with(sql) { (statement) throws(SQLiteError) in
      try statement.bind(values)
      while try statement.step() { try body(statement) }
    }
  }

  /// What `body` makes of each row.
  package func all<Element>(
    _ sql: String, _ values: [Value] = [], _ body: (Statement) throws(SQLiteError) -> Element
  ) throws(SQLiteError) -> [Element] {
    var elements: [Element] = []
    try each(sql, values) { (row) throws(SQLiteError) in elements.append(try body(row)) }
    return elements
  }

  /// What `body` makes of the first row; null where there is none.
  package func first<Element>(
    _ sql: String, _ values: [Value] = [], _ body: (Statement) throws(SQLiteError) -> Element
  ) throws(SQLiteError) -> Element? {
    try with(sql) { (statement) throws(SQLiteError) in
      try statement.bind(values)
      return try statement.step() ? try body(statement) : nil
    }
  }

  /// The number in the first column of the first row, 0 where there is none.
  package func number(_ sql: String, _ values: Value...) throws(SQLiteError) -> Int {
    try first(sql, values) { (row) in row.int(0) } ?? 0
  }

  /// Runs the statements of a script, which come from this program alone.
  package func execute(script: String) throws(SQLiteError) {
    let code = sqlite3_exec(handle, script, nil, nil, nil)
    guard code == SQLITE_OK else { throw SQLiteError(code, in: handle, sql: script) }
  }

  package var lastInsertedRow: Int64 { sqlite3_last_insert_rowid(handle) }
}

extension Connection {
  package enum TransactionKind: String {
    /// Takes the write lock at once: a read that turns into a write fails without waiting.
    case write = "BEGIN IMMEDIATE"
    /// All reads see one state of the store.
    case read = "BEGIN"
  }

  /// Runs `body` in a transaction, which is rolled back where it throws.
  @discardableResult
  package func transaction<Result>(
    _ kind: TransactionKind, _ body: () throws(SQLiteError) -> Result
  ) throws(SQLiteError) -> Result {
    try run(kind.rawValue)
    do {
      let result = try body()
      try run("COMMIT")
      return result
    } catch {
      // Some errors (a full disk, say) have rolled it back already; the first error is the one to tell.
      if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }
}

/// Facts about the SQLite library in use.
package enum SQLiteLibrary {
  /// `3.40.1`
  package static var version: String { String(cString: sqlite3_libversion()) }
}
