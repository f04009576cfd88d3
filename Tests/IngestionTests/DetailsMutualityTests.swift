import Communique
import Ingestion
import Testing

/// Whether an agreement is joint, unilateral or reciprocal.
@Suite struct DetailsMutualityTests {
  @Test(
    arguments: [
      Case(.english, "The two sides agreed to open a cultural centre.", .joint),
      Case(.french, "Les deux parties sont convenues d'ouvrir un centre culturel.", .joint),
      Case(.english, "China will open a consulate in Almaty.", .unilateral),
      Case(.french, "La Chine ouvrira un consulat à Almaty.", .unilateral),
      Case(.english, "The two sides agreed to support each other on core interests.", .reciprocal),
      Case(.french, "Les deux parties sont convenues de se soutenir mutuellement.", .reciprocal),
      Case(.english, "The two sides agreed to mutually recognise driving licences.", .reciprocal),
      Case(.english, "The two sides agreed to expand mutually beneficial trade.", .joint),
      Case(
        .french, "Les deux parties sont convenues de développer des échanges mutuellement avantageux.", .joint),
      Case(
        .french,
        "Les deux parties sont convenues d'exempter de visa, sur une base de réciprocité, les diplomates.",
        .reciprocal),
      Case(
        .french,
        "Les deux parties sont convenues d'ouvrir respectivement un consulat à Almaty et à Urumqi.",
        .reciprocal),
      Case(.english, "The two sides agreed to open consulates on a reciprocal basis.", .reciprocal),
      Case(.english, "The two sides agreed to expand the exchange of students.", .joint),
      Case(
        .french, "Les deux parties sont convenues de s'informer l'un l'autre des essais de missiles.", .reciprocal),
      Case(.english, "China will treat each other's students with care.", .unilateral),
      Case(
        .english,
        "The two sides agreed to work towards the Agreement on Reciprocal Trade.",
        .joint),
      Case(
        .french,
        "Les deux parties sont convenues de doter chaque pays d'un laboratoire.",
        .joint),
      Case(
        .english,
        "The two sides agreed that each side will open a consulate.",
        .reciprocal),
      Case(
        .french,
        "Les deux parties ont décidé que chaque partie ouvrira un centre culturel.",
        .reciprocal),
      Case(
        .french,
        "Les deux parties sont convenues de coopérer sur la base des principes d'égalité et de réciprocité.",
        .joint),
    ] as [Case<Mutuality>])
  func mutuality(_ sample: Case<Mutuality>) async throws {
    let first = try #require(await DetailSample.agreements(sample.sentence, sample.language).first)
    #expect(first.mutuality == sample.expected)
  }
}
