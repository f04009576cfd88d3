import Communique

extension JSON {
  /// What a document was read from, with the text that its offsets count in.
  static func source(_ source: SourceText) -> JSON {
    .object([
      "format": .string(source.format.rawValue),
      "encoding": .string(source.encoding ?? "utf-8"),
      "normalised": .bool(source.isNormalised),
      "url": .string(source.metadata.url),
      "pages": .array(source.pages.map { .int($0) }),
      "text": .string(source.text),
    ])
  }
}

extension SourceText {
  /// Whether the stored text is the file, byte for byte.
  var isTheFileItself: Bool {
    (format == .text || format == .markdown) && encoding == nil && !isNormalised && metadata.url == nil
  }
}
