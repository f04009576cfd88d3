import Communique
import KnowledgeBase
import Testing

/// Model → store → model gives the same, whatever the model holds.
@Suite(.serialized) struct RoundTripTests {
  @Test func anyCommuniqueComesBackIdentical() throws {
    let folder = try TemporaryStore()
    let base = try folder.open()
    var random = SeededRandom(state: 42)
    for number in 0..<120 {
      let communique = random.communique(number)
      let outcome = try base.ingest(communique)
      #expect(try base.communique(ofDocument: outcome.id) == communique)
      let stored = try base.agreements(ofDocument: outcome.id)
      #expect(stored.map(\.agreement) == communique.agreements)
      for agreement in stored { #expect(try base.agreement(id: agreement.id) == agreement) }
    }
    // The same again under the same names, with other content: the index must follow.
    for number in 0..<120 { _ = try base.ingest(random.communique(number)) }
    for number in stride(from: 1, through: 120, by: 3) { _ = try base.remove(document: Int64(number)) }
    let checkup = try base.checkup()
    let failed = checkup.items.filter { !$0.passed && $0.name != .quotes }
    #expect(failed.isEmpty, "\(failed)")
    try base.rebuildIndex()
    #expect(try base.checkup().items.filter { !$0.passed && $0.name != .quotes }.isEmpty)
  }

  @Test func otherConnectionsSeeIt() throws {
    let folder = try TemporaryStore()
    let writer = try folder.open()
    let id = try writer.ingest(Sample.communique("a", .french, [.init("ouvrir une ambassade")])).id
    let reader = try folder.open(.read)
    #expect(try reader.document(id: id)?.file == "a")
    #expect(try reader.text(ofDocument: id) == "ouvrir une ambassade.\n")
  }
}

/// A small seeded generator (SplitMix64), so that a failure can be run again.
struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
  mutating func chance(_ oneIn: Int) -> Bool { below(oneIn) == 0 }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  static let words = [
    "énergie", "l'accord", "États-Unis", "U.S.", "visa", "exemption", "", "\0", "“quoted”", "a\tb", "日本", "САУ",
    "ΑΘΗΝΑ", "مصر", "🎉🎉",
    "qu’il", "aujourd'hui", "e\u{301}nergie", "mi\u{AD}gration", "\u{202E}rtl", "x'; DROP TABLE search; --", "NEAR(",
    "œuvre", "ʼn", "co-operation", "2022", "100 %", "\r\n", "of", "the",
  ]

  mutating func text(_ most: Int) -> String {
    (0..<below(most + 1)).map { _ in pick(Self.words) }.joined(separator: pick([" ", " ", "-", "\n"]))
  }

  mutating func maybe<Value>(_ make: (inout SeededRandom) -> Value) -> Value? { chance(3) ? nil : make(&self) }

  mutating func date() -> CalendarDate? {
    CalendarDate(year: pick([1, 1953, 2020, 2021, 2022, 9999]), month: 1 + below(12), day: 1 + below(28))
  }

  mutating func span() -> Range<Int> {
    let start = below(1000)
    return start..<start + below(100)
  }

  mutating func agreement() -> Agreement {
    Agreement(
      text: text(12), span: span(), parties: parties(), kind: pick(AgreementKind.allCases),
      strength: pick(Strength.allCases),
      domains: pick([[], ["energy"], ["nuclear", "energy"], ["water", "culture"], ["not known"]]).map(Domain.init(_:)),
      mutuality: pick(Mutuality.allCases), deadline: maybe { $0.deadline() } ?? nil,
      amounts: (0..<below(3)).map { _ in Amount(value: Double(below(1_000_000)) / 7, currency: pick(["EUR", "USD"])) },
      instruments: (0..<below(3)).map { _ in text(3) }, speaker: maybe { $0.text(2) },
      evidence: Evidence(
        reasons: (0..<below(4)).map { _ in
          .init(field: pick(["strength", "parties"]), rule: text(1), span: maybe { $0.span() })
        }))
  }

  private mutating func deadline() -> Deadline? {
    date().map { Deadline(date: $0, precision: pick(Deadline.Precision.allCases)) }
  }

  mutating func parties() -> [Party] {
    pick([[], ["CHN"], ["CHN", "KAZ"], ["KAZ", "CHN"], ["EU", "AU", "UN"], ["p5+1", "G7"], ["a b", "0"]])
      .map(Party.init(_:))
  }

  mutating func communique(_ number: Int) -> Communique {
    Communique(
      file: "file \(number)", text: "\(number) \(next()) " + text(60), language: maybe { $0.pick(Language.allCases) },
      title: maybe { $0.text(5) }, publisher: maybe { $0.pick(["Xinhua", "Élysée", "AFP", ""]) },
      publishedOn: maybe { $0.date() } ?? nil, heldOn: maybe { $0.date() } ?? nil, url: maybe { $0.text(2) },
      format: maybe { $0.pick(SourceFormat.allCases) },
      pages: chance(4) ? [0, 17, 400] : [], parties: parties(),
      agreements: (0..<below(6)).map { _ in agreement() },
      setAside: (0..<below(3)).map { _ in SetAside(span: span(), reason: text(1)) })
  }
}
