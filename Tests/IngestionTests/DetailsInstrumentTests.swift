import Communique
import Ingestion
import Testing

/// Documents and programmes that an action names.
@Suite struct DetailsInstrumentTests {
  @Test(
    arguments: [
      Case(.english, "The two sides agreed to fully implement the Paris Agreement.", ["Paris Agreement"]),
      Case(
        .french, "Les deux parties sont convenues de mettre en œuvre l'Accord de Paris.", ["Accord de Paris"]),
      Case(
        .french,
        "Les deux parties sont convenues de renouveler le protocole d'entente sur la coopération géoscientifique.",
        ["protocole d'entente sur la coopération géoscientifique"]),
      Case(
        .english,
        "The two sides agreed to renew the Memorandum of Understanding on Water Resources.",
        ["Memorandum of Understanding on Water Resources"]),
      Case(
        .english,
        "The two sides agreed to promote the Belt and Road Initiative and the Global Development Initiative.",
        ["Belt and Road Initiative", "Global Development Initiative"]),
      Case(
        .english,
        "The two sides agreed to conclude an agreement on visa exemption by 2025.",
        ["agreement on visa exemption"]),
      Case(
        .french,
        "Les deux parties sont convenues de respecter la Convention relative aux droits de l'enfant.",
        ["Convention relative aux droits de l'enfant"]),
      Case(
        .french,
        "Les deux parties sont convenues de négocier un accord bilatéral sur la protection des investissements avant la fin de 2025.",
        ["accord bilatéral sur la protection des investissements"]),
      Case(
        .english,
        "The two sides agreed to support the 2030 Agenda for Sustainable Development.",
        ["2030 Agenda for Sustainable Development"]),
      Case(
        .english,
        "The two sides agreed to uphold the United Nations Convention on the Law of the Sea.",
        ["United Nations Convention on the Law of the Sea"]),
      Case(
        .english,
        "The two sides agreed to implement the Paris Agreement and uphold the Paris Agreement in full.",
        ["Paris Agreement"]),
      Case(
        .english,
        "The two sides agreed to finalise the Agreement on Reciprocal, Fair, and Balanced Trade.",
        ["Agreement on Reciprocal, Fair, and Balanced Trade"]),
      Case(
        .french,
        "Les deux parties sont convenues de réviser le Protocole sur la démocratie et la bonne gouvernance.",
        ["Protocole sur la démocratie et la bonne gouvernance"]),
      Case(
        .french,
        "Les deux parties sont convenues de signer l'Accord de partenariat économique.",
        ["Accord de partenariat économique"]),
      Case(
        .french,
        "Les deux parties sont convenues d'appliquer la Déclaration de Bakou et le Plan d'action de Lagos.",
        ["Déclaration de Bakou", "Plan d'action de Lagos"]),
      Case(
        .english,
        "The two sides agreed to begin talks on a free trade agreement.",
        ["free trade agreement"]),
      Case(
        .french,
        "Les deux parties sont convenues de négocier un accord de libre-échange.",
        ["accord de libre-échange"]),
      Case(
        .french,
        "Les deux parties sont convenues de respecter la Charte des Nations unies et le droit international.",
        ["Charte des Nations unies"]),
      Case(
        .english,
        "The two sides agreed to implement the Agreement between the Government of China and the Government of Kazakhstan on the Avoidance of Double Taxation.",
        [
          "Agreement between the Government of China and the Government of Kazakhstan on the Avoidance of Double Taxation"
        ]),
    ] as [Case<[String]>])
  func named(_ sample: Case<[String]>) async throws {
    let first = try #require(await DetailSample.agreements(sample.sentence, sample.language).first)
    #expect(first.instruments == sample.expected)
  }

  @Test(
    arguments: [
      Case(.english, "The two sides agreed to reach agreement on trade.", []),
      Case(.french, "Les deux parties sont convenues de conclure un accord.", []),
      Case(.english, "The two sides agreed to respect the Agreement.", []),
      Case(.english, "The two sides agreed to strengthen cooperation with the European Union.", []),
      Case(.french, "Les deux parties sont convenues de coopérer au sein du Conseil de sécurité.", []),
      Case(.french, "Les deux parties sont convenues de renforcer leur partenariat dans tous les domaines.", []),
      Case(
        .english,
        "The two sides agreed to prepare the Agreement for signature.",
        []),
      Case(
        .english,
        "The two sides agreed to develop a framework for how schools work.",
        []),
      Case(
        .english,
        "The two sides agreed to prepare a treaty on this basis.",
        []),
    ] as [Case<[String]>])
  func none(_ sample: Case<[String]>) async throws {
    let first = try #require(await DetailSample.agreements(sample.sentence, sample.language).first)
    #expect(first.instruments == sample.expected)
  }
}

extension DetailsInstrumentTests {
  @Test(
    arguments: [
      Case(.english, "The ministers signed a memorandum of understanding on water management.", true),
      Case(.french, "Les ministres ont signé un mémorandum d'entente sur la gestion de l'eau.", true),
    ] as [Case<Bool>])
  func instrumentNamesItself(_ sample: Case<Bool>) async throws {
    let first = try #require(await DetailSample.agreements(sample.sentence, sample.language).first)
    #expect(first.kind == .instrument)
    #expect(first.instruments.count == 1)
    #expect(first.text.hasSuffix(first.instruments.first ?? "-"))
  }
}
