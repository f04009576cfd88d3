import Communique

/// The lines between `---` or `+++` at the head of a Markdown file.
///
/// They stay in the stored text, so that offsets refer to the file's own bytes; their dates and titles count as
/// metadata, and the analysis does not read them: it sees blanks in their place.
struct FrontMatter {
  var metadata: SourceMetadata
  /// UTF-8 byte offsets into the text, both fences included.
  var range: Range<Int>

  /// Null where there is none.
  init?(_ text: String) throws(MetadataProblem) {
    let bytes = Array(text.utf8.prefix(1 << 16))
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let dashes: [UInt8] = [0x2D, 0x2D, 0x2D]
    let pluses: [UInt8] = [0x2B, 0x2B, 0x2B]
    let fence = bytes[mark...].starts(with: dashes) ? dashes : pluses
    guard bytes[mark...].starts(with: fence), let opened = Self.lineEnd(bytes, mark), Self.isFence(bytes, mark, fence)
    else { return nil }
    var start = opened
    while start < bytes.count {
      let next = Self.lineEnd(bytes, start) ?? bytes.count
      if Self.isFence(bytes, start, fence) {
        let content = String(decoding: bytes[opened..<start], as: UTF8.self)
        guard Self.looksLikeKeys(bytes[opened..<start]) else { return nil }
        let separator = fence == dashes ? UInt8(ascii: ":") : UInt8(ascii: "=")
        metadata = try KeyLines.metadata(content, separator: separator, firstLine: 2, skipsUnknown: true).metadata
        range = mark..<next
        return
      }
      start = next
    }
    return nil
  }

  /// A rule (`---`) over a text is no front matter.
  private static func looksLikeKeys(_ bytes: ArraySlice<UInt8>) -> Bool {
    let first = bytes.split(separator: 0x0A).first { $0.contains { !ASCII.isSpace($0) } }
    guard let first, let place = first.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") }) else {
      return false
    }
    return first[..<place].count <= 40 && !ASCII.trimmed(String(decoding: first[..<place], as: UTF8.self)).contains(" ")
  }

  private static func isFence(_ bytes: [UInt8], _ start: Int, _ fence: [UInt8]) -> Bool {
    let end = lineEnd(bytes, start) ?? bytes.count
    let line = bytes[start..<end]
    return line.starts(with: fence) && line.dropFirst(3).allSatisfy(ASCII.isSpace)
  }

  /// Where the next line starts.
  private static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 }
  }
}
