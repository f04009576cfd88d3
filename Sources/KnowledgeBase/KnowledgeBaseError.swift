import SQLiteStore

/// What can go wrong with a store. Values, not sentences: the command line words them in the user's language.
public enum KnowledgeBaseError: Error, Sendable, Hashable {
  /// No file there, though the mode asks for one.
  case notFound(path: String)
  /// A file that is no store of ours: no database, or another program's.
  case notAStore(path: String)
  /// Made by a later version of this program: its `user_version`, and the latest known here.
  case newerStore(path: String, found: Int, known: Int)
  /// Made by an earlier version: the next command that writes brings it up to date, a read cannot.
  case olderStore(path: String, found: Int, known: Int)
  /// Another process holds the lock, longer than the busy timeout.
  case busy(path: String)
  /// The file or its folder cannot be written.
  case readOnly(path: String)
  /// It exists but may not be opened, or its folder cannot be made.
  case cannotOpen(path: String, detail: String)
  /// The last writes are in its write-ahead log, which cannot be read in a folder that may not be written.
  case unreadableLog(path: String)
  case diskFull(path: String)
  /// The disk, or what stands for it, fails to read or write: the system's words.
  case diskFails(path: String, detail: String)
  /// A folder is there, where a file should be.
  case isFolder(path: String)
  /// The file is damaged: what SQLite says of it.
  case damaged(path: String, detail: String)
  /// `interrupt()` was called while it ran.
  case interrupted
  /// It ran longer than `timeLimit`.
  case timedOut
  /// Any other error of SQLite: its extended result code, its message and the statement.
  case sqlite(code: Int, message: String, sql: String?)
}
