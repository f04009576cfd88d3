import Communique
import Testing

/// How good the extraction of SampleData is, by the references in `Tests/Golden/reference`.
///
/// The floors lie a little under what is reached; raise them with the rules, never lower them to pass.
@Suite struct QualityTests {
  struct Floors: CustomTestStringConvertible, Sendable {
    let language: Language
    let f1, parties, domain, strength, whole, dates: Double
    var testDescription: String { language.rawValue }
  }

  @Test(arguments: [
    Floors(language: .english, f1: 0.93, parties: 0.95, domain: 0.74, strength: 0.95, whole: 0.68, dates: 0.88),
    Floors(language: .french, f1: 0.90, parties: 0.92, domain: 0.80, strength: 0.94, whole: 0.68, dates: 0.94),
  ])
  func isAsGoodAsItWas(_ floors: Floors) throws {
    var score = Score()
    for sample in Sample.all where sample.name.hasPrefix(floors.language.rawValue + "-") {
      score.add(sample.communique, against: try Reference.named(sample.name))
    }
    print("quality \(floors.language.rawValue): \(score.printed)")
    #expect(score.f1 >= floors.f1)
    #expect(score.parties >= floors.parties)
    #expect(score.domain >= floors.domain)
    #expect(score.strength >= floors.strength)
    #expect(score.whole >= floors.whole)
    #expect(score.dates >= floors.dates)
  }

  @Test func everySampleHasItsReference() {
    #expect(Sample.all.map(\.name) == names(in: referenceFolder, ending: ".gold.json"))
  }
}

extension Score {
  /// `F1 0.912 parties 0.950 …`
  fileprivate var printed: String {
    [
      ("F1", f1), ("parties", parties), ("domain", domain), ("strength", strength), ("whole-F1", whole),
      ("dates", dates),
    ]
    .map { name, value in "\(name) \((value * 1000).rounded() / 1000)" }.joined(separator: "  ")
  }
}

@Suite struct ScoreTests {
  @Test func wordsHaveNeitherCaseNorAccents() {
    #expect(Score.words("L’Énergie, à cœur : 25 %") == ["l", "energie", "a", "coeur", "25"])
  }

  @Test func eachIsMatchedOnceWithItsBest() {
    let pairs = Score.pairs(["open an embassy", "open an embassy in Apia"], ["open an embassy in Apia"])
    #expect(pairs.map(\.0) == [1])
    #expect(pairs.map(\.1) == [0])
  }

  @Test func littleInCommonIsNoMatch() {
    #expect(Score.pairs(["open an embassy in Apia"], ["train officials in Apia every year"]).isEmpty)
  }
}
