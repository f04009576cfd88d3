import Communique
import Foundation
import Ingestion
import Testing

/// Files made to take all memory or time end at a stated limit, with a reason.
@Suite struct LimitTests {
  @Test func aFileOverTheLimitIsTold() {
    var limits = ReadingLimits()
    limits.maxFileBytes = 100
    #expect(
      Outcome([UInt8](repeating: 0x61, count: 101), file: "a.txt", limits: limits).summary == ["too-large: a.txt"])
  }

  @Test func oneLineOfFiveMegabytesIsRead() {
    let sentence = Array("The two sides agreed to deepen cooperation on energy. ".utf8)
    let bytes = [UInt8](repeatElement(sentence, count: 5_000_000 / sentence.count).joined())
    let outcome = Outcome(bytes, file: "line.txt")
    #expect(outcome.documents.first?.text.utf8.elementsEqual(bytes) ?? false)
  }

  @Test func aMemberOverTheLimitDoesNotStopTheOthers() throws {
    var limits = ReadingLimits()
    limits.ratioGrace = 1 << 30
    limits.maxFileBytes = 1 << 20
    #expect(
      try Outcome("bomb.zip", limits: limits).summary == ["text bomb.zip/after.txt", "too-large: bomb.zip/bomb.txt"])
  }

  @Test func membersAreCounted() throws {
    var limits = ReadingLimits()
    limits.maxMembers = 3
    let outcome = try Outcome("nested.zip", limits: limits)
    #expect(outcome.documents.count == 3)
    #expect(outcome.errors.map(\.reason) == [.tooManyMembers(limit: 3)])
  }

  @Test func whatIsUnpackedCountsOverAllLevels() throws {
    var limits = ReadingLimits()
    limits.maxUnpackedBytes = 1000
    #expect(try Outcome("nested.zip", limits: limits).errors.contains { $0.reason == .bomb })
  }

  @Test func markupOverTheLimitIsTold() throws {
    var limits = ReadingLimits()
    limits.maxMarkupBytes = 500
    #expect(try Outcome("page.html", limits: limits).summary == ["too-large: page.html"])
    #expect(try Outcome("statement.docx", limits: limits).summary == ["too-large: statement.docx"])
    #expect(try Outcome("pages.pdf", limits: limits).summary == ["too-large: pages.pdf"])
  }

  /// Each would take minutes, or gigabytes, were it not told before it is parsed.
  @Test func endlessTagsAndHeadersAreTold() {
    let attributes = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
    let page = "<html><body><p \(attributes)>The two sides agreed to meet every year.</p></body></html>"
    #expect(Outcome(Array(page.utf8), file: "a.html").summary == ["damaged: a.html"])
    let feed = "<rss><channel><item \(attributes)><title>x</title></item></channel></rss>"
    #expect(Outcome(Array(feed.utf8), file: "a.xml").summary == ["damaged: a.xml"])
    let mail = "MIME-Version: 1.0\n" + String(repeating: "X-Word: value\n", count: 100_000) + "\nThe sides agreed."
    #expect(Outcome(Array(mail.utf8), file: "a.eml").summary == ["too-large: a.eml"])
  }

  /// The clock is asked now and then, so a short page is read whatever the limit.
  @Test func markupThatTakesTooLongIsTold() {
    var limits = ReadingLimits()
    limits.markupSeconds = 0
    let paragraph = "<p>The two sides agreed to meet every year.</p>"
    let page = "<html><body>" + String(repeating: paragraph, count: 2000) + "</body></html>"
    #expect(Outcome(Array(page.utf8), file: "a.html", limits: limits).summary == ["timed-out: a.html"])
    #expect(Outcome(Array((paragraph + paragraph).utf8), file: "a.html", limits: limits).documents.count == 1)
  }

  /// Lists in lists down to the limit are read on a small stack.
  @Test func elementsAreReadDownToTheLimit() {
    let depth = ReadingLimits.standard.maxElementDepth / 2 - 4
    let sentence = "The two sides agreed to meet every year."
    let page =
      "<html><body>" + String(repeating: "<ul><li>", count: depth) + sentence
      + String(repeating: "</li></ul>", count: depth) + "</body></html>"
    #expect(Outcome(Array(page.utf8), file: "a.html").documents.first?.text.contains(sentence) ?? false)
  }

  /// Long values in quotation marks, scripts and text are no endless tags.
  @Test func longValuesAndScriptsAreNoEndlessTags() {
    let long = String(repeating: "x ", count: 9000)
    let page = """
      <html><head><script>if (a<b) { \(long) }</script><style>p { \(long) }</style><!-- <b \(long) --></head>
      <body><p title="\(long)" data-x = '\(long)'>The two sides agreed to meet every year.</p></body></html>
      """
    #expect(
      Outcome(Array(page.utf8), file: "a.html").documents.first?.text == "The two sides agreed to meet every year.\n")
  }

  @Test func thePDFProgramHasNoMoreMemoryThanItMay() throws {
    var limits = ReadingLimits()
    limits.pdfMemoryBytes = 1 << 20
    let outcome = try Outcome("pages.pdf", limits: limits)
    #expect(outcome.documents.isEmpty)
    #expect(outcome.errors.count == 1)
  }

  /// Bytes changed, cut and doubled at seeded random places: a text or a reason, never a crash, and spans hold.
  @Test(arguments: [
    "page.html", "linked-data.html", "feed.xml", "atom.xml", "laughs.xml", "statement.docx", "communique.odt",
    "multipart.eml", "stub.eml", "nested.zip", "texts.tar.gz", "mixed.txt", "utf16le.txt", "front-matter.md",
    "pages.pdf",
  ])
  func damagedFilesGiveATextOrAReason(_ name: String) throws {
    let whole = try Outcome.bytes(name)
    var state = UInt64(whole.count)
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(1, count)
    }
    let reader = CommuniqueReader()
    for round in 0..<(name.hasSuffix("pdf") ? 8 : 40) {
      var bytes = whole
      for _ in 0...random(6) { bytes[random(bytes.count)] = UInt8(random(256)) }
      if round % 3 == 0 { bytes.removeLast(random(bytes.count)) }
      if round % 5 == 0 { bytes.insert(contentsOf: whole.prefix(random(400)), at: random(bytes.count)) }
      let outcome = Outcome(bytes, file: name)
      for source in outcome.documents {
        let communique = reader.read(source)
        let text = Array(communique.text.utf8)
        for agreement in communique.agreements {
          #expect(text[agreement.span].elementsEqual(agreement.text.utf8), "\(name), round \(round)")
        }
        #expect(source.pages.allSatisfy { (0...text.count).contains($0) })
      }
    }
  }
}
