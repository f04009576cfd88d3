/// The names of members, made labels that lead nowhere and show nothing but themselves.
enum MemberName {
  /// `../../etc/passwd` → `etc/passwd`, `C:\texts\a.txt` → `texts/a.txt`; control characters become `_`.
  static func label(_ name: String?, number: Int) -> String {
    var parts: [[UInt8]] = []
    for part in Array((name ?? "").utf8).split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }) {
      let bytes = part.map { $0 < 0x20 || $0 == 0x7F ? UInt8(ascii: "_") : $0 }
      if bytes == [0x2E] || bytes == [0x2E, 0x2E] || bytes.count == 2 && bytes[1] == 0x3A { continue }
      parts.append(bytes)
    }
    let label = String(decoding: Array(parts.joined(separator: [0x2F])), as: UTF8.self)
    return label.isEmpty ? "member-\(number)" : label
  }
}

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
