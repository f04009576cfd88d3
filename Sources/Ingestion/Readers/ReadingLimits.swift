/// How much a reader takes before it gives up: files come from anywhere, and some are made to do harm.
///
/// `docs/formats.md` states the standard ones.
public struct ReadingLimits: Sendable, Hashable {
  /// A file as it lies on the disk, and a member of an archive once unpacked.
  public var maxFileBytes = 256 << 20
  /// HTML and XML, whose tree takes several times their size.
  public var maxMarkupBytes = 64 << 20
  /// Wall-clock time of parsing one page, feed or part of an office file.
  public var markupSeconds = 30
  /// The text of one document.
  public var maxTextBytes = 256 << 20
  /// Elements inside elements.
  public var maxElementDepth = 256
  /// Members of one archive, attachments of one mail.
  public var maxMembers = 100_000
  /// All members of a file, archives inside it included.
  public var maxUnpackedBytes = 4 << 30
  /// Unpacked bytes for each packed one; asked once `ratioGrace` bytes are unpacked.
  public var maxRatio = 200
  public var ratioGrace = 16 << 20
  /// Archives and mails inside each other.
  public var maxDepth = 4
  /// Wall-clock and processor time of the program that reads a PDF.
  public var pdfSeconds = 60
  /// Address space of that program.
  public var pdfMemoryBytes = 2 << 30

  public init() {}

  public static let standard = ReadingLimits()
}
