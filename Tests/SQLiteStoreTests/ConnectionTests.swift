import Glibc
import SQLiteStore
import Testing

@Suite struct ConnectionTests {
  let file = TemporaryFile()

  private func connection() throws -> Connection {
    let connection = try Connection.writing(file.path)
    try connection.execute(script: "CREATE TABLE t (a, b)")
    return connection
  }

  @Test(arguments: [
    Value.null, .integer(Int64(0)), .integer(Int64.min), .integer(Int64.max), .real(0.1), .real(-1e300), .text(""),
    .text("l’énergie"),
    .text("a\0b"), .blob([]), .blob([0, 255]),
  ])
  func valuesComeBackAsBound(_ value: Value) throws {
    let connection = try connection()
    try connection.run("INSERT INTO t (a) VALUES (?)", value)
    let found = try connection.first("SELECT a, typeof(a) FROM t") { (row) -> Value in
      switch row.text(1) {
      case "integer": .integer(row.integer(0))
      case "real": .real(row.real(0))
      case "text": .text(row.text(0))
      case "blob": .blob(row.withBytes(0) { Array($0) })
      default: .null
      }
    }
    #expect(found == value)
  }

  @Test func errorsCarryCodeMessageAndStatement() throws {
    let connection = try connection()
    #expect {
      try connection.run("SELECT absent FROM t")
    } throws: { error in
      let error = error as? SQLiteError
      return error?.code == 1 && error?.message == "no such column: absent" && error?.sql == "SELECT absent FROM t"
    }
  }

  @Test func failedTransactionLeavesNothing() throws {
    let connection = try connection()
    #expect(throws: SQLiteError.self) {
      try connection.transaction(.write) { () throws(SQLiteError) in
        try connection.run("INSERT INTO t (a) VALUES (1)")
        try connection.run("INSERT INTO nothing VALUES (1)")
      }
    }
    #expect(try connection.number("SELECT count(*) FROM t") == 0)
    try connection.transaction(.write) { () throws(SQLiteError) in try connection.run("INSERT INTO t (a) VALUES (1)") }
    #expect(try connection.number("SELECT count(*) FROM t") == 1)
  }

  @Test func statementAskedForWhileInUseIsAnother() throws {
    let connection = try connection()
    for number in 0..<3 { try connection.run("INSERT INTO t (a) VALUES (?)", .integer(number)) }
    var pairs = 0
    try connection.each("SELECT a FROM t") { (_) throws(SQLiteError) in
      try connection.each("SELECT a FROM t") { (_) in pairs += 1 }
    }
    #expect(pairs == 9)
  }

  @Test func readerCannotWrite() throws {
    _ = try connection()
    let reader = try Connection.reading(file.path)
    #expect {
      try reader.run("INSERT INTO t (a) VALUES (1)")
    } throws: { ($0 as? SQLiteError)?.kind == .readOnly }
  }

  @Test func interruptionStopsWhatRuns() throws {
    let connection = try connection()
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    connection.interruption.restart(limit: .milliseconds(20))
    #expect { try connection.run(endless) } throws: { ($0 as? SQLiteError)?.kind == .interrupted }
    #expect(connection.interruption.timeIsUp && !connection.interruption.wasRequested)
    connection.interruption.restart(limit: nil)
    #expect(try connection.number("SELECT 1") == 1)
  }

  @Test func writeLockWaitsOnlySoLong() throws {
    let one = try connection()
    let other = try Connection.writing(file.path)
    try other.execute(script: "PRAGMA busy_timeout = 10")
    try one.transaction(.write) { () throws(SQLiteError) -> Void in
      #expect {
        try other.transaction(.write) { () throws(SQLiteError) in }
      } throws: { ($0 as? SQLiteError)?.kind == .busy }
    }
  }
}

@Suite struct MigratorTests {
  let file = TemporaryFile()
  private static let scripts = ["CREATE TABLE one (x)", "CREATE TABLE two (x); INSERT INTO two VALUES (1)"]

  private func migrator(_ latest: Int, id: Int32 = 77) -> Migrator {
    Migrator(applicationID: id, latest: latest) { Self.scripts[$0 - 1] }
  }

  @Test func runsEachScriptOnce() throws {
    let connection = try Connection.writing(file.path)
    #expect(try migrator(2).state(of: connection) == .empty)
    try migrator(1).migrate(connection)
    #expect(try migrator(2).state(of: connection) == .ours(version: 1))
    try migrator(2).migrate(connection)
    try migrator(2).migrate(connection)
    #expect(try connection.number("SELECT count(*) FROM two") == 1)
    #expect(try migrator(2).state(of: connection) == .ours(version: 2))
  }

  @Test func leavesNewerAndForeignFilesAlone() throws {
    let connection = try Connection.writing(file.path)
    try migrator(2).migrate(connection)
    #expect(try migrator(1).state(of: connection) == .newer(version: 2))
    #expect(try migrator(2, id: 78).state(of: connection) == .foreign)
    try migrator(2, id: 78).migrate(connection)
    #expect(try connection.number("PRAGMA application_id") == 77)
  }

  @Test func failedScriptLeavesTheVersionBefore() throws {
    let connection = try Connection.writing(file.path)
    let broken = Migrator(applicationID: 77, latest: 2) { $0 == 1 ? Self.scripts[0] : "CREATE TABLE three (x); oops" }
    #expect(throws: SQLiteError.self) { try broken.migrate(connection) }
    #expect(try broken.state(of: connection) == .ours(version: 1))
    #expect(try connection.number("SELECT count(*) FROM sqlite_master WHERE name = 'three'") == 0)
  }
}

/// A path for a database, removed in the end.
final class TemporaryFile: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/kb-sqlite-XXXXXX".utf8CString)
    _ = mkdtemp(&template)
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self) + "/test.db"
  }

  deinit {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    rmdir(String(path.dropLast("/test.db".count)))
  }
}
