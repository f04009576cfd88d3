/// Names that documents have. Files named by a user are read whatever their name; in folders and archives only these.
public enum ReadableNames {
  /// Endings in lower case, with their dot.
  public static let endings = [
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".shtml", ".pdf", ".docx", ".docm", ".odt", ".ott",
    ".rss", ".atom", ".rdf", ".xml", ".eml", ".mht", ".mhtml", ".zip", ".tar", ".tgz", ".gz",
  ]

  /// Whether a file of a folder or archive is to be looked into. Hidden files and those beside a document
  /// (`.meta.toml`) are not.
  public static func isReadable(_ name: String) -> Bool {
    let base = name.utf8.split(separator: 0x2F).last.map { String(decoding: Array($0), as: UTF8.self) } ?? ""
    guard !base.hasPrefix("."), !name.hasPrefix("__MACOSX/") else { return false }
    let lower = ASCII.lowercased(base)
    return endings.contains { lower.utf8.count > $0.utf8.count && lower.hasSuffix($0) }
  }
}
