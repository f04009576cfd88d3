import Communique
import Ingestion

/// Files of all formats: a text or a reason for each, and what is found in the text is there.
final class ReaderTarget: FuzzTarget {
  static let name = "readers"
  static let corpus = ["Tests/ReaderTests/Files"]
  static let words = [
    "<html>", "<body>", "<p>", "</p>", "<table>", "<li>", "<!--", "]]>", "<![CDATA[", "&eacute;", "&#0;", "&#x110000;",
    "<?xml version=\"1.0\"?>", "<rss><channel><item>", "<title>", "<script type=\"application/ld+json\">", "+++\n",
    "---\n",
    "From: ", "MIME-Version: 1.0\n", "Content-Type: multipart/mixed; boundary=b\n\n--b\n", "Content-Type: text/html\n",
    "Content-Transfer-Encoding: base64\n", "charset=utf-7", "PK\u{3}\u{4}", "word/document.xml", "ustar", "%PDF-1.4\n",
    "../../etc/passwd", "The two sides agreed to open a consulate. ", "Les deux parties sont convenues de coopérer. ",
  ]
  /// pdftotext, a process of its own, takes a hundred times as long as the other readers: one PDF in so many is read.
  private static let runsBetweenPDFs: UInt32 = 50
  private static let endings = ["", ".txt", ".md", ".html", ".eml"]

  private let readers: DocumentReaders
  private let reader = CommuniqueReader()

  init() {
    var limits = ReadingLimits()
    limits.pdfSeconds = 5
    limits.maxFileBytes = 1 << 20
    limits.ratioGrace = 1 << 20
    readers = DocumentReaders(limits: limits)
  }

  func run(_ input: [UInt8]) throws {
    let sum = checksum(input)
    let isPDF = input.prefix(1024).indices.contains { input[$0...].starts(with: "%PDF".utf8) }
    if isPDF && sum % Self.runsBetweenPDFs != 0 { return }
    let name = "input" + Self.endings[Int(sum / Self.runsBetweenPDFs) % Self.endings.count]
    try readers.read(input, file: name) { result in
      guard case .success(let source) = result else { return }
      let size = source.text.utf8.count
      guard !source.text.utf8.contains(0) else { throw Fault("a zero byte in the text of \(source.file)") }
      guard source.pages.allSatisfy({ (0...size).contains($0) }), source.pages == source.pages.sorted() else {
        throw Fault("pages at \(source.pages) of \(size)")
      }
      let communique = reader.read(source)
      guard communique.text.utf8.elementsEqual(source.text.utf8) else { throw Fault("another text was analysed") }
      try Faithfulness.check(communique)
    }
  }
}
