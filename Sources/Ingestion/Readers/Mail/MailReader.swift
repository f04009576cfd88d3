import CReaders
import Communique
import Vocabulary

/// Reads a mail: its text, its headers, and its attachments, which are documents of their own.
///
/// The plain text is taken unless it is a stub beside the HTML ("this message needs an HTML reader"). The subject is the
/// title, the day that of the header; the sender is the publisher where the name is an office's, not a person's.
struct MailReader {
  let limits: ReadingLimits

  struct Part {
    var type: String
    var charset: String?
    var name: String?
    var isAttachment: Bool
    var group: Int
    var bytes: [UInt8]
  }

  struct Mail {
    /// Null where the mail has attachments only.
    var body: SourceText?
    var attachments: [Part]
  }

  func read(_ input: FileInput) throws(ReadingError.Reason) -> Mail {
    guard input.bytes.count <= limits.maxMarkupBytes else { throw .tooLarge(limit: limits.maxMarkupBytes) }
    // Headers take many times their size in memory.
    guard Self.headerSize(input.bytes) <= Self.maxHeaderBytes else { throw .tooLarge(limit: Self.maxHeaderBytes) }
    let collector = MailCollector()
    var events = mail_events()
    events.header = { context, name, value in MailCollector.of(context).header(name, value) }
    events.part = { context, type, charset, name, isAttachment, group, bytes, count in
      MailCollector.of(context).part(type, charset, name, isAttachment, group, bytes, count)
    }
    let status = withExtendedLifetime(collector) {
      mail_parse(
        input.bytes, input.bytes.count, 32, Int32(min(limits.maxMembers, 10_000)), limits.maxFileBytes, &events,
        Unmanaged.passUnretained(collector).toOpaque())
    }
    switch status {
    case reader_ok: break
    case reader_missing: throw .missingLibrary("libgmime")
    case reader_too_deep: throw .tooDeep(limit: 32)
    case reader_too_large: throw .tooLarge(limit: limits.maxFileBytes)
    default: throw .damaged("mail")
    }
    let (text, encoding) = try body(of: collector.parts)
    let attachments = collector.parts.filter { $0.isAttachment || !$0.type.hasPrefix("text/") && $0.name != nil }
    guard ASCII.hasLetters(text) else {
      if attachments.isEmpty { throw .noText }
      return Mail(body: nil, attachments: attachments)
    }
    let source = SourceText(
      file: input.file, text: text, format: .mail, metadata: input.given.filled(from: metadata(collector.headers)),
      encoding: encoding)
    return Mail(body: source, attachments: attachments)
  }

  private static let maxHeaderBytes = 1 << 20

  /// Up to the first empty line.
  private static func headerSize(_ bytes: [UInt8]) -> Int {
    var lineStart = 0
    while lineStart < bytes.count, lineStart <= maxHeaderBytes {
      guard let end = bytes[lineStart...].firstIndex(of: 0x0A) else { return bytes.count }
      if end == lineStart || end == lineStart + 1 && bytes[lineStart] == 0x0D { return lineStart }
      lineStart = end + 1
    }
    return lineStart
  }

  private func body(of parts: [Part]) throws(ReadingError.Reason) -> (text: String, encoding: String?) {
    let bodies = parts.filter { !$0.isAttachment && $0.type.hasPrefix("text/") }
    var texts: [String] = []
    var encoding: String?
    var groups: Set<Int> = []
    for part in bodies {
      let alternatives = part.group == 0 ? [part] : bodies.filter { $0.group == part.group }
      guard part.group == 0 || groups.insert(part.group).inserted else { continue }
      let plain = try alternatives.first { $0.type == "text/plain" }.map { (part) throws(ReadingError.Reason) in
        try TextDecoder().decode(part.bytes, declared: part.charset)
      }
      let html = try alternatives.first { $0.type == "text/html" }.map { (part) throws(ReadingError.Reason) in
        let decoded = try TextDecoder().decode(part.bytes, declared: part.charset)
        return try HTMLReader(limits: limits).fragment(decoded.text)
      }
      let plainText = plain?.text ?? ""
      let isStub = html.map { plainText.utf8.count < 300 && $0.utf8.count > plainText.utf8.count * 3 } ?? false
      if plain != nil, !isStub {
        texts.append(plainText)
        encoding = encoding ?? plain?.encoding
      } else if let html {
        texts.append(html)
      }
    }
    return (texts.filter { !$0.isEmpty }.joined(separator: "\n\n"), encoding)
  }

  private func metadata(_ headers: [String: String]) -> SourceMetadata {
    let subject = headers["subject"].map { ASCII.oneLine(Self.withoutReply($0)) }
    let sender = headers["from-name"].map(ASCII.oneLine)
    return SourceMetadata(
      title: subject.flatMap { $0.isEmpty ? nil : $0 }, publisher: sender.flatMap { Self.isOffice($0) ? $0 : nil },
      publishedOn: headers["date"].flatMap(MetadataDate.day))
  }

  /// "Re: ", "TR : ", "Fwd: " in front.
  private static func withoutReply(_ subject: String) -> String {
    var rest = subject
    while let colon = rest.utf8.firstIndex(of: 0x3A),
      ["re", "fw", "fwd", "tr", "ref"].contains(ASCII.lowercased(ASCII.trimmed(rest[..<colon])))
    {
      rest = ASCII.trimmed(rest[rest.utf8.index(after: colon)...])
    }
    return rest
  }

  private static func isOffice(_ name: String) -> Bool {
    Folding.folded(name).split { !$0.isLetter }.contains { organisations.contains(String($0)) }
  }

  private static let organisations = WordList.listed("reader-organisations")
}

private final class MailCollector {
  private(set) var headers: [String: String] = [:]
  private(set) var parts: [MailReader.Part] = []

  static func of(_ context: UnsafeMutableRawPointer?) -> MailCollector {
    guard let context else { fatalError("the mail parser lost its context") }
    return Unmanaged<MailCollector>.fromOpaque(context).takeUnretainedValue()
  }

  func header(_ name: UnsafePointer<CChar>?, _ value: UnsafePointer<CChar>?) {
    guard let name, let value else { return }
    headers[String(cString: name)] = String(cString: value)
  }

  func part(
    _ type: UnsafePointer<CChar>?, _ charset: UnsafePointer<CChar>?, _ name: UnsafePointer<CChar>?,
    _ isAttachment: CInt, _ group: CInt, _ bytes: UnsafePointer<UInt8>?, _ count: Int
  ) {
    parts.append(
      MailReader.Part(
        type: type.map { String(cString: $0) } ?? "", charset: charset.map { String(cString: $0) },
        name: name.map { String(cString: $0) }, isAttachment: isAttachment != 0, group: Int(group),
        bytes: Array(UnsafeBufferPointer(start: bytes, count: count))))
  }
}
