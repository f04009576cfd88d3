import Communique
import Concordance
import Foundation
import TextAnalysis
import Testing

/// What belongs together in SampleData: two languages of one communiqué share the rest of their file's name, and
/// `Tests/Golden/reference/align.tsv` says which of their agreements correspond.
@Suite struct ConcordanceTests {
  @Test func versionsAreFoundAndNothingElse() {
    let facts = SampleFacts()
    var linked: Set<Set<String>> = []
    for (index, one) in Sample.all.enumerated() {
      for two in Sample.all[(index + 1)...]
      where DocumentLikeness(facts[one], facts[two]).isEnough { linked.insert([one.name, two.name]) }
    }
    let pairs = Set(SampleFacts.pairs.map { Set(["en-" + $0, "fr-" + $0]) })
    #expect(linked == pairs)
  }

  /// Halves of one communiqué: as two communiqués of one day, one meeting and one matter would be.
  @Test(arguments: SampleFacts.pairs)
  func anotherCommuniqueOfTheDayIsNoVersion(_ pair: String) {
    let facts = SampleFacts()
    let first = facts.part(of: "en-" + pair) { $0 < $1 / 2 }
    let second = facts.part(of: "fr-" + pair) { $0 >= $1 / 2 }
    #expect(DocumentLikeness(first, second).confidence < DocumentLikeness.enough)
  }

  @Test(arguments: SampleFacts.pairs)
  func anAbridgedVersionIsOne(_ pair: String) {
    let facts = SampleFacts()
    let whole = facts.part(of: "en-" + pair) { _, _ in true }
    let half = facts.part(of: "fr-" + pair) { $0 < $1 / 2 }
    #expect(DocumentLikeness(whole, half).isEnough)
  }

  @Test(arguments: Sample.all)
  func aShortenedReprintIsADuplicate(_ sample: Sample) {
    let facts = SampleFacts()
    let shortened = facts.part(of: sample.name) { $0 < $1 * 2 / 3 }
    #expect(DocumentLikeness(facts[sample], shortened).isEnough)
  }

  @Test(arguments: Sample.all)
  func theSameWordsAYearLaterAreAnotherCommunique(_ sample: Sample) {
    var later = sample.communique
    later.heldOn = later.heldOn?.adding(days: 365)
    later.publishedOn = later.publishedOn?.adding(days: 365)
    let facts = SampleFacts()
    #expect(!DocumentLikeness(facts[sample], DocumentFacts(later, reader: facts.reader)).isEnough)
  }

  @Test func correspondingAgreementsAreAligned() throws {
    let facts = SampleFacts()
    var (known, aligned, wrong) = (0, 0, 0)
    for (pair, expected) in try SampleFacts.alignment() {
      let (english, french) = ("en-" + pair, "fr-" + pair)
      let places = (try facts.placesOfReferences(english), try facts.placesOfReferences(french))
      let found = AgreementAlignment(facts[english], facts[french]).pairs
      for link in expected {
        guard let left = places.0[link.0], let right = places.1[link.1] else { continue }
        known += 1
        aligned += found.contains { $0.left == left && $0.right == right } ? 1 : 0
      }
      let back = (
        Dictionary(uniqueKeysWithValues: places.0.map { ($1, $0) }),
        Dictionary(uniqueKeysWithValues: places.1.map { ($1, $0) })
      )
      for link in found {
        guard let left = back.0[link.left], let right = back.1[link.right] else { continue }
        wrong += expected.contains { $0 == (left, right) } ? 0 : 1
      }
    }
    print("alignment: \(aligned) of \(known), \(wrong) wrong")
    #expect(known >= 45)
    #expect(Double(aligned) >= 0.95 * Double(known))
    #expect(Double(wrong) <= 0.05 * Double(known))
  }
}

/// SampleData made ready for comparing.
final class SampleFacts {
  let reader: ProfileReader
  private var known: [String: DocumentFacts] = [:]

  private static let lexicon = Lexicon(VocabularyForms(stemmers: Stemmers()).forms)

  init() { reader = ProfileReader(lexicon: Self.lexicon, stemmers: Stemmers()) }

  subscript(_ sample: Sample) -> DocumentFacts { self[sample.name] }

  subscript(_ name: String) -> DocumentFacts {
    if let facts = known[name] { return facts }
    let facts = DocumentFacts(Self.sample(name).communique, reader: reader)
    known[name] = facts
    return facts
  }

  /// Some lines of a sample: its heading, and those that are asked for by their number and how many there are.
  func part(of name: String, _ isMeant: (Int, Int) -> Bool) -> DocumentFacts {
    let sample = Self.sample(name)
    let lines = sample.text.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.indices.filter { $0 < 6 || isMeant($0, lines.count) }.map { lines[$0] }.joined(separator: "\n")
    var communique = sample.communique
    communique.text = text
    communique.agreements = []
    return DocumentFacts(communique, reader: reader)
  }

  /// Which of the agreements found is which of the reference's.
  func placesOfReferences(_ name: String) throws -> [Int: Int] {
    let found = Self.sample(name).communique.agreements.map(\.text)
    let pairs = Score.pairs(found, try Reference.named(name).agreements.map(\.text))
    return Dictionary(uniqueKeysWithValues: pairs.map { ($1, $0) })
  }

  private static func sample(_ name: String) -> Sample {
    Sample.all.first { $0.name == name } ?? Sample(name: name, text: "")
  }

  /// What follows the language in the names of two samples.
  static let pairs: [String] = {
    let names = Set(Sample.all.map(\.name))
    return Sample.all.map(\.name).filter { $0.hasPrefix("en-") && names.contains("fr-" + $0.dropFirst(3)) }
      .map { String($0.dropFirst(3)) }
  }()

  /// Of each pair, which agreement of the English reference is which of the French one.
  static func alignment() throws -> [String: [(Int, Int)]] {
    let text = try #require(contents(of: referenceFolder.appending(path: "align.tsv")))
    var alignment: [String: [(Int, Int)]] = [:]
    for line in text.split(separator: "\n").dropFirst() {
      let cells = line.split(separator: "\t").map(String.init)
      alignment[cells[0], default: []].append((try #require(Int(cells[1])), try #require(Int(cells[2]))))
    }
    return alignment
  }
}
