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
    let budget = UnpackingBudget(packed: bytes.count, limits: limits)
    try read(FileInput(bytes: bytes, file: file, given: given, budget: budget), each)
  }

  private func read(_ input: FileInput, _ each: Each) rethrows {
    guard !input.bytes.isEmpty else { return try each(.failure(ReadingError(file: input.file, reason: .empty))) }
    guard input.bytes.count <= limits.maxFileBytes else {
      return try each(.failure(ReadingError(file: input.file, reason: .tooLarge(limit: limits.maxFileBytes))))
    }
    switch ContentKind.of(input.bytes, name: input.name) {
    case .unreadable(let code): try each(.failure(ReadingError(file: input.file, reason: .unknownFormat(code))))
    case .pdf: try each(document(input, PDFReader(limits: limits).read))
    case .zip: try zip(input, each)
    case .gzip: try gzip(input, each)
    case .tar: try archive(input, each)
    case .text: try text(input, each)
    }
  }

  /// The document of a format that has one.
  private func document(
    _ input: FileInput, _ read: (FileInput) throws(ReadingError.Reason) -> SourceText
  ) -> Result<SourceText, ReadingError> {
    do throws(ReadingError.Reason) {
      let source = try read(input)
      guard source.text.utf8.count <= limits.maxTextBytes else { throw .tooLarge(limit: limits.maxTextBytes) }
      return .success(try Normalisation.normalised(source))
    } catch {
      return .failure(ReadingError(file: input.file, reason: error))
    }
  }
}

// Text and markup.
extension DocumentReaders {
  private func text(_ input: FileInput, _ each: Each) rethrows {
    let decoded: TextDecoder.Decoded
    do throws(ReadingError.Reason) {
      decoded = try TextDecoder().decode(input.bytes, declared: Charset.declared(in: input.bytes))
    } catch {
      return try each(.failure(ReadingError(file: input.file, reason: error)))
    }
    switch TextKind.of(decoded.text.utf8, name: input.name) {
    case .plain:
      try each(document(input) { input throws(ReadingError.Reason) in try plain(input, decoded, .text) })
    case .markdown:
      try each(document(input) { input throws(ReadingError.Reason) in try plain(input, decoded, .markdown) })
    case .html: try each(document(input) { input throws(ReadingError.Reason) in try html(input, decoded) })
    case .xml: try feed(input, decoded, each)
    case .mail: try mail(input, each)
    }
  }

  private func plain(
    _ input: FileInput, _ decoded: TextDecoder.Decoded, _ format: SourceFormat
  ) throws(ReadingError.Reason) -> SourceText {
    guard decoded.text.utf8.contains(where: { !ASCII.isSpace($0) }) else { throw .noText }
    var metadata = input.given
    if format == .markdown {
      do {
        if let front = try FrontMatter(decoded.text) { metadata = metadata.filled(from: front.metadata) }
      } catch {
        throw .badMetadata(error)
      }
    }
    return SourceText(
      file: input.file, text: decoded.text, format: format, metadata: metadata, encoding: decoded.encoding)
  }

  private func html(_ input: FileInput, _ decoded: TextDecoder.Decoded) throws(ReadingError.Reason) -> SourceText {
    let page = try HTMLReader(limits: limits).page(decoded.unmarked)
    return SourceText(
      file: input.file, text: page.text, format: .html, metadata: input.given.filled(from: page.metadata),
      encoding: decoded.encoding)
  }

  private func feed(_ input: FileInput, _ decoded: TextDecoder.Decoded, _ each: Each) rethrows {
    for result in documents(ofXML: input, decoded) { try each(normalised(result)) }
  }

  /// A feed's entries, an XHTML page, or the reason why it is neither.
  private func documents(
    ofXML input: FileInput, _ decoded: TextDecoder.Decoded
  ) -> [Result<SourceText, ReadingError>] {
    do throws(ReadingError.Reason) {
      let tree = try MarkupTree(decoded.unmarked, as: .xml, limits: limits)
      if let format = FeedReader.format(of: tree) {
        let entries = FeedReader(limits: limits).entries(of: tree, format: format, input)
        return entries.isEmpty ? [.failure(ReadingError(file: input.file, reason: .noText))] : entries
      }
      if tree.all("html").first != nil { return [.success(try html(input, decoded))] }
      throw tree.fault.map { .damaged($0) } ?? .unknownFormat("xml")
    } catch {
      return [.failure(ReadingError(file: input.file, reason: error))]
    }
  }

  private func mail(_ input: FileInput, _ each: Each) rethrows {
    let mail: MailReader.Mail
    do throws(ReadingError.Reason) {
      mail = try MailReader(limits: limits).read(input)
    } catch {
      return try each(.failure(ReadingError(file: input.file, reason: error)))
    }
    if let body = mail.body { try each(normalised(.success(body))) }
    for (number, part) in mail.attachments.enumerated() where !part.bytes.isEmpty {
      let suffix = part.type == "message/rfc822" ? ".eml" : ""
      let inner = input.part(part.bytes, MemberName.label(part.name, number: number + 1) + suffix)
      guard inner.depth <= limits.maxDepth else {
        try each(.failure(ReadingError(file: inner.file, reason: .tooDeep(limit: limits.maxDepth))))
        continue
      }
      // Logos, cards and signatures travel with mails; only what could be a document is spoken of.
      if case .unreadable = ContentKind.of(part.bytes, name: inner.name) { continue }
      guard ReadableNames.isReadable(inner.name) || !part.type.hasPrefix("text/") && part.name == nil else { continue }
      try read(inner, each)
    }
  }

  private func normalised(_ result: Result<SourceText, ReadingError>) -> Result<SourceText, ReadingError> {
    guard case .success(let source) = result else { return result }
    do throws(ReadingError.Reason) {
      return .success(try Normalisation.normalised(source))
    } catch {
      return .failure(ReadingError(file: source.file, reason: error))
    }
  }
}

// What holds other files.
extension DocumentReaders {
  /// Office files are zip archives of a known make.
  private func zip(_ input: FileInput, _ each: Each) rethrows {
    let kind: ZipKind
    do throws(ReadingError.Reason) {
      kind = try ZipKind.of(input.bytes, limits: limits)
    } catch {
      return try each(.failure(ReadingError(file: input.file, reason: error)))
    }
    switch kind {
    case .docx:
      try each(
        document(input) { input throws(ReadingError.Reason) in
          try WordReader(limits: limits).read(input, input.budget)
        })
    case .odt:
      try each(
        document(input) { input throws(ReadingError.Reason) in
          try OpenDocumentReader(limits: limits).read(input, input.budget)
        })
    case .unreadable(let code): try each(.failure(ReadingError(file: input.file, reason: .unknownFormat(code))))
    case .archive: try archive(input, each)
    }
  }

  /// A compressed tar, or one compressed file.
  private func gzip(_ input: FileInput, _ each: Each) rethrows {
    let inner: [UInt8]
    do throws(ReadingError.Reason) {
      let members = try ArchiveMembers(input.bytes, isGzipAlone: true, budget: input.budget, limits: limits)
      guard try members.next() != nil else { throw .damaged("gzip") }
      inner = try members.content(atMost: limits.maxFileBytes)
    } catch {
      return try each(.failure(ReadingError(file: input.file, reason: error)))
    }
    var name = input.name
    if ASCII.lowercased(name).hasSuffix(".gz") { name = String(name.dropLast(3)) }
    let part = FileInput(
      bytes: inner, file: input.file, given: input.given, depth: input.depth + 1, innerName: name, budget: input.budget)
    guard part.depth <= limits.maxDepth else {
      return try each(.failure(ReadingError(file: input.file, reason: .tooDeep(limit: limits.maxDepth))))
    }
    try read(part, each)
  }

  /// Member after member; one that cannot be read does not stop the others.
  private func archive(_ input: FileInput, _ each: Each) rethrows {
    guard input.depth < limits.maxDepth else {
      return try each(.failure(ReadingError(file: input.file, reason: .tooDeep(limit: limits.maxDepth))))
    }
    let members: ArchiveMembers
    do throws(ReadingError.Reason) {
      members = try ArchiveMembers(input.bytes, budget: input.budget, limits: limits)
    } catch {
      return try each(.failure(ReadingError(file: input.file, reason: error)))
    }
    var number = 0
    var found = 0
    while true {
      let step: Result<FileInput?, ReadingError>
      do throws(ReadingError.Reason) {
        guard let member = try members.next() else { break }
        number += 1
        guard member.isFile else { continue }
        let label = MemberName.label(member.name, number: number)
        guard ReadableNames.isReadable(label) else { continue }
        found += 1
        step = content(of: member, label, members, input)
      } catch {
        return try each(.failure(ReadingError(file: input.file, reason: error)))
      }
      switch step {
      case .success(let part?): try read(part, each)
      case .success(nil): break
      case .failure(let error):
        try each(.failure(error))
        if error.reason == .bomb { return }
      }
    }
    if found == 0 { try each(.failure(ReadingError(file: input.file, reason: .noText))) }
  }

  private func content(
    of member: ArchiveMembers.Member, _ label: String, _ members: ArchiveMembers, _ input: FileInput
  ) -> Result<FileInput?, ReadingError> {
    do throws(ReadingError.Reason) {
      if member.isEncrypted { throw .encrypted }
      return .success(input.part(try members.content(atMost: limits.maxFileBytes), label))
    } catch {
      return .failure(ReadingError(file: input.file + "/" + label, reason: error))
    }
  }
}

extension TextDecoder.Decoded {
  /// UTF-8 without a byte order mark, as parsers want it.
  fileprivate var unmarked: [UInt8] {
    let bytes = Array(text.utf8)
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
  }
}
