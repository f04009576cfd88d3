import CSQLite

/// Brings a file to the newest form by numbered scripts, each run once, in a transaction of its own.
///
/// `application_id` says that a file is ours, `user_version` which script was run last.
package struct Migrator {
  package enum State: Sendable, Hashable {
    /// Nothing in it yet.
    case empty
    case ours(version: Int)
    /// Made by a later program.
    case newer(version: Int)
    /// Another program's database.
    case foreign
  }

  package let applicationID: Int32
  /// The number of the last script.
  package let latest: Int
  /// The script of a number, 1 … `latest`.
  package let script: (Int) -> String

  package init(applicationID: Int32, latest: Int, script: @escaping (Int) -> String) {
    self.applicationID = applicationID
    self.latest = latest
    self.script = script
  }

  package func state(of connection: Connection) throws(SQLiteError) -> State {
    let application = try connection.number("PRAGMA application_id")
    let version = try connection.number("PRAGMA user_version")
    if application == Int(applicationID) {
      return version > latest ? .newer(version: version) : .ours(version: version)
    }
    let tables = try connection.number("SELECT count(*) FROM sqlite_master")
    return application == 0 && tables == 0 ? .empty : .foreign
  }

  /// Runs the scripts that the file lacks. Nothing happens to a file that is newer or another program's.
  package func migrate(_ connection: Connection) throws(SQLiteError) {
    while try !runNext(connection) {}
  }

  /// Runs one script, or none and gives true. The version is read inside the transaction, as another process
  /// may be migrating too.
  private func runNext(_ connection: Connection) throws(SQLiteError) -> Bool {
    try connection.transaction(.write) { () throws(SQLiteError) in
      let version: Int
      switch try state(of: connection) {
      case .empty: version = 0
      case .ours(let found): version = found
      case .newer, .foreign: return true
      }
      guard version < latest else { return true }
      try connection.execute(script: script(version + 1))
      try connection.execute(
        script: "PRAGMA application_id = \(applicationID); PRAGMA user_version = \(version + 1)")
      return false
    }
  }
}
