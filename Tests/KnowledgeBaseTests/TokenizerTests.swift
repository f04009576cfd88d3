import Testing

@testable import KnowledgeBase
@testable import TextAnalysis

@Suite struct TokenizerTests {
  @Test(arguments: [
    ("l'énergie", ["energie"]), ("l’énergie", ["energie"]), ("lʼénergie", ["energie"]), ("jusqu'à", ["a"]),
    ("aujourd'hui", ["aujourdhui"]), ("aujourd’hui", ["aujourdhui"]), ("qu'il", ["il"]), ("China's", ["china"]),
    ("China’s visit", ["china", "visit"]), ("États-Unis", ["etats", "unis"]), ("œuvre", ["oeuvre"]),
    ("mi\u{AD}gration", ["migration"]), ("e\u{301}nergie", ["energie"]), ("U.S. and U.N.", ["us", "and", "un"]),
    ("M. Wang", ["m", "wang"]), ("G7", ["g7"]), ("10 %", ["10"]), ("", []), ("'", []), ("l'", ["l"]), ("🎉", []),
    ("日本", ["日本"]), ("\u{202E}abc", ["abc"]), ("a\0b", ["a", "b"]), ("quelqu'un", ["quelqu", "un"]),
    ("a.b", ["a", "b"]), ("САУ Caesar", ["сау", "caesar"]), ("ΑΘΗΝΑ", ["αθηνα"]),
  ])
  func splits(_ text: String, _ words: [String]) { #expect(Tokenizer.tokens(text).map(\.raw) == words) }

  @Test func rangesHoldTheWords() {
    let text = "L’énergie des États-Unis, l'UE et la Chine"
    let bytes = Array(text.utf8)
    let words = Tokenizer.tokens(text).map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(words == ["énergie", "des", "États", "Unis", "UE", "et", "la", "Chine"])
    #expect(Tokenizer.tokens(text).map(\.isCapitals) == [false, false, false, false, true, false, false, false])
  }

  @Test func anyBytesMakeTokensInOrder() {
    var random = SeededRandom(state: 3)
    for _ in 0..<500 {
      let text = random.text(20)
      var last = 0
      for token in Tokenizer.tokens(text) {
        #expect(token.range.lowerBound >= last && token.range.upperBound <= text.utf8.count && !token.raw.isEmpty)
        last = token.range.upperBound
      }
    }
  }
}

@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 1_000_00), "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee"),
  ])
  func knownDigests(_ text: String, _ digest: String) { #expect(SHA256.hexadecimal(of: text) == digest) }
}
