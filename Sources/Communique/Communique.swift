/// A communiqué that has been read: what it is, and the agreements found in it.
public struct Communique: Sendable, Hashable {
  /// The path or name it came under, as the user gave it.
  public var file: String
  /// The whole text that all offsets refer to.
  public var text: String
  /// Null where it is neither French nor English.
  public var language: Language?
  public var title: String?
  /// The outlet or office that published it: "Xinhua", "Office of the Spokesperson".
  public var publisher: String?
  /// The date that the piece carries.
  public var publishedOn: CalendarDate?
  /// The day of the meeting or event; of several days, the one on which the outcome was adopted.
  public var heldOn: CalendarDate?
  /// Where it was published, as its metadata say.
  public var url: String?
  /// What it was read from; null where only a text was given.
  public var format: SourceFormat?
  /// Where the pages of the original begin in `text`, UTF-8 byte offsets, ascending; empty for formats without pages.
  public var pages: [Int]
  /// The parties of the meeting, which "the two sides" and "we" stand for.
  public var parties: [Party]
  public var agreements: [Agreement]
  /// Passages that were not read as text of the communiqué, with the reason.
  public var setAside: [SetAside]

  public init(
    file: String, text: String, language: Language? = nil, title: String? = nil, publisher: String? = nil,
    publishedOn: CalendarDate? = nil, heldOn: CalendarDate? = nil, url: String? = nil, format: SourceFormat? = nil,
    pages: [Int] = [], parties: [Party] = [], agreements: [Agreement] = [], setAside: [SetAside] = []
  ) {
    self.file = file
    self.text = text
    self.language = language
    self.title = title
    self.publisher = publisher
    self.publishedOn = publishedOn
    self.heldOn = heldOn
    self.url = url
    self.format = format
    self.pages = pages
    self.parties = parties
    self.agreements = agreements
    self.setAside = setAside
  }

  /// The date of its agreements: the event's, else the publication's.
  public var date: CalendarDate? { heldOn ?? publishedOn }
}

/// A passage that the analysis set aside.
public struct SetAside: Sendable, Hashable {
  /// UTF-8 byte offsets, half open.
  public var span: Range<Int>
  /// The name of the rule, as `docs/extraction.md` lists them: "furniture", "praise", "background" …
  public var reason: String

  public init(span: Range<Int>, reason: String) {
    self.span = span
    self.reason = reason
  }
}
