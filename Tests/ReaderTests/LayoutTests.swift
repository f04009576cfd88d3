import Communique
import Ingestion
import Testing

/// How pages are written as text.
@Suite struct LayoutTests {
  @Test(arguments: [
    ("<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree\n"),
    ("<p>a  b\n c</p><p>d&nbsp;e &laquo;f&raquo;</p>", "a b c\n\nd\u{A0}e «f»\n"),
    ("<ul><li>one<ul><li>inner</li></ul></li><li></li><li><p>two</p></li></ul>", "- one\n- inner\n- two\n"),
    ("<ol start=4><li>x</li><li>y</li></ol>", "4. x\n5. y\n"),
    (
      "<table><tr><td><p>A paragraph.</p><p>Another.</p></td><td>x</td></tr></table>", "A paragraph.\n\nAnother.\n\nx\n"
    ),
    ("<table><tr><th>Pays</th><th>Somme</th></tr><tr><td>Togo</td><td>3</td></tr></table>", "Pays – Somme\nTogo – 3\n"),
    ("<pre>a\n b\n\nc</pre>", "a\nb\n\nc\n"),
    ("<p>Inline <b>bold</b>, <i>soft</i><script>x</script>.</p>", "Inline bold, soft.\n"),
    ("<p>Kept</p><p style='display: none'>x</p><div hidden>no</div><div aria-hidden=true>no</div>", "Kept\n\nx\n"),
  ])
  func elementsBecomeLinesAndParagraphs(_ body: String, _ text: String) {
    let page = "<html><body><main>\(body)</main></body></html>"
    #expect(Outcome(Array(page.utf8), file: "a.html").documents.first?.text == text)
  }

  /// A class that says "share" or "related" is furniture; one that merely has such letters in it is not.
  @Test(arguments: [
    ("shareholder-report", true), ("share", false), ("cookieConsent", false), ("navigable", true), ("site-nav", false),
    ("commentary", true), ("comments", false),
  ])
  func furnitureIsToldByWholeWords(_ name: String, _ isKept: Bool) {
    let page = """
      <html><body><div><p>\(String(repeating: "The two sides agreed to meet every year. ", count: 9))</p>
      <div class="\(name)"><span>Particular words.</span></div></div></body></html>
      """
    let text = Outcome(Array(page.utf8), file: "a.html").documents.first?.text ?? ""
    #expect(text.contains("Particular words.") == isKept)
  }

  @Test func theTitleComesFirstOnce() {
    let page = """
      <html><head><title>Two ministers meet in Lima</title></head><body><h1>Two ministers meet in Lima</h1>
      <article><p>The two sides agreed to meet every year.</p></article></body></html>
      """
    let text = Outcome(Array(page.utf8), file: "a.html").documents.first?.text
    #expect(text == "Two ministers meet in Lima\n\nThe two sides agreed to meet every year.\n")
  }

  @Test(arguments: [("../../a/b.txt", "a/b.txt"), ("/etc/passwd.txt", "etc/passwd.txt"), ("C:\\x\\y.txt", "x/y.txt")])
  func namesOfMembersLeadNowhere(_ name: String, _ label: String) {
    let outcome = Outcome(Tar.archive(name, "The two sides agreed."), file: "a.tar")
    #expect(outcome.documents.map(\.file) == ["a.tar/" + label])
  }
}

/// A tar of one file.
private enum Tar {
  static func archive(_ name: String, _ text: String) -> [UInt8] {
    var header = [UInt8](repeating: 0, count: 512)
    func put(_ text: String, at offset: Int) {
      for (index, byte) in text.utf8.enumerated() { header[offset + index] = byte }
    }
    func octal(_ number: Int, _ width: Int) -> String {
      let digits = String(number, radix: 8)
      return String(repeating: "0", count: width - digits.count) + digits
    }
    put(name, at: 0)
    put(octal(0o644, 7), at: 100)
    put(octal(text.utf8.count, 11), at: 124)
    put("        ", at: 148)
    put("0", at: 156)
    put("ustar\u{0}00", at: 257)
    put(octal(header.reduce(0) { $0 + Int($1) }, 6) + "\u{0} ", at: 148)
    let body = Array(text.utf8) + [UInt8](repeating: 0, count: 512 - text.utf8.count)
    return header + body + [UInt8](repeating: 0, count: 1024)
  }
}
