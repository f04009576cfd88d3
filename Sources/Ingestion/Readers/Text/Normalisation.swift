import CReaders
import Communique
import Glibc

/// Joins letters and accents that are written apart (NFC), as files from some systems have them: "e" and U+0301 is "é".
///
/// A text without such accents, which is nearly every one, is not touched, and not even copied.
enum Normalisation {
  static func normalised(_ source: SourceText) throws(ReadingError.Reason) -> SourceText {
    var text = source.text
    guard text.withUTF8({ hasCombiningMarks($0) }) else { return source }
    let (status, joined) = text.withUTF8 { joinedText($0) }
    switch status {
    case reader_ok: break
    case reader_missing: throw .missingLibrary("libutf8proc")
    default: return source
    }
    guard let joined, joined != source.text || joined.utf8.count != source.text.utf8.count else { return source }
    var result = source
    result.text = joined
    result.isNormalised = true
    result.pages = pages(source)
    return result
  }

  /// Where pages begin once what lies between their beginnings is joined.
  private static func pages(_ source: SourceText) -> [Int] {
    let bytes = Array(source.text.utf8)
    var previous = 0
    var length = 0
    return source.pages.map { page in
      length += bytes[previous..<page].withUnsafeBufferPointer { joinedText($0).text?.utf8.count ?? $0.count }
      previous = page
      return length
    }
  }

  /// U+0300 … U+036F start with the bytes CC and CD.
  private static func hasCombiningMarks(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress else { return false }
    return memchr(start, 0xCC, bytes.count) != nil || memchr(start, 0xCD, bytes.count) != nil
  }

  private static func joinedText(_ bytes: UnsafeBufferPointer<UInt8>) -> (status: reader_status, text: String?) {
    var output: UnsafeMutablePointer<UInt8>?
    var count = 0
    let status = CReaders.normalised(bytes.baseAddress, bytes.count, &output, &count)
    guard status == reader_ok, let output else { return (status, nil) }
    defer { normalised_free(output) }
    return (status, String(decoding: UnsafeBufferPointer(start: output, count: count), as: UTF8.self))
  }
}
