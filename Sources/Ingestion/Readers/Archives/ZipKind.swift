/// What a zip file is: an office file or an archive.
enum ZipKind: Equatable {
  case docx, odt, archive
  case unreadable(String)

  /// Told by the names of its first members; an OpenDocument file names its kind in one.
  static func of(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError.Reason) -> ZipKind {
    // A look at names; what the reading itself may take is counted when it reads.
    let budget = UnpackingBudget(packed: bytes.count, limits: .standard)
    let members = try ArchiveMembers(bytes, budget: budget, limits: limits)
    var isOffice = false
    for _ in 0..<200 {
      guard let member = try members.next() else { break }
      switch member.name {
      case "mimetype": return openDocument(String(decoding: try members.content(atMost: 4096), as: UTF8.self))
      case "[Content_Types].xml": isOffice = true
      case "word/document.xml": return .docx
      case "xl/workbook.xml": return .unreadable("xlsx")
      case "ppt/presentation.xml": return .unreadable("pptx")
      default: break
      }
    }
    return isOffice ? .unreadable("ole") : .archive
  }

  private static func openDocument(_ type: String) -> ZipKind {
    switch ASCII.trimmed(type) {
    case "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template": .odt
    case "application/vnd.oasis.opendocument.spreadsheet": .unreadable("ods")
    case "application/vnd.oasis.opendocument.presentation": .unreadable("odp")
    case "application/epub+zip": .unreadable("epub")
    default: .archive
    }
  }
}
