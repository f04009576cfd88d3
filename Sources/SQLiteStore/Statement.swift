import CSQLite

/// One prepared statement; values are bound, never spelled into its text.
package final class Statement {
  package let sql: String
  private let handle: OpaquePointer
  private let database: OpaquePointer
  /// In use by a caller of `Connection.with`.
  var isLent = false

  init(_ sql: String, in database: OpaquePointer) throws(SQLiteError) {
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v3(database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard code == SQLITE_OK, let handle else { throw SQLiteError(code, in: database, sql: sql) }
    self.sql = sql
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds all parameters, in order.
  package func bind(_ values: [Value]) throws(SQLiteError) {
    for (index, value) in values.enumerated() { try bind(value, at: index + 1) }
  }

  /// Binds one parameter; the first is 1.
  package func bind(_ value: Value, at index: Int) throws(SQLiteError) {
    switch value {
    case .null: try check(sqlite3_bind_null(handle, Int32(index)))
    case .integer(let number): try bind(number, at: index)
    case .real(let number): try check(sqlite3_bind_double(handle, Int32(index), number))
    case .text(let text): try bind(text, at: index)
    case .blob(let bytes): try bind(bytes, at: index)
    }
  }

  package func bind(_ number: Int64, at index: Int) throws(SQLiteError) {
    try check(sqlite3_bind_int64(handle, Int32(index), number))
  }

  package func bind(_ text: String, at index: Int) throws(SQLiteError) {
    var text = text
    let code = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        // An empty string has no address, and a null address would bind NULL.
        sqlite3_bind_text64(
          handle, Int32(index), $0.baseAddress ?? Self.empty, UInt64($0.count), Self.copies, UInt8(SQLITE_UTF8))
      }
    }
    try check(code)
  }

  package func bind(_ bytes: [UInt8], at index: Int) throws(SQLiteError) {
    let code = bytes.withUnsafeBytes {
      $0.isEmpty
        ? sqlite3_bind_zeroblob(handle, Int32(index), 0)
        : sqlite3_bind_blob64(handle, Int32(index), $0.baseAddress, UInt64($0.count), Self.copies)
    }
    try check(code)
  }

  /// Goes to the next row; false at the end, where the statement is ready to be bound anew.
  package func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE:
      sqlite3_reset(handle)
      return false
    case let code:
      let error = SQLiteError(code, in: database, sql: sql)
      sqlite3_reset(handle)
      throw error
    }
  }

  /// Makes it ready to be bound anew, wherever it stands.
  package func reset() { sqlite3_reset(handle) }

  /// Runs it to its end, whatever rows it gives.
  package func run() throws(SQLiteError) {
    while try step() {}
  }

  package func run(_ values: Value...) throws(SQLiteError) {
    try bind(values)
    try run()
  }

  private func check(_ code: Int32) throws(SQLiteError) {
    guard code == SQLITE_OK else { throw SQLiteError(code, in: database, sql: sql) }
  }

  /// SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies what is bound.
  private static var copies: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
  nonisolated(unsafe) private static let empty: UnsafePointer<CChar> = {
    let address = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
    address.initialize(to: 0)
    return UnsafePointer(address)
  }()
}

// Columns of the row that the statement stands on; the first is 0.
extension Statement {
  package func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }
  package func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }
  package func int(_ column: Int) -> Int { Int(integer(column)) }
  package func real(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }

  /// The text of a column, empty for NULL. Bytes that are no UTF-8, which only another program can have
  /// written, become replacement characters.
  package func text(_ column: Int) -> String {
    guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  package func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// Lends the bytes of a column for as long as `body` runs.
  package func withBytes<Result>(_ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let start = sqlite3_column_blob(handle, Int32(column))?.assumingMemoryBound(to: UInt8.self)
    return body(UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column)))))
  }
}
