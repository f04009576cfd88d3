/// Why a query matches nothing, and what would.
public struct Advice: Sendable, Hashable {
  /// One word or filter of the query, asked alone.
  public struct Part: Sendable, Hashable {
    public let query: Query
    /// How many agreements match it alone: 0 names a culprit.
    public let count: Int
    /// For a word or publisher without matches, the store's own nearest, nearest and most frequent first.
    public let suggestions: [TermSuggestion]
  }

  /// The query with something given up, and what it then finds (never nothing).
  public struct Relaxation: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
      /// One part left out: `dropped`.
      case withoutPart
      /// Any of the words instead of all.
      case anyWord
      /// The other forms and the other language too, where `exact` was asked.
      case notExact
      /// A word replaced by its nearest spelling.
      case respelled
    }

    public let kind: Kind
    public let query: Query
    public let dropped: Query?
    public let total: Int
  }

  public let parts: [Part]
  /// Most telling first: respelled, then those that give up least.
  public let relaxations: [Relaxation]
}

/// A word of the store that is near to one it lacks.
public struct TermSuggestion: Sendable, Hashable {
  public let term: String
  /// In how many agreements it stands.
  public let count: Int
  /// Edits between the two, folded.
  public let distance: Int
}
