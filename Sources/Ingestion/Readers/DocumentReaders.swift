import Communique

/// Turns files of all formats into texts.
///
/// The format is found by content first and by name second. Not Sendable: a worker has its own.
public final class DocumentReaders {
  public typealias Each = (Result<SourceText, ReadingError>) throws -> Void

  let limits: ReadingLimits

  public init(limits: ReadingLimits = .standard) { self.limits = limits }

  /// Calls `each` for every document in the bytes, in order: one for most formats, many for feeds and archives.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - file: the path or name that it came under; its ending helps where the content leaves a doubt.
  ///   - given: what the user said of it, by flags or in a file beside it; wins over what the file says of itself.
  ///   - each: gets a text or the reason why there is none; what it throws ends the reading.
  public func read(_ bytes: [UInt8], file: String, given: SourceMetadata = SourceMetadata(), each: Each) rethrows {
    try read(FileInput(bytes: bytes, file: file, given: given), each)
  }

  private func read(_ input: FileInput, _ each: Each) rethrows {
    try each(result(for: input) { () throws(ReadingError.Reason) in try plainText(input) })
  }

  private func plainText(_ input: FileInput) throws(ReadingError.Reason) -> SourceText {
    guard !input.bytes.isEmpty else { throw .empty }
    let decoded = try TextDecoder().decode(input.bytes)
    return SourceText(
      file: input.file, text: decoded.text, format: .text, metadata: input.given, encoding: decoded.encoding)
  }

  func result(
    for input: FileInput, _ body: () throws(ReadingError.Reason) -> SourceText
  ) -> Result<SourceText, ReadingError> {
    do throws(ReadingError.Reason) {
      return .success(try body())
    } catch {
      return .failure(ReadingError(file: input.file, reason: error))
    }
  }
}
