import Testing

@testable import Commands

@Suite struct SanitisingTests {
  @Test(arguments: [
    ("plain é 中", "plain é 中"), ("a\u{1B}[31mred\u{1B}[0m", "ared"), ("a\u{1B}]0;title\u{7}b", "ab"),
    ("a\u{1B}]8;;http://x\u{1B}\\link", "alink"), ("a\u{9B}31mb", "ab"), ("bell\u{7}\u{8}\u{7F}", "bell"),
    ("\u{202E}evil\u{2066}\u{200F}", "evil"), ("a\u{85}b", "ab"), ("keep\ttab\nline", "keep\ttab\nline"),
    ("a\u{1B}[31\u{1B}[0mb", "ab"), ("no\u{1B}]end\nnext", "no\nnext"), ("cr\rlf", "crlf"),
  ])
  func controlsAreDroppedWithTheirSequences(_ text: String, _ expected: String) {
    #expect(Sanitising.text(text) == expected)
  }

  @Test func oneLineHasNeitherLineEndsNorDoubleBlanks() {
    #expect(Sanitising.oneLine("  a\n\n b\tc  ") == "a b c")
  }

  @Test func nothingUnsafeIsEverLeft() {
    for value in (0 as UInt32)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = Sanitising.text("a" + String(scalar) + "b")
      #expect(!text.unicodeScalars.contains(where: Sanitising.isUnsafe), "U+\(String(value, radix: 16))")
    }
  }
}

@Suite struct WrappingTests {
  @Test func linesBreakAtBlanks() {
    #expect(Wrapping.lines("un deux trois", width: 8) == ["un deux", "trois"])
    #expect(Wrapping.lines("", width: 8) == [""])
  }

  @Test func noBreakSpacesHold() {
    #expect(Wrapping.lines("voir\u{A0}: là", width: 6) == ["voir\u{A0}:", "là"])
  }

  @Test func onlyAWordWiderThanALineIsBroken() {
    #expect(Wrapping.lines("ab abcdefgh", width: 5) == ["ab", "abcde", "fgh"])
  }

  @Test func marksGoOnOverLineEnds() {
    let lines = Wrapping.lines([Run(text: "a "), Run(text: "bb cc", isMarked: true)], width: 4)
    #expect(lines == [[Run(text: "a "), Run(text: "bb", isMarked: true)], [Run(text: "cc", isMarked: true)]])
  }

  @Test(arguments: [("abc", 3), ("é", 1), ("e\u{301}", 1), ("中文", 4), ("🇫🇷", 4), ("a\u{200B}b", 2)])
  func widthsAreThoseOfATerminal(_ text: String, _ width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}

@Suite struct StyleTests {
  private func isColoured(_ environment: [String: String], flag: String? = nil, terminal: Bool = true) -> Bool {
    Style.chosen(
      flag: flag, output: Output(inMemoryAsTerminal: terminal), environment: Environment(environment)
    ).isColoured
  }

  @Test func coloursFollowTerminalFlagAndEnvironment() {
    #expect(isColoured(["TERM": "xterm"]))
    #expect(!isColoured(["TERM": "xterm"], terminal: false))
    #expect(!isColoured(["TERM": "dumb"]))
    #expect(!isColoured(["TERM": "xterm", "NO_COLOR": "1"]))
    #expect(isColoured(["TERM": "xterm", "NO_COLOR": ""]))
    #expect(isColoured(["TERM": "xterm", "NO_COLOR": "1"], flag: "always", terminal: false))
    #expect(!isColoured(["TERM": "xterm"], flag: "never"))
  }
}

@Suite struct PagerTests {
  private func isNeeded(_ text: String) -> Bool {
    Pager.isNeeded(for: Array(text.utf8), size: TerminalSize(columns: 10, rows: 4))
  }

  @Test func isNeededOnlyWhereTheScreenIsTooSmall() {
    #expect(!isNeeded("a\nb\nc\n"))
    #expect(isNeeded("a\nb\nc\nd\n"))
    #expect(isNeeded("a\nbbbbbbbbbbbbbbbbbbbbbbb\n"))
    #expect(!isNeeded("\u{1B}[1;33mabcdefghij\u{1B}[0m\nb\n"))
  }
}
