import Communique
import Ingestion
import Testing

/// What is known of a document besides its text, and what of it wins.
@Suite struct MetadataTests {
  @Test func whatIsGivenByHandWinsOverTheFile() throws {
    let given = SourceMetadata(title: "Given", publishedOn: CalendarDate(iso: "2020-02-02"))
    for name in ["page.html", "front-matter.md", "feed.xml", "multipart.eml", "pages.pdf"] {
      let metadata = try #require(try Outcome(name, given: given).documents.first?.metadata)
      #expect(metadata.title == "Given", "\(name)")
      #expect(metadata.publishedOn == given.publishedOn, "\(name)")
    }
    #expect(try Outcome("page.html", given: given).documents.first?.metadata.publisher == "Example Ministry")
  }

  /// The day of publication is what weekdays are counted from, in both languages.
  @Test(arguments: [
    (
      "Peru and Togo meet\n\nOn Tuesday, the two sides agreed to open an embassy in Lima and to meet with the ministers.",
      "2022-06-07"
    ),
    (
      "Pérou et Togo\n\nLes deux parties sont convenues mardi d'ouvrir une ambassade à Lima et de se réunir avec les ministres.",
      "2022-06-07"
    ),
  ])
  func daysAreCountedFromTheGivenDayOfPublication(_ text: String, _ day: String) {
    let known = SourceMetadata(publishedOn: CalendarDate(iso: "2022-06-09"))
    let communique = CommuniqueReader().read(SourceText(file: "a.txt", text: text, format: .text, metadata: known))
    #expect(communique.publishedOn?.description == "2022-06-09")
    #expect(communique.heldOn?.description == day)
  }

  @Test func aGivenDayOfTheEventAndLanguageAreTaken() {
    let known = SourceMetadata(heldOn: CalendarDate(iso: "2021-01-01"), language: .french)
    let text = "Coopération : accord signé."
    let communique = CommuniqueReader().read(SourceText(file: "a.txt", text: text, format: .text, metadata: known))
    #expect(communique.heldOn?.description == "2021-01-01")
    #expect(communique.language == .french)
  }

  @Test(arguments: [
    ("title = \"A # b\" # comment\npublisher = 'X \\ y'\n", SourceMetadata(title: "A # b", publisher: "X \\ y")),
    (
      "# both languages\ntitre = \"A\"\néditeur = \"B\"\nlangue = \"français\"\nlien = \"https://example.org\"\n",
      SourceMetadata(title: "A", publisher: "B", language: .french, url: "https://example.org")
    ),
    (
      "date = 2022-06-07\r\nheld-on = \"7 juin 2022\"\r\n",
      SourceMetadata(publishedOn: CalendarDate(iso: "2022-06-07"), heldOn: CalendarDate(iso: "2022-06-07"))
    ),
  ])
  func linesOfAFileBesideADocumentAreRead(_ text: String, _ expected: SourceMetadata) throws {
    #expect(try KeyLines.metadata(text, separator: UInt8(ascii: "=")).metadata == expected)
  }

  @Test(arguments: [
    ("titel = \"x\"", MetadataProblem(kind: .unknownKey, key: "titel", value: "x", line: 1)),
    ("\ndate = \"03/04/2022\"", MetadataProblem(kind: .badDate, key: "date", value: "03/04/2022", line: 2)),
    ("date = 2022-06", MetadataProblem(kind: .badDate, key: "date", value: "2022-06", line: 1)),
    ("language = \"de\"", MetadataProblem(kind: .badLanguage, key: "language", value: "de", line: 1)),
    ("just words", MetadataProblem(kind: .notALine, key: "just words", line: 1)),
    ("title = \"open", MetadataProblem(kind: .notALine, key: "title = \"open", line: 1)),
  ])
  func whatCannotBeUnderstoodIsReported(_ text: String, _ problem: MetadataProblem) {
    #expect(throws: problem) { try KeyLines.metadata(text, separator: UInt8(ascii: "=")) }
  }

  @Test(arguments: [
    ("<title>Accord sur l'énergie signé | Ministère</title>", "Accord sur l'énergie signé"),
    ("<title>Long-term accord - Energy</title>", "Long-term accord - Energy"),
    (
      "<meta property='og:site_name' content='Energy News'><title>Long-term accord - Energy News</title>",
      "Long-term accord"
    ),
    ("<meta property='og:title' content='Two ministers meet'><title>x | y</title>", "Two ministers meet"),
  ])
  func titlesOfPagesLoseTheNameOfTheSite(_ head: String, _ title: String) {
    let page = "<html><head>\(head)</head><body><p>The two sides agreed to meet every year.</p></body></html>"
    let document = Outcome(Array(page.utf8), file: "a.html").documents.first
    #expect(document?.metadata.title == title)
    #expect(document?.text == title + "\n\nThe two sides agreed to meet every year.\n")
  }

  @Test(arguments: [
    ("<meta name='DC.date.issued' content='2022-06-08'>", "2022-06-08"),
    ("<meta name='dcterms.modified' content='2022-06-08'>", nil),
    ("<meta property='article:modified_time' content='2022-06-08T10:00:00Z'>", nil),
    ("<meta name='date' content='8 juin 2022'>", "2022-06-08"),
    ("<meta name='date' content='03/04/2022'>", nil),
  ])
  func daysOfPublicationAreTakenAndDaysOfChangeAreNot(_ head: String, _ day: String?) {
    let page = "<html><head>\(head)</head><body><p>The two sides agreed to meet every year.</p></body></html>"
    #expect(Outcome(Array(page.utf8), file: "a.html").documents.first?.metadata.publishedOn?.description == day)
  }

  @Test func pagesOfAPDFBeginWhereTheirTextDoes() throws {
    let source = try #require(try Outcome("pages.pdf").documents.first)
    #expect(source.pages.count == 3)
    let bytes = Array(source.text.utf8)
    let starts = source.pages.map { String(decoding: bytes[$0...].prefix(8), as: UTF8.self) }
    #expect(starts == ["Communiq", "l'année", "Fait à "])
  }
}
