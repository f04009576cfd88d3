/// A text as a reader of some format found it, before it is analysed.
public struct SourceText: Sendable, Hashable {
  /// The path or name that it came under; a document inside a file is named `FILE#PART` (feed entry) or `FILE/PART`
  /// (archive member).
  public var file: String
  /// The text that all offsets refer to: UTF-8.
  public var text: String
  public var format: SourceFormat
  /// Where the pages of the original begin in `text`, UTF-8 byte offsets, ascending.
  public var pages: [Int]
  public var metadata: SourceMetadata
  /// What the text was decoded from where that was not UTF-8: `windows-1252`, `utf-16le`.
  public var encoding: String?
  /// Letters and accents were written apart and have been joined (NFC).
  public var isNormalised: Bool

  public init(
    file: String, text: String, format: SourceFormat, pages: [Int] = [], metadata: SourceMetadata = SourceMetadata(),
    encoding: String? = nil, isNormalised: Bool = false
  ) {
    self.file = file
    self.text = text
    self.format = format
    self.pages = pages
    self.metadata = metadata
    self.encoding = encoding
    self.isNormalised = isNormalised
  }
}
