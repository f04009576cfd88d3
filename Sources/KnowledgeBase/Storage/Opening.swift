@preconcurrency import Glibc
import SQLiteStore
import Schema

/// Opens the file of a store, and tells what else it may be.
struct Opening {
  /// "kbcm" in ASCII: says that a file is a store of this program.
  static let applicationID: Int32 = 0x6B62_636D

  static var migrator: Migrator {
    Migrator(applicationID: applicationID, latest: Int(schema_migration_count())) { number in
      schema_migration(Int32(number)).map { String(cString: $0) } ?? ""
    }
  }

  let path: String
  let mode: KnowledgeBase.Mode

  func connection() throws(KnowledgeBaseError) -> Connection {
    let isThere = try look()
    if mode == .write {
      try makeFolder()
    } else if !isThere {
      throw .notFound(path: path)
    }
    do {
      let connection = try mode == .read ? Connection.reading(path) : Connection.writing(path)
      try check(connection)
      return connection
    } catch let error as SQLiteError {
      throw KnowledgeBaseError(error, path: path, nil)
    } catch let error as KnowledgeBaseError {
      throw error
    } catch {
      throw .cannotOpen(path: path, detail: "\(error)")
    }
  }

  /// Whether there is anything; throws where it is not even a file. A file without content, as a process leaves that
  /// was killed at its first step, is nothing yet.
  private func look() throws(KnowledgeBaseError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == EACCES else { return false }
      throw .cannotOpen(path: path, detail: String(cString: strerror(EACCES)))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return status.st_size > 0
    case S_IFDIR: throw .isFolder(path: path)
    // A pipe would be waited for without end.
    default: throw .notAStore(path: path)
    }
  }

  private func check(_ connection: Connection) throws {
    let migrator = Self.migrator
    switch try migrator.state(of: connection) {
    case .ours(let version) where version == migrator.latest: break
    case .ours(let version) where mode == .read:
      throw KnowledgeBaseError.olderStore(path: path, found: version, known: migrator.latest)
    case .empty where mode == .read: throw KnowledgeBaseError.notAStore(path: path)
    case .ours, .empty:
      try connection.useWriteAheadLog()
      try migrator.migrate(connection)
    case .newer(let version):
      throw KnowledgeBaseError.newerStore(path: path, found: version, known: migrator.latest)
    case .foreign: throw KnowledgeBaseError.notAStore(path: path)
    }
  }

  /// Makes the folder of a new store and those above it, for the owner alone.
  private func makeFolder() throws(KnowledgeBaseError) {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for end in parts.indices {
      let folder = parts[...end].joined(separator: "/")
      guard !folder.isEmpty, mkdir(folder, 0o700) != 0, errno != EEXIST else { continue }
      let code = errno
      // Folders above may not be ours to write, and still be there.
      guard access(folder, F_OK) != 0 else { continue }
      switch code {
      case EACCES, EPERM, EROFS: throw .readOnly(path: path)
      case ENOSPC, EDQUOT: throw .diskFull(path: path)
      default: throw .cannotOpen(path: path, detail: folder + ": " + String(cString: strerror(code)))
      }
    }
  }
}

extension KnowledgeBaseError {
  init(_ error: SQLiteError, path: String, _ interruption: Interruption?) {
    switch error.kind {
    case .busy: self = .busy(path: path)
    case .readOnly: self = .readOnly(path: path)
    case .full: self = .diskFull(path: path)
    case .input: self = .diskFails(path: path, detail: error.detail)
    case .damaged: self = .damaged(path: path, detail: error.message)
    case .notADatabase: self = .notAStore(path: path)
    case .unreadableLog: self = .unreadableLog(path: path)
    case .cannotOpen: self = .cannotOpen(path: path, detail: error.detail)
    case .interrupted: self = interruption?.wasRequested == false ? .timedOut : .interrupted
    case .constraint, .other: self = .sqlite(code: Int(error.code), message: error.message, sql: error.sql)
    }
  }
}
