import Communique

/// How two documents belong together.
public enum DocumentLink: String, Sendable, CaseIterable {
  /// The same event in another language.
  case version
  /// The same text from another outlet.
  case duplicate
}

/// A document that belongs to another.
public struct StoredLink: Sendable, Hashable {
  public let document: StoredDocument
  public let kind: DocumentLink
  /// 0 … 1; 1 where a user said so.
  public let confidence: Double
}

/// What linking a whole store anew found.
public struct LinkSummary: Sendable, Hashable {
  /// Documents that were looked at.
  public var documents = 0
  /// Pairs of documents that belong together.
  public var versions = 0
  public var duplicates = 0
  /// Pairs of agreements that are one undertaking.
  public var agreements = 0
}
