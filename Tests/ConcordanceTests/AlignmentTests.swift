import Communique
import TextAnalysis
import Testing

@testable import Concordance

/// Agreements that correspond, whatever their order and number.
@Suite struct AlignmentTests {
  private static let lexicon = Lexicon(VocabularyForms(stemmers: Stemmers()).forms)
  private let reader = ProfileReader(lexicon: Self.lexicon, stemmers: Stemmers())

  private static let english = [
    "open a consulate general in Aktobe", "train 300 railway engineers at the Almaty academy",
    "exchange information on floods of the Irtysh river", "build a wind farm of 250 megawatts near Zhanatas",
    "hold the next session in Beijing in March 2023",
  ]
  private static let french = [
    "ouvrir un consulat général à Aktobe", "former 300 ingénieurs ferroviaires à l’académie d’Almaty",
    "échanger des informations sur les crues de la rivière Irtych",
    "construire un parc éolien de 250 mégawatts près de Zhanatas",
    "tenir la prochaine session à Pékin en mars 2023",
  ]

  private func facts(_ clauses: [String], _ language: Language) -> DocumentFacts {
    var communique = Communique(file: "a.txt", text: "", language: language, parties: [Party("CHN"), Party("KAZ")])
    for clause in clauses {
      let start = communique.text.utf8.count
      communique.text += clause
      communique.agreements.append(
        Agreement(
          text: clause, span: start..<communique.text.utf8.count, parties: communique.parties, strength: .decided,
          domains: [Domain("politics")]))
      communique.text += ".\n"
    }
    return DocumentFacts(communique, reader: reader)
  }

  private func pairs(_ left: [String], _ right: [String]) -> [[Int]] {
    AgreementAlignment(facts(left, .english), facts(right, .french)).pairs.map { [$0.left, $0.right] }
  }

  @Test func inOrder() { #expect(pairs(Self.english, Self.french) == [[0, 0], [1, 1], [2, 2], [3, 3], [4, 4]]) }

  @Test func whatOneVersionLacksStandsAlone() {
    #expect(pairs(Self.english, [0, 1, 3, 4].map { Self.french[$0] }) == [[0, 0], [1, 1], [3, 2], [4, 3]])
    #expect(pairs([1, 4].map { Self.english[$0] }, Self.french) == [[0, 1], [1, 4]])
  }

  @Test func whatWasMovedIsFoundAcrossTheOrder() {
    #expect(
      pairs(Self.english, [1, 2, 3, 4, 0].map { Self.french[$0] }) == [[0, 4], [1, 0], [2, 1], [3, 2], [4, 3]])
  }

  @Test func oneMayAnswerToTwo() {
    let both = Self.english[1] + " and " + Self.english[2]
    let found = pairs([Self.english[0], both, Self.english[3]], Self.french)
    #expect(found.contains([1, 1]) && found.contains([1, 2]))
  }

  @Test func unlikeOnesAreNotForced() {
    #expect(pairs(["deplore the cost of borrowing"], ["tenir la prochaine session à Pékin en mars 2023"]).isEmpty)
    #expect(pairs([], Self.french).isEmpty)
  }

  @Test func placesOfOneTextAreFoundInTheOther() {
    let (left, right) = (facts(Self.english, .english), facts(Self.french, .french))
    let anchors = Anchors(left.profile, right.profile)
    #expect(anchors.order > 0.8)
    for (one, two) in zip(left.agreements, right.agreements) {
      #expect(abs(anchors.right(of: one.span.lowerBound) - Double(two.span.lowerBound)) < 30)
    }
  }
}
