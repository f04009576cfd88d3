/// A file that was looked at, as it was then: what tells whether it must be looked at again.
public struct SourceFileState: Sendable, Hashable {
  /// The path that it was given under.
  public var file: String
  /// In bytes.
  public var size: Int64
  /// When it was last changed, in nanoseconds since 1970. Compared for equality alone, as clocks err.
  public var modified: Int64
  /// SHA-256 of its bytes, in hexadecimal.
  public var digest: String
  /// Why nothing came of it: a code; null where its documents are stored.
  public var reason: String?

  public init(file: String, size: Int64, modified: Int64, digest: String, reason: String? = nil) {
    self.file = file
    self.size = size
    self.modified = modified
    self.digest = digest
    self.reason = reason
  }
}

/// A file on its way into the store: what it was, and the documents found in it.
public struct PreparedFile: Sendable {
  /// The file, and the sidecar that was read with it; none for standard input.
  public var states: [SourceFileState]
  public var documents: [PreparedCommunique]

  public init(states: [SourceFileState] = [], documents: [PreparedCommunique]) {
    self.states = states
    self.documents = documents
  }
}
