/// What is known of a communiqué besides its text: from the markup of a page, a file beside it, or the user.
///
/// What it says wins over what the text says of itself.
public struct SourceMetadata: Sendable, Hashable {
  public var title: String?
  public var publisher: String?
  /// The date that the piece carries; days such as "Tuesday" are counted from it.
  public var publishedOn: CalendarDate?
  public var heldOn: CalendarDate?
  public var language: Language?
  public var url: String?

  public init(
    title: String? = nil, publisher: String? = nil, publishedOn: CalendarDate? = nil, heldOn: CalendarDate? = nil,
    language: Language? = nil, url: String? = nil
  ) {
    self.title = title
    self.publisher = publisher
    self.publishedOn = publishedOn
    self.heldOn = heldOn
    self.language = language
    self.url = url
  }

  /// These, and where they are silent the others.
  public func filled(from others: SourceMetadata) -> SourceMetadata {
    SourceMetadata(
      title: title ?? others.title, publisher: publisher ?? others.publisher,
      publishedOn: publishedOn ?? others.publishedOn, heldOn: heldOn ?? others.heldOn,
      language: language ?? others.language, url: url ?? others.url)
  }
}
