/// Why no text came of a file or of a part of it.
public struct ReadingError: Error, Hashable, Sendable {
  /// The file, or the part of it: `FILE/MEMBER`, `FILE#ENTRY`.
  public let file: String
  public let reason: Reason

  public init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  public enum Reason: Error, Hashable, Sendable {
    case empty
    /// NUL bytes or control characters throughout.
    case binary
    /// A format that is known and not read: `png`, `xls`, `rar` …
    case unknownFormat(String)
    /// Bytes.
    case tooLarge(limit: Int)
    /// A PDF of pictures only.
    case scannedPDF
    case encrypted
    /// What the decoder said, in English.
    case damaged(String)
    /// Archives in archives, elements in elements.
    case tooDeep(limit: Int)
    case tooManyMembers(limit: Int)
    /// It unpacks to far more than it is.
    case bomb
    /// A program that is not installed.
    case missingTool(String)
    /// A library that is not installed.
    case missingLibrary(String)
    case timedOut(seconds: Int)
    /// The program that reads it needed more memory than it may have, or crashed.
    case outOfMemory
    /// Well made, but without a word.
    case noText
    /// A key of a front matter that says nothing we know, or a value that cannot be read.
    case badMetadata(MetadataProblem)
  }

  /// Stable and English: what `source_file.reason` and JSON hold.
  public var code: String {
    switch reason {
    case .empty: "empty"
    case .binary: "binary"
    case .unknownFormat: "unknown-format"
    case .tooLarge: "too-large"
    case .scannedPDF: "scanned-pdf"
    case .encrypted: "encrypted"
    case .damaged: "damaged"
    case .tooDeep: "too-deep"
    case .tooManyMembers: "too-many-members"
    case .bomb: "bomb"
    case .missingTool: "missing-tool"
    case .missingLibrary: "missing-library"
    case .timedOut: "timed-out"
    case .outOfMemory: "out-of-memory"
    case .noText: "no-text"
    case .badMetadata: "bad-metadata"
    }
  }
}
