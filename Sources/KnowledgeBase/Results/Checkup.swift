/// What `kb doctor` found.
public struct Checkup: Sendable, Hashable {
  /// One thing looked at.
  public struct Item: Sendable, Hashable {
    public enum Name: String, Sendable, CaseIterable {
      /// `PRAGMA integrity_check`
      case integrity
      /// `PRAGMA foreign_key_check`
      case foreignKeys = "foreign_keys"
      /// FTS5's own `integrity-check`, which sees what the first does not.
      case searchIndex = "search_index"
      /// Every agreement is in the index, once, and nothing else.
      case searchRows = "search_rows"
      /// The counts kept for facets and totals agree with the agreements.
      case counts
      /// What is shown once, and the counts kept for that, agree with the alignment of versions.
      case versions
      /// The counts kept for words agree with the index.
      case terms
      /// Every quote stands at its offsets in its document's text.
      case quotes
      /// The index was made with the vocabulary of this program.
      case vocabulary
    }

    public let name: Name
    public let passed: Bool
    /// Numbers and identifiers, in no language: "3 of 1200", a vocabulary's version, SQLite's message.
    public let detail: String
  }

  public let items: [Item]

  /// Of a file that is too damaged to be looked into.
  ///
  /// - Parameter detail: what SQLite says of it.
  public static func ofDamagedFile(_ detail: String) -> Checkup {
    Checkup(items: [Item(name: .integrity, passed: false, detail: detail)])
  }

  /// Whether what failed can all be made anew from the documents.
  public var isMendedByRebuilding: Bool {
    let whole: Set<Item.Name> = [.integrity, .foreignKeys, .quotes]
    return !passed && items.allSatisfy { $0.passed || !whole.contains($0.name) }
  }

  public var passed: Bool { items.allSatisfy(\.passed) }
}
