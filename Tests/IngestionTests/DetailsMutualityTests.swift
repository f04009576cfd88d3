import Communique
import Ingestion
import Testing

/// Whether an agreement is joint, unilateral or reciprocal.
@Suite struct DetailsMutualityTests {
  @Test(
    arguments: [
      DetailsCase(.english, "The two sides agreed to open a cultural centre.", .joint),
      DetailsCase(.french, "Les deux parties sont convenues d'ouvrir un centre culturel.", .joint),
      DetailsCase(.english, "China will open a consulate in Almaty.", .unilateral),
      DetailsCase(.french, "La Chine ouvrira un consulat à Almaty.", .unilateral),
      DetailsCase(.english, "The two sides agreed to support each other on core interests.", .reciprocal),
      DetailsCase(.french, "Les deux parties sont convenues de se soutenir mutuellement.", .reciprocal),
      DetailsCase(.english, "The two sides agreed to mutually recognise driving licences.", .reciprocal),
      DetailsCase(.english, "The two sides agreed to expand mutually beneficial trade.", .joint),
      DetailsCase(
        .french, "Les deux parties sont convenues de développer des échanges mutuellement avantageux.", .joint),
      DetailsCase(
        .french,
        "Les deux parties sont convenues d'exempter de visa, sur une base de réciprocité, les diplomates.",
        .reciprocal),
      DetailsCase(
        .french,
        "Les deux parties sont convenues d'ouvrir respectivement un consulat à Almaty et à Urumqi.",
        .reciprocal),
      DetailsCase(.english, "The two sides agreed to open consulates on a reciprocal basis.", .reciprocal),
      DetailsCase(.english, "The two sides agreed to expand the exchange of students.", .joint),
      DetailsCase(
        .french, "Les deux parties sont convenues de s'informer l'un l'autre des essais de missiles.", .reciprocal),
      DetailsCase(.english, "China will treat each other's students with care.", .unilateral),
      DetailsCase(
        .english,
        "The two sides agreed to work towards the Agreement on Reciprocal Trade.",
        .joint),
      DetailsCase(
        .french,
        "Les deux parties sont convenues de doter chaque pays d'un laboratoire.",
        .joint),
      DetailsCase(
        .english,
        "The two sides agreed that each side will open a consulate.",
        .reciprocal),
      DetailsCase(
        .french,
        "Les deux parties ont décidé que chaque partie ouvrira un centre culturel.",
        .reciprocal),
      DetailsCase(
        .french,
        "Les deux parties sont convenues de coopérer sur la base des principes d'égalité et de réciprocité.",
        .joint),
    ] as [DetailsCase<Mutuality>])
  func mutuality(_ sample: DetailsCase<Mutuality>) async throws {
    let first = try #require(await DetailsSample.agreements(sample.sentence, sample.language).first)
    #expect(first.mutuality == sample.expected)
  }
}
