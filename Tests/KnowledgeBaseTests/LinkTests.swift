import Communique
import KnowledgeBase
import Testing

@Suite struct LinkTests {
  private let folder: TemporaryStore

  init() throws { folder = try TemporaryStore() }

  private let english = Sample.parallel("en.txt", .english)
  private let french = Sample.parallel("fr.txt", .french)

  @Test(arguments: [false, true])
  func versionsAreLinkedInWhateverOrderTheyCome(_ frenchFirst: Bool) throws {
    let base = try folder.open()
    let one = try base.ingest(frenchFirst ? french : english).id
    let two = try base.ingest(frenchFirst ? english : french).id
    #expect(try base.document(id: one)?.versions == [two])
    #expect(try base.document(id: two)?.versions == [one])
    let link = try #require(try base.links(ofDocument: one).first)
    #expect(link.kind == .version && link.confidence > 0.8 && link.confidence <= 1)
    #expect(try base.checkup().passed)
  }

  @Test func agreementsAreAlignedBothWays() throws {
    let base = try folder.open()
    let one = try base.ingest(english).id
    let two = try base.ingest(french).id
    let left = try base.agreements(ofDocument: one)
    let right = try base.agreements(ofDocument: two)
    for (english, french) in zip(left, right) {
      #expect(try base.counterparts(ofAgreement: english.id).map(\.agreement.id) == [french.id])
      #expect(try base.counterparts(ofAgreement: french.id).map(\.agreement.id) == [english.id])
    }
  }

  @Test func aReprintIsADuplicate() throws {
    let base = try folder.open()
    let one = try base.ingest(english).id
    var reprint = Sample.parallel("wire.txt", .english, leavingOut: 1)
    reprint.publisher = "Xinhua"
    let two = try base.ingest(reprint).id
    #expect(try base.document(id: two)?.duplicates == [one])
    #expect(try base.document(id: one)?.duplicates == [two])
  }

  @Test func withoutDateOrPartiesNamesFindThePartner() throws {
    let base = try folder.open()
    let one = try base.ingest(english).id
    var bare = french
    bare.heldOn = nil
    bare.parties = []
    for index in bare.agreements.indices { bare.agreements[index].parties = [] }
    let two = try base.ingest(bare).id
    #expect(try base.document(id: two)?.versions == [one])
  }

  @Test func anotherYearIsAnotherCommunique() throws {
    let base = try folder.open()
    let one = try base.ingest(english).id
    var later = Sample.parallel("later.txt", .english)
    later.text += "Adopted anew.\n"
    later.heldOn = CalendarDate(iso: "2023-06-07")
    let two = try base.ingest(later).id
    #expect(try base.links(ofDocument: one).isEmpty && base.links(ofDocument: two).isEmpty)
  }

  @Test func aReplacedDocumentIsLinkedAnew() throws {
    let base = try folder.open()
    let one = try base.ingest(english).id
    let two = try base.ingest(french).id
    var other = Sample.communique("fr.txt", .french, [.init("étudier la création d’une ligne aérienne")])
    other.heldOn = CalendarDate(iso: "2001-02-03")
    #expect(try base.ingest(other) == .replaced(id: two))
    #expect(try base.links(ofDocument: one).isEmpty && base.links(ofDocument: two).isEmpty)
    #expect(try base.ingest(french) == .replaced(id: two))
    #expect(try base.document(id: one)?.versions == [two])
    #expect(try base.checkup().passed)
  }

  @Test func removalTakesLinksAway() throws {
    let base = try folder.open()
    let one = try base.ingest(english).id
    let two = try base.ingest(french).id
    #expect(try base.remove(document: two))
    #expect(try base.links(ofDocument: one).isEmpty)
    let agreement = try #require(try base.agreements(ofDocument: one).first)
    #expect(try base.counterparts(ofAgreement: agreement.id).isEmpty)
    #expect(try base.checkup().passed)
  }

  @Test func aChoiceOutlivesTheDocument() throws {
    let base = try folder.open()
    let one = try base.ingest(english).id
    var two = try base.ingest(french).id
    #expect(try base.unlink(one, two))
    #expect(try base.links(ofDocument: two).isEmpty)
    #expect(try base.remove(document: two))
    two = try base.ingest(french).id
    #expect(try base.links(ofDocument: two).isEmpty)
    _ = try base.relinkAll()
    #expect(try base.links(ofDocument: two).isEmpty)
    #expect(try base.link(two, one, as: .version))
    #expect(try base.links(ofDocument: one).map(\.confidence) == [1])
    #expect(try base.ingest(french, again: true).id == two)
    #expect(try base.links(ofDocument: one).map(\.confidence) == [1])
  }

  @Test func linkingNeedsTwoDocuments() throws {
    let base = try folder.open()
    let one = try base.ingest(english).id
    #expect(try !base.link(one, one, as: .duplicate))
    #expect(try !base.link(one, one + 1, as: .duplicate))
  }

  @Test func linkingAnewFindsWhatIngestionFound() throws {
    let base = try folder.open()
    _ = try base.ingest(english)
    _ = try base.ingest(french)
    _ = try base.ingest(Sample.communique("c.txt", .english, [.init("open a school")]))
    let summary = try base.relinkAll()
    #expect(summary.documents == 3 && summary.versions == 1 && summary.duplicates == 0)
    #expect(summary.agreements == english.agreements.count)
  }

  @Test func comparisonGoesThroughBothDocuments() throws {
    let base = try folder.open()
    let one = try base.ingest(english).id
    var shorter = Sample.parallel("fr.txt", .french, leavingOut: 2)
    shorter.agreements[0].strength = .exploratory
    let two = try base.ingest(shorter).id
    let forward = try #require(try base.comparison(of: one, two))
    #expect(forward.pairs.map { $0.left?.agreement.text } == english.agreements.map(\.text))
    #expect(forward.pairs[0].differences == [.strength])
    #expect(forward.pairs[2].right == nil && forward.pairs[2].score == nil)
    let back = try #require(try base.comparison(of: two, one))
    #expect(back.pairs.map { $0.right?.agreement.text } == english.agreements.map(\.text))
    #expect(back.pairs[2].left == nil)
    #expect(try base.comparison(of: one, 99) == nil)
  }
}

extension Sample {
  /// One communiqué in either language, whose agreements correspond one by one.
  static func parallel(_ file: String, _ language: Language, leavingOut left: Int? = nil) -> Communique {
    var communique = communique(
      file, language,
      (language == .english ? englishClauses : frenchClauses).enumerated()
        .filter { $0.offset != left }.map { Clause($0.element, ["CHN", "KAZ"], ["energy"]) })
    communique.parties = [Party("CHN"), Party("KAZ")]
    let opening = language == .english ? englishOpening : frenchOpening
    communique.text = opening + communique.text
    for index in communique.agreements.indices {
      let span = communique.agreements[index].span
      let shift = opening.utf8.count
      communique.agreements[index].span = span.lowerBound + shift..<span.upperBound + shift
    }
    return communique
  }

  private static let englishOpening = """
    Foreign Minister Wang Yi met Deputy Prime Minister Mukhtar Tileuberdi in Nur-Sultan on 7 June 2022. They reviewed the \
    cooperation of both countries under the 2019 strategic partnership, and discussed Afghanistan and the Aral Sea.

    """
  private static let frenchOpening = """
    Le ministre des Affaires étrangères, Wang Yi, a rencontré le vice-premier ministre Moukhtar Tileouberdi à \
    Nour-Soultan le 7 juin 2022. Ils ont examiné la coopération des deux pays dans le cadre du partenariat stratégique \
    de 2019 et parlé de l’Afghanistan et de la mer d’Aral.

    """

  private static let englishClauses = [
    "increase natural gas deliveries to 10 billion cubic metres by 2025",
    "open a consulate general in Aktobe and one in Xi'an",
    "train 300 railway engineers at the Almaty academy each year",
    "study the construction of a wind farm of 250 megawatts near Zhanatas",
    "exchange information on floods of the Irtysh and Ili rivers",
    "hold the next session of the intergovernmental committee in Beijing in March 2023",
  ]
  private static let frenchClauses = [
    "porter les livraisons de gaz naturel à 10 milliards de mètres cubes d’ici 2025",
    "ouvrir un consulat général à Aktobe et un autre à Xi’an",
    "former chaque année 300 ingénieurs ferroviaires à l’académie d’Almaty",
    "étudier la construction d’un parc éolien de 250 mégawatts près de Zhanatas",
    "échanger des informations sur les crues des rivières Irtych et Ili",
    "tenir à Pékin en mars 2023 la prochaine session du comité intergouvernemental",
  ]
}
