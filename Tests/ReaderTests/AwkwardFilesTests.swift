import Communique
import Ingestion
import Testing

/// A file of `Files` and what is to come of it.
struct AwkwardFile: Sendable, CustomTestStringConvertible {
  let name: String
  /// Documents as `format file`, then errors as `code: file`.
  let summary: [String]
  /// What the first document says, and what it must not.
  var has: [String] = []
  var lacks: [String] = []
  var metadata = SourceMetadata()
  var encoding: String?
  var isNormalised = false

  var testDescription: String { name }

  init(
    _ name: String, _ summary: String..., has: [String] = [], lacks: [String] = [],
    says metadata: SourceMetadata = SourceMetadata(), encoding: String? = nil, isNormalised: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.has = has
    self.lacks = lacks
    self.metadata = metadata
    self.encoding = encoding
    self.isNormalised = isNormalised
  }
}

private func day(_ text: String) -> CalendarDate? { CalendarDate(iso: text) }

private let furniture = [
  "cookies", "Facebook", "Newsroom", "Reader:", "Peru", "Copyright", "run scripts", "color: red", "Archive",
]
private let article = [
  "Canada and Chile deepen energy cooperation\n\n", "clean energy & mining, the ministry said.\n\nCanada will provide",
  "to the fund.\nThe two sides signed", "- Chile will train 200 engineers;\n- Canada will open",
  "3. The sides will meet again", "Canada – 10 million",
]

private let files: [AwkwardFile] = [
  // Encodings.
  .init("utf8.txt", "text utf8.txt", has: ["convenues d’ouvrir", "cœur"]),
  .init("utf8-mark.txt", "text utf8-mark.txt", has: ["\u{FEFF}Communiqué"]),
  .init(
    "utf16le-mark.txt", "text utf16le-mark.txt", has: ["convenues d’ouvrir"], lacks: ["\u{FEFF}"], encoding: "utf-16le"),
  .init(
    "utf16be-mark.txt", "text utf16be-mark.txt", has: ["convenues d’ouvrir"], lacks: ["\u{FEFF}"], encoding: "utf-16be"),
  .init("utf16le.txt", "text utf16le.txt", has: ["cœur de l’Europe"], encoding: "utf-16le"),
  .init("utf16be.txt", "text utf16be.txt", has: ["cœur de l’Europe"], encoding: "utf-16be"),
  .init("utf32le-mark.txt", "text utf32le-mark.txt", has: ["cœur de l’Europe"], encoding: "utf-32le"),
  .init("windows1252.txt", "text windows1252.txt", has: ["d’ouvrir", "cœur", "2023 – Les"], encoding: "windows-1252"),
  .init("latin1.txt", "text latin1.txt", has: ["à coopérer dans l'énergie"], encoding: "iso-8859-1"),
  .init("latin9.txt", "text latin9.txt", has: ["cœur", "millions €"], encoding: "iso-8859-15"),
  .init(
    "mixed.txt", "text mixed.txt", has: ["cœur de l’Europe", "l’accord est signé", "Note : coopération renforcée"],
    encoding: "utf-8+windows-1252"),
  .init("cut-letter.txt", "text cut-letter.txt", has: ["cœur de l’Europe", "2024.Ã"], encoding: "utf-8+windows-1252"),
  .init("decomposed.txt", "text decomposed.txt", has: ["Communiqué", "coopérer"], isNormalised: true),
  .init("carriage-returns.txt", "text carriage-returns.txt", has: ["Hongrie\r\rBudapest"]),
  .init("windows-lines.txt", "text windows-lines.txt", has: ["Hongrie\r\n\r\nBudapest"]),
  .init("terminal-escapes.txt", "text terminal-escapes.txt", has: ["\u{1B}[31menergy"]),
  .init("arabic.txt", "text arabic.txt", has: ["التعاون"]),
  .init(
    "declared-latin1.html", "html declared-latin1.html", has: ["coopérer dans l’énergie"],
    says: .init(title: "Communiqué")),
  .init(
    "windows1252.html", "html windows1252.html", has: ["d’ouvrir un bureau à Cœur-la-Ville, pour 20 €"],
    says: .init(title: "Communiqué"), encoding: "windows-1252"),
  .init("koi8.html", "html koi8.html", has: ["Стороны договорились"], says: .init(title: "x"), encoding: "koi8-r"),

  // What is no text, or none that is read.
  .init("empty.txt", "empty: empty.txt"),
  .init("blank.txt", "no-text: blank.txt"),
  .init("zeros.txt", "binary: zeros.txt"),
  .init("noise.bin", "binary: noise.bin"),
  .init("picture.txt", "unknown-format: picture.txt"),
  .init("old-word.doc", "unknown-format: old-word.doc"),
  .init("program", "unknown-format: program"),
  .init("rich.rtf", "unknown-format: rich.rtf"),
  .init("workbook.xlsx", "unknown-format: workbook.xlsx"),
  .init("other.xml", "unknown-format: other.xml"),
  .init("memorandum.txt", "text memorandum.txt", has: ["From: the Minister"]),

  // Markdown.
  .init(
    "front-matter.md", "markdown front-matter.md", has: ["---\ntitle: \"Canada"],
    says: .init(
      title: "Canada and Chile on energy", publisher: "Global Affairs Canada", publishedOn: day("2022-06-08"),
      heldOn: day("2022-06-07"))),
  .init(
    "front-matter-plus.md", "markdown front-matter-plus.md",
    says: .init(title: "Kazakhstan et Hongrie", publishedOn: day("2023-05-05"))),
  .init("front-matter-bad.md", "bad-metadata: front-matter-bad.md"),
  .init("rule.md", "markdown rule.md", has: ["---\n\nJoint"]),

  // HTML.
  .init(
    "page.html", "html page.html", has: article, lacks: furniture,
    says: .init(
      title: "Canada and Chile deepen energy cooperation", publisher: "Example Ministry",
      publishedOn: day("2022-06-08"),
      url: "https://example.org/energy")),
  .init(
    "density.html", "html density.html", has: article.suffix(5), lacks: furniture,
    says: .init(title: "Canada and Chile deepen energy cooperation", publishedOn: day("2022-06-08"))),
  .init(
    "linked-data.html", "html linked-data.html", has: ["Canada and Chile deepen énergie cooperation\n\nOn Tuesday"],
    says: .init(
      title: "Canada and Chile deepen énergie cooperation", publisher: "Example News", publishedOn: day("2022-06-08"))),
  .init(
    "amp.html", "html amp.html", has: article, lacks: ["One", "visibility"],
    says: .init(title: "Canada and Chile deepen energy cooperation", publishedOn: day("2022-06-08"))),
  .init("fragment.html", "html fragment.html", has: ["open a rail line.\n\nCanada will pay €5 — all"]),
  .init("deep.html", "too-deep: deep.html"),
  .init("script-only.html", "no-text: script-only.html"),
  .init(
    "entity.xhtml", "html entity.xhtml", has: ["agreed to meet"], lacks: ["root:"], says: .init(title: "Statement")),

  // Feeds and XML made to do harm.
  .init(
    "feed.xml", "rss feed.xml#https://example.org/1", "rss feed.xml#two",
    has: ["Canada & Chile agree\n\nCanada will provide 10\u{A0}million dollars.\n\nThe sides agreed"], lacks: ["Short"],
    says: .init(
      title: "Canada & Chile agree", publisher: "Example Ministry", publishedOn: day("2022-06-08"),
      url: "https://example.org/1")),
  .init(
    "atom.xml", "atom atom.xml#urn:1", has: ["Accord signé\n\nLes deux parties sont convenues de coopérer."],
    says: .init(
      title: "Accord signé", publisher: "Ministère exemple", publishedOn: day("2023-05-05"),
      url: "https://example.org/a1"), encoding: nil),
  .init(
    "rdf.xml", "rss rdf.xml#https://example.org/r", has: ["agreed to meet évery year"],
    says: .init(
      title: "Canada and Chile", publisher: "Example Wire", publishedOn: day("2022-06-08"), url: "https://example.org/r"
    )),
  .init(
    "cut-feed.xml", "rss cut-feed.xml#1", "damaged: cut-feed.xml", has: ["agreed to meet"],
    says: .init(title: "Whole", publisher: "Cut")),
  .init(
    "laughs.xml", "rss laughs.xml#1", "damaged: laughs.xml", has: ["The two sides agreed"], lacks: ["lol"],
    says: .init(title: "Joint statement", publisher: "Laughs")),
  .init(
    "external.xml", "rss external.xml#1", "damaged: external.xml", has: ["The sides agreed"], lacks: ["root:"],
    says: .init(title: "Joint statement", publisher: "External")),

  // Office.
  .init(
    "statement.docx", "docx statement.docx",
    has: [
      "Joint statement by Canada and Chile\n\nThe two sides agreed to deepen cooperation on energy.\n\n",
      "- Canada will open an office;\n- Chile will train engineers.\n\nCanada – 10 million\n\nUnder the 2019 accord.",
    ], lacks: ["Deleted"], says: .init(title: "Joint statement by Canada and Chile")),
  .init("cut.docx", "damaged: cut.docx"),
  .init("entities.docx", "damaged: entities.docx"),
  .init(
    "communique.odt", "odt communique.odt",
    has: [
      "Communiqué conjoint\n\nLes deux parties sont convenues de coopérer.\n\n- Le Canada ouvrira", "Accord de 2019.",
    ],
    lacks: ["interne"]),

  // PDF.
  .init(
    "pages.pdf", "pdf pages.pdf",
    has: ["renforcer leur coopération dans", "un comité franco-allemand chargé", "avant la fin de l'année 2030."],
    lacks: ["Ministère exemple", "– 1 –", "– 3 –"], says: .init(title: "Communiqué conjoint")),
  .init(
    "columns.pdf", "pdf columns.pdf",
    has: ["a rail line between their capitals. Canada will pay half", "Chile will supply copper to Canada. The two"],
    lacks: ["final_v3"]),
  .init("scanned.pdf", "scanned-pdf: scanned.pdf"),
  .init("encrypted.pdf", "encrypted: encrypted.pdf"),
  .init("cut.pdf", "damaged: cut.pdf"),

  // Mail.
  .init(
    "multipart.eml", "mail multipart.eml", "text multipart.eml/annexe.txt",
    has: ["coopérer dans l'énergie. Elles se retrouveront en 2024."], lacks: ["<p>"],
    says: .init(title: "Communiqué conjoint : énergie", publisher: "Ministère exemple", publishedOn: day("2023-05-04")),
    encoding: "iso-8859-1"),
  .init(
    "stub.eml", "mail stub.eml", has: ["- Chile will train 200 engineers;"], lacks: ["does not show HTML"],
    says: .init(title: "Canada and Chile")),

  // Archives.
  .init(
    "nested.zip", "text nested.zip/a/statement.txt", "text nested.zip/escape.txt", "html nested.zip/etc/absolute.html",
    "text nested.zip/inner.zip/deep/communique.txt", "empty: nested.zip/empty.txt", has: ["Joint statement"]),
  .init("texts.tar", "text texts.tar/a.txt", "text texts.tar/b.txt", has: ["Joint statement"]),
  .init("texts.tar.gz", "text texts.tar.gz/a.txt", "html texts.tar.gz/b.html", has: ["Joint statement"]),
  .init("statement.txt.gz", "text statement.txt.gz", has: ["Joint statement"]),
  .init("cut.txt.gz", "damaged: cut.txt.gz"),
  .init("bomb.zip", "bomb: bomb.zip/bomb.txt"),
  .init("nothing.zip", "no-text: nothing.zip"),
  .init("russian-doll.zip", "too-deep: russian-doll.zip/level5.zip/level4.zip/level3.zip/level2.zip"),
  .init("one-bad.zip", "text one-bad.zip/good.txt", "damaged: one-bad.zip/bad.txt", has: ["Joint statement"]),
  .init("locked.zip", "encrypted: locked.zip/locked.txt"),
]

/// Every file of `Files` gives what the table says, no less and no more.
@Suite struct AwkwardFilesTests {
  @Test(arguments: files)
  func theFileGivesWhatTheTableSays(_ file: AwkwardFile) throws {
    let outcome = try Outcome(file.name)
    #expect(outcome.summary == file.summary)
    guard let document = outcome.documents.first else { return }
    for words in file.has { #expect(document.text.contains(words), "\(words) in \(document.text)") }
    for words in file.lacks { #expect(!document.text.contains(words), "\(words) in \(document.text)") }
    let isAboutMetadata = document.format != .text || file.metadata != SourceMetadata()
    if isAboutMetadata { #expect(document.metadata == file.metadata) }
    if file.encoding != nil || document.format == .text { #expect(document.encoding == file.encoding) }
    #expect(document.isNormalised == file.isNormalised)
  }

  /// Spans of what is found are the words of the stored text, whatever the file was.
  @Test(arguments: files)
  func agreementsAreTheWordsOfTheStoredText(_ file: AwkwardFile) throws {
    let reader = CommuniqueReader()
    for source in try Outcome(file.name).documents {
      let communique = reader.read(source)
      let bytes = Array(communique.text.utf8)
      #expect(communique.text == source.text)
      for agreement in communique.agreements {
        #expect(bytes[agreement.span].elementsEqual(agreement.text.utf8), "\(agreement.text)")
      }
    }
  }

  @Test func theTableHasEveryFile() throws {
    #expect(Set(files.map(\.name)).count == files.count)
    #expect(files.count >= 40)
  }
}
