/// Lines of `key = value` (TOML's strings, dates and comments) or `key: value` (front matter), as far as metadata
/// need them.
public enum KeyLines {
  /// Reads metadata from such lines.
  ///
  /// - Parameters:
  ///   - separator: `=` or `:`.
  ///   - firstLine: the number of the first line, for errors.
  ///   - skipsUnknown: front matter of Markdown serves other programs too (`tags:`, `layout:`); what it says besides
  ///     is passed over there.
  public static func metadata(
    _ text: some StringProtocol, separator: UInt8, firstLine: Int = 1, skipsUnknown: Bool = false
  ) throws(MetadataProblem) -> MetadataFields {
    var fields = MetadataFields()
    var number = firstLine - 1
    for line in Array(text.utf8).split(omittingEmptySubsequences: false, whereSeparator: { $0 == 0x0A }) {
      number += 1
      let bytes = trimmed(line)
      guard let first = bytes.first, first != UInt8(ascii: "#") else { continue }
      guard let place = bytes.firstIndex(of: separator), place > bytes.startIndex, !isNested(line) else {
        if skipsUnknown { continue }
        throw MetadataProblem(kind: .notALine, key: String(decoding: bytes, as: UTF8.self), line: number)
      }
      let key = unquoted(trimmed(bytes[..<place]))
      guard let value = value(trimmed(bytes[(place + 1)...])) else {
        throw MetadataProblem(kind: .notALine, key: String(decoding: bytes, as: UTF8.self), line: number)
      }
      do {
        try fields.take(key, value, line: number)
      } catch {
        if !(skipsUnknown && error.kind == .unknownKey) { throw error }
      }
    }
    return fields
  }

  /// Lines of a list or of a mapping inside a key belong to that key.
  private static func isNested(_ line: ArraySlice<UInt8>) -> Bool {
    line.first.map { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "-") } ?? false
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, ASCII.isSpace(first) { bytes.removeFirst() }
    while let last = bytes.last, ASCII.isSpace(last) { bytes.removeLast() }
    return bytes
  }

  private static func unquoted(_ bytes: ArraySlice<UInt8>) -> String { value(bytes) ?? "" }

  /// A string in either quotation mark, or bare up to a comment; null where a string does not end.
  private static func value(_ bytes: ArraySlice<UInt8>) -> String? {
    guard let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      var end = bytes.startIndex
      while end < bytes.endIndex {
        if bytes[end] == UInt8(ascii: "#"), end == bytes.startIndex || ASCII.isSpace(bytes[end - 1]) { break }
        end += 1
      }
      return String(decoding: trimmed(bytes[..<end]), as: UTF8.self)
    }
    var output: [UInt8] = []
    var index = bytes.startIndex + 1
    while index < bytes.endIndex, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), index + 1 < bytes.endIndex {
        index += 1
        output.append(escapes[bytes[index]] ?? bytes[index])
      } else {
        output.append(bytes[index])
      }
      index += 1
    }
    guard index < bytes.endIndex else { return nil }
    let rest = trimmed(bytes[(index + 1)...])
    guard rest.isEmpty || rest.first == UInt8(ascii: "#") else { return nil }
    return String(decoding: output, as: UTF8.self)
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "t"): 0x09, UInt8(ascii: "r"): 0x0D,
  ]
}
