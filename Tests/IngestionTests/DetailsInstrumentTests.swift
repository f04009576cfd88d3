import Communique
import Ingestion
import Testing

/// Documents and programmes that an action names.
@Suite struct DetailsInstrumentTests {
  @Test(
    arguments: [
      DetailsCase(.english, "The two sides agreed to fully implement the Paris Agreement.", ["Paris Agreement"]),
      DetailsCase(
        .french, "Les deux parties sont convenues de mettre en œuvre l'Accord de Paris.", ["Accord de Paris"]),
      DetailsCase(
        .french,
        "Les deux parties sont convenues de renouveler le protocole d'entente sur la coopération géoscientifique.",
        ["protocole d'entente sur la coopération géoscientifique"]),
      DetailsCase(
        .english,
        "The two sides agreed to renew the Memorandum of Understanding on Water Resources.",
        ["Memorandum of Understanding on Water Resources"]),
      DetailsCase(
        .english,
        "The two sides agreed to promote the Belt and Road Initiative and the Global Development Initiative.",
        ["Belt and Road Initiative", "Global Development Initiative"]),
      DetailsCase(
        .english,
        "The two sides agreed to conclude an agreement on visa exemption by 2025.",
        ["agreement on visa exemption"]),
      DetailsCase(
        .french,
        "Les deux parties sont convenues de respecter la Convention relative aux droits de l'enfant.",
        ["Convention relative aux droits de l'enfant"]),
      DetailsCase(
        .french,
        "Les deux parties sont convenues de négocier un accord bilatéral sur la protection des investissements avant la fin de 2025.",
        ["accord bilatéral sur la protection des investissements"]),
      DetailsCase(
        .english,
        "The two sides agreed to support the 2030 Agenda for Sustainable Development.",
        ["2030 Agenda for Sustainable Development"]),
      DetailsCase(
        .english,
        "The two sides agreed to uphold the United Nations Convention on the Law of the Sea.",
        ["United Nations Convention on the Law of the Sea"]),
      DetailsCase(
        .english,
        "The two sides agreed to implement the Paris Agreement and uphold the Paris Agreement in full.",
        ["Paris Agreement"]),
      DetailsCase(
        .english,
        "The two sides agreed to finalise the Agreement on Reciprocal, Fair, and Balanced Trade.",
        ["Agreement on Reciprocal, Fair, and Balanced Trade"]),
      DetailsCase(
        .french,
        "Les deux parties sont convenues de réviser le Protocole sur la démocratie et la bonne gouvernance.",
        ["Protocole sur la démocratie et la bonne gouvernance"]),
      DetailsCase(
        .french,
        "Les deux parties sont convenues de signer l'Accord de partenariat économique.",
        ["Accord de partenariat économique"]),
      DetailsCase(
        .french,
        "Les deux parties sont convenues d'appliquer la Déclaration de Bakou et le Plan d'action de Lagos.",
        ["Déclaration de Bakou", "Plan d'action de Lagos"]),
      DetailsCase(
        .english,
        "The two sides agreed to begin talks on a free trade agreement.",
        ["free trade agreement"]),
      DetailsCase(
        .french,
        "Les deux parties sont convenues de négocier un accord de libre-échange.",
        ["accord de libre-échange"]),
      DetailsCase(
        .french,
        "Les deux parties sont convenues de respecter la Charte des Nations unies et le droit international.",
        ["Charte des Nations unies"]),
      DetailsCase(
        .english,
        "The two sides agreed to implement the Agreement between the Government of China and the Government of Kazakhstan on the Avoidance of Double Taxation.",
        [
          "Agreement between the Government of China and the Government of Kazakhstan on the Avoidance of Double Taxation"
        ]),
    ] as [DetailsCase<[String]>])
  func named(_ sample: DetailsCase<[String]>) async throws {
    let first = try #require(await DetailsSample.agreements(sample.sentence, sample.language).first)
    #expect(first.instruments == sample.expected)
  }

  @Test(
    arguments: [
      DetailsCase(.english, "The two sides agreed to reach agreement on trade.", []),
      DetailsCase(.french, "Les deux parties sont convenues de conclure un accord.", []),
      DetailsCase(.english, "The two sides agreed to respect the Agreement.", []),
      DetailsCase(.english, "The two sides agreed to strengthen cooperation with the European Union.", []),
      DetailsCase(.french, "Les deux parties sont convenues de coopérer au sein du Conseil de sécurité.", []),
      DetailsCase(.french, "Les deux parties sont convenues de renforcer leur partenariat dans tous les domaines.", []),
      DetailsCase(
        .english,
        "The two sides agreed to prepare the Agreement for signature.",
        []),
      DetailsCase(
        .english,
        "The two sides agreed to develop a framework for how schools work.",
        []),
      DetailsCase(
        .english,
        "The two sides agreed to prepare a treaty on this basis.",
        []),
    ] as [DetailsCase<[String]>])
  func none(_ sample: DetailsCase<[String]>) async throws {
    let first = try #require(await DetailsSample.agreements(sample.sentence, sample.language).first)
    #expect(first.instruments == sample.expected)
  }
}

extension DetailsInstrumentTests {
  @Test(
    arguments: [
      DetailsCase(.english, "The ministers signed a memorandum of understanding on water management.", true),
      DetailsCase(.french, "Les ministres ont signé un mémorandum d'entente sur la gestion de l'eau.", true),
    ] as [DetailsCase<Bool>])
  func instrumentNamesItself(_ sample: DetailsCase<Bool>) async throws {
    let first = try #require(await DetailsSample.agreements(sample.sentence, sample.language).first)
    #expect(first.kind == .instrument)
    #expect(first.instruments.count == 1)
    #expect(first.text.hasSuffix(first.instruments.first ?? "-"))
  }
}
