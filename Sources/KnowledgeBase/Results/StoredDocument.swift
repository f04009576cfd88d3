import Communique

/// A communiqué in the store, without its text.
public struct StoredDocument: Sendable, Hashable, Identifiable {
  public let id: Int64
  /// The path or name it came under.
  public var file: String
  public var title: String?
  public var language: Language?
  public var publisher: String?
  public var publishedOn: CalendarDate?
  public var heldOn: CalendarDate?
  public var url: String?
  /// What it was read from.
  public var format: SourceFormat?
  /// The parties of the meeting.
  public var parties: [Party]
  /// How many agreements were found in it.
  public var agreements: Int
  /// The same event's documents in another language.
  public var versions: [Int64]
  /// Documents with the same text from another outlet.
  public var duplicates: [Int64]

  /// The date of its agreements: the event's, else the publication's.
  public var date: CalendarDate? { heldOn ?? publishedOn }
}
