import Communique
import Concordance
import TextAnalysis
import Testing

@Suite struct DifferenceTests {
  private let reader = ProfileReader(lexicon: Lexicon([]), stemmers: Stemmers())

  private func agreement(
    _ text: String, _ parties: [String] = ["SEN", "COL"], _ strength: Strength = .committed, due: String? = nil,
    amounts: [Amount] = []
  ) -> Agreement {
    Agreement(
      text: text, span: 0..<text.utf8.count, parties: parties.map(Party.init(_:)), strength: strength,
      domains: [Domain("culture")],
      deadline: due.flatMap(CalendarDate.init(iso:)).map { Deadline(date: $0, precision: .year) }, amounts: amounts)
  }

  private func differences(_ english: Agreement, _ french: Agreement) -> [Difference] {
    reader.differences(english, french, languages: (.english, .french))
  }

  @Test func namesEachField() {
    let english = agreement(
      "give 5 million", ["SEN"], .exploratory, due: "2026-12-31", amounts: [Amount(value: 5_000_000, currency: "USD")])
    let french = agreement(
      "donner 6 millions", ["SEN", "COL"], .committed, due: "2027-12-31",
      amounts: [Amount(value: 6_000_000, currency: "USD")])
    #expect(differences(english, french) == Difference.allCases)
    #expect(differences(english, english) == [])
  }

  @Test(arguments: [
    ("train 25 officers", "former vingt-cinq agents"),
    ("train seventy-two officers", "former 72 agents"),
    ("train 72 officers", "former soixante-douze agents"),
    ("train 80 officers", "former quatre-vingts agents"),
    ("train 95 officers", "former quatre-vingt-quinze agents"),
    ("link both countries", "relier les deux pays"),
    ("invest 1,500 dollars", "investir 1 500 dollars"),
    ("by 1 July 2026", "d’ici au 1er juillet 2026"),
  ])
  func numbersInWordsAreTheNumbersInDigits(_ english: String, _ french: String) {
    #expect(differences(agreement(english), agreement(french)) == [])
  }

  @Test(arguments: [("train 25 officers", "former trente-cinq agents"), ("train officers", "former 30 agents")])
  func otherNumbersAreADifference(_ english: String, _ french: String) {
    #expect(differences(agreement(english), agreement(french)) == [.numbers])
  }

  @Test func changesFollowFirmnessThenWords() {
    let soft = agreement("study the opening of a line", ["SEN"], .exploratory)
    let firm = agreement("open a line", ["SEN"], .decided)
    #expect(WordingChange(from: soft, to: firm, likeness: 0.3, differences: [.strength]) == .firmer)
    #expect(WordingChange(from: firm, to: soft, likeness: 0.3, differences: [.strength]) == .softer)
    #expect(WordingChange(from: firm, to: firm, likeness: 1, differences: []) == .repeated)
    #expect(WordingChange(from: firm, to: firm, likeness: 1, differences: [.parties]) == .changed)
    #expect(WordingChange(from: firm, to: firm, likeness: 0.5, differences: []) == .changed)
    #expect(WordingChange(from: firm, to: firm, likeness: nil, differences: []) == .repeated)
  }
}
