/// What a file is, by its first bytes; its name is asked where they leave a doubt.
enum ContentKind: Equatable {
  case pdf, zip, gzip, tar
  /// Known, and not read; a code of `docs/formats.md`.
  case unreadable(String)
  /// Text of some kind, which is told once it is decoded.
  case text

  static func of(_ bytes: [UInt8], name: String) -> ContentKind {
    for (code, marks) in magic where marks.contains(where: { bytes.starts(with: $0) }) { return .unreadable(code) }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
    if bytes.starts(with: [0x1F, 0x8B]) { return .gzip }
    if ASCII.find("%pdf-", in: bytes.prefix(1024)) != nil { return .pdf }
    if isTar(bytes) { return .tar }
    if bytes.starts(with: oldOffice) { return .unreadable(officeKind(bytes, name: name)) }
    if bytes.count > 12, bytes.starts(with: "RIFF".utf8) {
      let inner = String(decoding: bytes[8..<12], as: UTF8.self)
      return .unreadable(inner == "WEBP" ? "image" : inner == "WAVE" ? "audio" : "video")
    }
    if bytes.count > 12, bytes[4..<8].elementsEqual("ftyp".utf8) { return .unreadable("video") }
    return .text
  }

  static func isTar(_ bytes: [UInt8]) -> Bool { bytes.count >= 263 && bytes[257..<262].elementsEqual("ustar".utf8) }

  private static let oldOffice: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// The streams of an old Office file are named in UTF-16.
  private static func officeKind(_ bytes: [UInt8], name: String) -> String {
    let streams = [
      ("worddocument", "doc"), ("workbook", "xls"), ("powerpoint document", "ppt"), ("__substg1.0", "msg"),
    ]
    let narrow = bytes.prefix(1 << 20).filter { $0 != 0 }
    for (stream, code) in streams where ASCII.find(stream, in: narrow[...]) != nil { return code }
    let endings = ["doc", "xls", "ppt", "msg"]
    return endings.first { ASCII.lowercased(name).hasSuffix("." + $0) } ?? "ole"
  }

  private static let magic: [(String, [[UInt8]])] = [
    (
      "image",
      [
        [0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], Array("GIF8".utf8), [0x49, 0x49, 0x2A, 0], [0x4D, 0x4D, 0, 0x2A],
        [0, 0, 1, 0],
      ]
    ),
    (
      "executable",
      [[0x7F, 0x45, 0x4C, 0x46], [0x4D, 0x5A, 0x90], [0xCA, 0xFE, 0xBA, 0xBE], [0xCF, 0xFA, 0xED, 0xFE]]
    ),
    ("rar", [Array("Rar!".utf8)]),
    ("7z", [[0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]]),
    ("xz", [[0xFD, 0x37, 0x7A, 0x58, 0x5A]]),
    ("bzip2", [Array("BZh".utf8)]),
    ("zstd", [[0x28, 0xB5, 0x2F, 0xFD]]),
    ("sqlite", [Array("SQLite format 3\0".utf8)]),
    ("rtf", [Array("{\\rtf".utf8)]),
    ("postscript", [Array("%!PS".utf8)]),
    ("audio", [Array("ID3".utf8), Array("OggS".utf8), Array("fLaC".utf8)]),
    ("font", [Array("OTTO".utf8), Array("wOFF".utf8), Array("wOF2".utf8)]),
  ]
}

/// What a decoded text is.
enum TextKind: Equatable {
  case plain, markdown, html, xml, mail

  /// - Parameters:
  ///   - text: UTF-8, from its beginning.
  ///   - name: its ending decides between Markdown and plain text.
  static func of(_ text: some Sequence<UInt8>, name: String) -> TextKind {
    let head = Array(text.prefix(4096))
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let start = head[mark...].firstIndex { !ASCII.isSpace($0) } ?? head.endIndex
    let lower = ASCII.lowercased(name)
    if start < head.endIndex, head[start] == UInt8(ascii: "<") {
      if let kind = markup(head[start...]) { return kind }
      let endings = [".html", ".htm", ".xhtml", ".shtml", ".php", ".aspx"]
      if endings.contains(where: { lower.hasSuffix($0) }) { return .html }
    }
    if isMail(head[start...], named: lower) { return .mail }
    return lower.hasSuffix(".md") || lower.hasSuffix(".markdown") ? .markdown : .plain
  }

  private static func markup(_ head: ArraySlice<UInt8>) -> TextKind? {
    // "<!-- saved from … -->" and the XML declaration stand before what tells.
    let html = ["<!doctype html", "<html", "<head", "<body"].compactMap { ASCII.find($0, in: head)?.lowerBound }.min()
    let xml = ["<rss", "<feed", "<rdf:rdf"].compactMap { ASCII.find($0, in: head)?.lowerBound }.min()
    if let xml, xml < html ?? .max { return .xml }
    if html != nil { return .html }
    if ASCII.find("<?xml", in: head.prefix(64)) != nil { return .xml }
    let tags = ["<div", "<p>", "<p ", "<h1", "<article", "<section", "<main", "<meta", "<title", "<table"]
    return tags.contains { head.starts(with: $0.utf8) || ASCII.find($0, in: head.prefix(200)) != nil } ? .html : nil
  }

  /// Lines of "Name: value" with names that mails have, from the first line on.
  private static func isMail(_ head: ArraySlice<UInt8>, named name: String) -> Bool {
    var known = 0
    var technical = 0
    var from = head.startIndex
    // mbox has a line of its own in front.
    if head.starts(with: "From ".utf8) { from = head.firstIndex(of: 0x0A).map { $0 + 1 } ?? head.endIndex }
    for line in head[from...].split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard let first = line.first, first != 0x0D else { break }
      if first == 0x20 || first == 0x09 { continue }
      guard let colon = line.firstIndex(of: 0x3A) else { break }
      let field = ASCII.lowercased(String(decoding: line[..<colon], as: UTF8.self))
      guard field.utf8.allSatisfy({ ASCII.isLetter($0) || $0 == 0x2D || ASCII.isDigit($0) }) else { break }
      if fields.contains(field) { known += 1 }
      if technicalFields.contains(field) { technical += 1 }
    }
    let isNamed = [".eml", ".mht", ".mhtml"].contains { name.hasSuffix($0) }
    return isNamed ? known + technical > 0 : technical > 0 && known + technical >= 2
  }

  /// Memoranda are headed by these too: of them alone a text is no mail.
  private static let fields: Set<String> = ["from", "to", "cc", "date", "subject", "reply-to"]

  private static let technicalFields: Set<String> = [
    "message-id", "mime-version", "received", "return-path", "content-type", "content-transfer-encoding",
    "delivered-to", "dkim-signature", "snapshot-content-location",
  ]
}
