import Communique
import Testing

/// What counts as an undertaking, where it begins and ends, how firm it is and whom it binds: sentence by sentence, in
/// both languages. The sentences stand in a made-up communiqué of China and Kazakhstan (see `DetailSample`).
@Suite struct UndertakingTests {
  /// A sentence, and the agreements it must give, one a line: "strength PARTIES | words".
  struct Case: CustomTestStringConvertible, Sendable {
    var language: Language
    var sentence: String
    var expected: [String]

    var testDescription: String { "\(language.rawValue): \(sentence)" }

    init(_ language: Language, _ sentence: String, _ expected: String...) {
      self.language = language
      self.sentence = sentence
      self.expected = expected
    }
  }

  static func found(_ sample: Case) async -> [String] {
    await DetailSample.agreements(sample.sentence, sample.language).map { agreement in
      "\(agreement.strength.rawValue) \(agreement.parties.map(\.rawValue).sorted().joined(separator: " ")) | \(agreement.text)"
    }
  }

  @Test(arguments: [
    Case(.english, "The two sides agreed to open a railway.", "decided CHN KAZ | open a railway"),
    Case(
      .french, "Les deux parties sont convenues d'ouvrir une voie ferrée.", "decided CHN KAZ | ouvrir une voie ferrée"),
    Case(
      .english, "Both ministers decided to hold regular talks on water.",
      "decided CHN KAZ | hold regular talks on water"),
    Case(
      .french, "Les deux ministres ont décidé de tenir des entretiens réguliers sur l'eau.",
      "decided CHN KAZ | tenir des entretiens réguliers sur l'eau"),
    Case(.english, "China pledged to fund two schools.", "committed CHN | fund two schools"),
    Case(.french, "La Chine s'est engagée à financer deux écoles.", "committed CHN | financer deux écoles"),
    Case(.english, "Kazakhstan stands ready to supply wheat.", "intended KAZ | supply wheat"),
    Case(.french, "Le Kazakhstan se tient prêt à livrer du blé.", "intended KAZ | livrer du blé"),
    Case(
      .english, "The two sides agreed to explore a direct air link.", "exploratory CHN KAZ | explore a direct air link"),
    Case(
      .french, "Les deux parties sont convenues d'étudier une liaison aérienne directe.",
      "exploratory CHN KAZ | étudier une liaison aérienne directe"),
    Case(.english, "The two countries will open consulates.", "committed CHN KAZ | will open consulates"),
    Case(.french, "Les deux pays ouvriront des consulats.", "committed CHN KAZ | ouvriront des consulats"),
    Case(
      .french, "La partie kazakhe a indiqué qu'elle prolongerait la gratuité des visas.",
      "committed KAZ | prolongerait la gratuité des visas"),
    Case(
      .english, "It was agreed to resume the dialogue on customs.", "decided CHN KAZ | resume the dialogue on customs"),
    Case(
      .french, "Il a été convenu de reprendre le dialogue sur les douanes.",
      "decided CHN KAZ | reprendre le dialogue sur les douanes"),
    Case(
      .english, "The two sides reached agreement on the opening of a consulate.",
      "decided CHN KAZ | the opening of a consulate"),
    Case(
      .french, "Les deux parties sont parvenues à un accord sur l'ouverture d'un consulat.",
      "decided CHN KAZ | l'ouverture d'un consulat"),
    Case(.english, "The ministers signed a protocol on fisheries.", "decided CHN KAZ | a protocol on fisheries"),
    Case(.french, "Les ministres ont signé un protocole sur la pêche.", "decided CHN KAZ | un protocole sur la pêche"),
  ])
  func aCueTellsFirmnessPartiesAndWords(_ sample: Case) async {
    #expect(await Self.found(sample) == sample.expected)
  }

  @Test(arguments: [
    Case(
      .english, "The two sides agreed to promote trade, to ease visas and to open a consulate.",
      "decided CHN KAZ | promote trade", "decided CHN KAZ | ease visas", "decided CHN KAZ | open a consulate"),
    Case(
      .french,
      "Les deux parties sont convenues de promouvoir le commerce, de faciliter les visas et d'ouvrir un consulat.",
      "decided CHN KAZ | promouvoir le commerce", "decided CHN KAZ | faciliter les visas",
      "decided CHN KAZ | ouvrir un consulat"),
    Case(
      .english, "The two sides agreed to strengthen and expand cooperation in energy, trade and transport.",
      "decided CHN KAZ | strengthen and expand cooperation in energy, trade and transport"),
    Case(
      .french,
      "Les deux parties sont convenues de renforcer et d'élargir la coopération en matière d'énergie et de transport.",
      "decided CHN KAZ | renforcer et d'élargir la coopération en matière d'énergie et de transport"),
    Case(
      .english, "They agreed to build a pipeline in order to secure supplies.",
      "decided CHN KAZ | build a pipeline in order to secure supplies"),
    Case(
      .french, "Elles sont convenues de construire un gazoduc afin de garantir l'approvisionnement.",
      "decided CHN KAZ | construire un gazoduc afin de garantir l'approvisionnement"),
    Case(
      .english, "The two sides committed to working together to combat smuggling, to share data and to train officers.",
      "committed CHN KAZ | working together to combat smuggling, to share data and to train officers"),
    Case(
      .french, "Les deux pays intensifieront leurs échanges et poursuivront leur collaboration sur l'eau.",
      "committed CHN KAZ | intensifieront leurs échanges",
      "committed CHN KAZ | poursuivront leur collaboration sur l'eau"),
    Case(
      .english, "The two sides agreed to open a consulate, which will employ ten people.",
      "decided CHN KAZ | open a consulate"),
    Case(
      .english, "Kazakhstan is prepared to receive students at its university, the minister said.",
      "intended KAZ | receive students at its university"),
    Case(
      .french, "Les deux parties sont convenues d'ouvrir un consulat, a annoncé le ministre.",
      "decided CHN KAZ | ouvrir un consulat"),
  ])
  func oneActionIsOneAgreement(_ sample: Case) async {
    #expect(await Self.found(sample) == sample.expected)
  }

  @Test(arguments: [
    Case(.english, "The two sides praised the excellent state of their relations."),
    Case(.french, "Les deux parties se sont félicitées de l'excellent état de leurs relations."),
    Case(.english, "Relations between China and Kazakhstan have reached an unprecedented level."),
    Case(.french, "Les relations entre la Chine et le Kazakhstan ont atteint un niveau sans précédent."),
    Case(.english, "China called on all parties to open the corridor."),
    Case(.french, "La Chine a appelé toutes les parties à ouvrir le corridor."),
    Case(.english, "Kazakhstan proposed that China open a consulate."),
    Case(.french, "Le Kazakhstan a proposé que la Chine ouvre un consulat."),
    Case(.english, "China opposes any interference in internal affairs."),
    Case(.french, "La Chine s'oppose à toute ingérence dans les affaires intérieures."),
    Case(.english, "In 1992 the two countries agreed to open a railway."),
    Case(.english, "The new railway will shorten journeys by two days."),
    Case(.french, "La nouvelle voie ferrée raccourcira les trajets de deux jours."),
    Case(.english, "The two sides did not agree to open a railway."),
    Case(.french, "Les deux parties n'ont pas décidé d'ouvrir une voie ferrée."),
    Case(.english, "China attaches great importance to the partnership."),
    Case(.french, "La Chine attache une grande importance au partenariat."),
  ])
  func whatIsNoUndertakingIsLeftOut(_ sample: Case) async {
    #expect(await Self.found(sample).isEmpty)
  }
}
