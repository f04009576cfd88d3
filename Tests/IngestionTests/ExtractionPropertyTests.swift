import Communique
import Foundation
import Ingestion
import Testing
import Vocabulary

/// What holds for every text, whatever the rules find in it.
@Suite struct ExtractionPropertyTests {
  @Test(arguments: Sample.all)
  func spansAreTheWordsOfTheSource(_ sample: Sample) {
    expectFaithful(sample.communique)
  }

  @Test(arguments: Sample.all)
  func agreementsDoNotOverlap(_ sample: Sample) {
    let spans = sample.communique.agreements.map(\.span).sorted { $0.lowerBound < $1.lowerBound }
    for (first, second) in zip(spans, spans.dropFirst()) {
      #expect(first.upperBound <= second.lowerBound, "\(first) and \(second)")
    }
  }

  @Test(arguments: Sample.all)
  func agreementsAreBoundToSomebodyAboutSomething(_ sample: Sample) {
    for agreement in sample.communique.agreements {
      #expect(!agreement.parties.isEmpty, "\(agreement.text)")
      #expect(Set(agreement.parties).count == agreement.parties.count, "\(agreement.text)")
      #expect((1...4).contains(agreement.domains.count), "\(agreement.text)")
      #expect(Set(agreement.domains).count == agreement.domains.count, "\(agreement.text)")
      for domain in agreement.domains { #expect(Names.domains.contains(domain), "\(domain)") }
    }
  }

  @Test(arguments: Sample.all)
  func lineEndingsDoNotMatter(_ sample: Sample) {
    let windows = sample.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    expectSame(Reading.communique(windows, file: "windows.txt"), as: sample.communique)
  }

  @Test(arguments: Sample.all)
  func aByteOrderMarkDoesNotMatter(_ sample: Sample) {
    expectSame(Reading.communique("\u{FEFF}" + sample.text, file: "mark.txt"), as: sample.communique)
  }

  @Test(arguments: Sample.all)
  func readingTwiceGivesTheSame(_ sample: Sample) {
    let reader = CommuniqueReader()
    let first = reader.read(sample.text, file: sample.name)
    // What one text taught the reader must not show in the next.
    for other in Sample.all.prefix(4) { _ = reader.read(other.text, file: other.name) }
    #expect(reader.read(sample.text, file: sample.name) == first)
  }

  @Test(arguments: Sample.all)
  func damagedTextIsReadWithoutHarm(_ sample: Sample) {
    var random = SeededRandom(seed: UInt64(sample.text.utf8.count))
    let reader = CommuniqueReader()
    for damage in Damage.allCases {
      let text = damage.done(to: sample.text, with: &random)
      expectFaithful(reader.read(text, file: "\(damage)"))
    }
  }

  @Test(arguments: [
    "", " ", "\n", "\r\n\r\n", "\u{0}", "\u{FEFF}", ".", "…", "-", "1.", "•\n•\n•", "«", "\"\"", "’", "\u{301}",
    "The two sides agreed to", "The two sides agreed to:", "The two sides agreed to:\n-\n-",
    "Les deux parties sont convenues de",
    "Les deux parties sont convenues d’", "agreed to agreed to agreed to", "signed", "ont signé",
    "Article 1", "ARTICLE PREMIER\n", "of of of of the the the", "de de de de la la la",
  ])
  func scrapsAreReadWithoutHarm(_ text: String) {
    expectFaithful(Reading.communique(text, file: "scrap.txt"))
  }

  /// Numbers longer than any integer or floating-point number are no day, no span and no amount.
  @Test(arguments: [
    "Joint Statement\n\nBEIJING, 8 June 2022 - China and Kazakhstan agreed to spend $# million on roads by # December 2027, within # years.",
    "Joint Statement\n\nBEIJING, 8 June 2022 - China and Kazakhstan agreed to spend # dollars on roads before #/#/# and by #.#.#.",
    "Communiqué conjoint\n\nPÉKIN, le 8 juin 2022 - La Chine et le Kazakhstan sont convenus de verser # millions d'euros d'ici au # mai 2027.",
    "Communiqué conjoint\n\nPÉKIN, le 8 juin 2022 - La Chine et le Kazakhstan sont convenus d'ouvrir une route dans un délai de # mois, du # au # mai.",
  ])
  func endlessNumbersAreReadWithoutHarm(_ pattern: String) {
    for figures in [20, 400] {
      let text = pattern.replacingOccurrences(of: "#", with: String(repeating: "9", count: figures))
      let communique = Reading.communique(text, file: "numbers.txt")
      expectFaithful(communique)
      #expect(communique.agreements.count == 1)
      #expect(communique.agreements.flatMap(\.amounts).isEmpty)
    }
    let scales = String(repeating: "million ", count: 80)
    let text = pattern.replacingOccurrences(of: "#", with: "9 \(scales)")
    let amounts = Reading.communique(text, file: "scales.txt").agreements.flatMap(\.amounts)
    #expect(amounts.filter { !$0.value.isFinite }.isEmpty)
  }

  private func expectFaithful(_ communique: Communique, _ location: SourceLocation = #_sourceLocation) {
    let bytes = Array(communique.text.utf8)
    for agreement in communique.agreements {
      let span = agreement.span
      guard span.lowerBound >= 0, span.upperBound <= bytes.count else {
        Issue.record("\(span) is outside of \(bytes.count) bytes", sourceLocation: location)
        continue
      }
      #expect(bytes[span].elementsEqual(agreement.text.utf8), sourceLocation: location)
      #expect(!span.isEmpty, sourceLocation: location)
      for reason in agreement.evidence.reasons {
        guard let span = reason.span else { continue }
        #expect(span.lowerBound >= 0 && span.upperBound <= bytes.count, sourceLocation: location)
      }
    }
    for passage in communique.setAside {
      #expect(passage.span.lowerBound >= 0 && passage.span.upperBound <= bytes.count, sourceLocation: location)
    }
  }

  /// Same but for the bytes between words.
  private func expectSame(_ found: Communique, as plain: Communique) {
    func shape(_ communique: Communique) -> String {
      var communique = communique
      for index in communique.agreements.indices {
        communique.agreements[index].text = communique.agreements[index].text.split(whereSeparator: \.isWhitespace)
          .joined(separator: " ")
      }
      return communique.printedTree
    }
    let (found, plain) = (shape(found), shape(plain))
    if found != plain { Issue.record("\(lineDiff(expected: plain, found: found))") }
  }
}

/// What happens to texts on their way.
private enum Damage: CaseIterable {
  case controlCharacters, brokenEncoding, cutAnywhere, oneLine, everyWordOnItsLine, shuffledLines, doubled, upperCase
  case noSpaces, decomposedAccents

  func done(to text: String, with random: inout SeededRandom) -> String {
    var bytes = Array(text.utf8)
    switch self {
    case .controlCharacters:
      for _ in 0..<60 {
        bytes.insert(.random(in: 0...31, using: &random), at: .random(in: 0...bytes.count, using: &random))
      }
    case .brokenEncoding:
      // Any byte anywhere; decoding puts U+FFFD in the place of what is not UTF-8.
      for _ in 0..<60 { bytes[.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random) }
    case .cutAnywhere: bytes.removeLast(.random(in: 0..<bytes.count, using: &random))
    case .oneLine: bytes = bytes.map { $0 == 0x0A ? 0x20 : $0 }
    case .everyWordOnItsLine: bytes = bytes.map { $0 == 0x20 ? 0x0A : $0 }
    case .shuffledLines: return text.split(separator: "\n").shuffled(using: &random).joined(separator: "\n")
    case .doubled: bytes += bytes
    case .upperCase: return text.uppercased()
    case .noSpaces: bytes.removeAll { $0 == 0x20 }
    case .decomposedAccents: return text.decomposedStringWithCanonicalMapping
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// The same numbers on every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
