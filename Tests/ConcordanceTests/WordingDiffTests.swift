import Communique
import Concordance
import Testing

@Suite struct WordingDiffTests {
  /// The texts with what was taken out in [-…-] and what was put in in {+…+}.
  static func marked(_ left: String, _ right: String) -> String {
    func words(_ text: String, _ range: Range<Int>) -> String {
      String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
    return WordingDiff(left, right).runs.map { run in
      switch run {
      case .kept(_, let range): words(right, range)
      case .removed(let range): "[-" + words(left, range) + "-]"
      case .added(let range): "{+" + words(right, range) + "+}"
      }
    }.joined(separator: " ")
  }

  @Test(arguments: [
    (
      "open an embassy in Apia by 2025", "open a consulate in Apia by 2026",
      "open [-an embassy-] {+a consulate+} in Apia by [-2025-] {+2026+}"
    ),
    ("étudier l’ouverture d’une ligne", "Étudier l'ouverture d'une ligne", "Étudier l'ouverture d'une ligne"),
    ("train officials", "train forty officials", "train {+forty+} officials"),
    ("", "train officials", "{+train officials+}"),
    ("former des agents", "", "[-former des agents-]"),
    ("a b c d e", "e a b c d", "{+e+} a b c d [-e-]"),
  ])
  func tellsWordByWord(_ left: String, _ right: String, _ expected: String) {
    #expect(Self.marked(left, right) == expected)
  }

  @Test func likenessIsTheShareOfCommonWords() {
    #expect(WordingDiff("open an embassy", "open an embassy").likeness == 1)
    #expect(WordingDiff("open an embassy", "close the border").likeness == 0)
    #expect(WordingDiff("open an embassy soon", "open an office soon").likeness == 0.75)
    #expect(WordingDiff("", "").likeness == 1)
  }
}
