import Communique

/// What a document was before a newer version replaced it.
public struct EarlierVersion: Sendable, Hashable {
  /// From 1, the oldest.
  public let number: Int
  /// When a newer version came: ISO 8601, UTC, to the second.
  public let replacedOn: String
  public let title: String?
  public let publishedOn: CalendarDate?
  public let heldOn: CalendarDate?
  /// How many agreements were found in it.
  public let agreements: Int

  public init(
    number: Int, replacedOn: String, title: String?, publishedOn: CalendarDate?, heldOn: CalendarDate?, agreements: Int
  ) {
    self.number = number
    self.replacedOn = replacedOn
    self.title = title
    self.publishedOn = publishedOn
    self.heldOn = heldOn
    self.agreements = agreements
  }
}
