/// What ingesting a communiqué did to the store.
public enum IngestOutcome: Sendable, Hashable {
  case added(id: Int64)
  /// The same content was there already, under this or another file name.
  case unchanged(id: Int64)
  /// The file was known with other content, which it replaces under the same document id.
  case replaced(id: Int64)

  /// The document that holds the content now.
  public var id: Int64 {
    switch self {
    case .added(let id), .unchanged(let id), .replaced(let id): id
    }
  }
}
