import Communique
import Ingestion
import Testing

/// The day by which an action is due, counted from 14 May 2024.
@Suite struct DetailsDeadlineTests {
  @Test(
    arguments: [
      Case(.english, "The two sides agreed to double bilateral trade by 2030.", "2030-12-31 year"),
      Case(
        .french,
        "Les deux parties sont convenues de doubler leurs échanges commerciaux d'ici 2030.",
        "2030-12-31 year"),
      Case(
        .french,
        "Les deux parties sont convenues de porter leurs échanges à 300 mille tonnes de blé à l'horizon 2028.",
        "2028-12-31 year"),
      Case(
        .french, "Les deux parties sont convenues de former ensemble des médecins d'ici à 2028.", "2028-12-31 year"),
      Case(.english, "The two sides agreed to open a cultural centre by the end of 2025.", "2025-12-31 year"),
      Case(
        .english, "The two sides agreed to open a cultural centre by the end of this year.", "2024-12-31 year"),
      Case(
        .french,
        "Les deux parties sont convenues d'ouvrir un centre culturel d'ici la fin de l'année.",
        "2024-12-31 year"),
      Case(
        .french,
        "Les deux parties sont convenues d'ouvrir un centre culturel d'ici à la fin de l'année prochaine.",
        "2025-12-31 year"),
      Case(
        .english, "The two sides agreed to conclude the negotiations by the end of the month.", "2024-05-31 month"),
      Case(
        .french,
        "Les deux parties sont convenues de conclure les négociations avant la fin du mois d'août.",
        "2024-08-31 month"),
      Case(.english, "The two sides agreed to submit a joint report by November 30, 2025.", "2025-11-30 day"),
      Case(
        .english, "The two sides agreed to submit a joint report no later than 30 November.", "2024-11-30 day"),
      Case(
        .french,
        "Les deux parties sont convenues de présenter un rapport conjoint d'ici au 30 septembre prochain.",
        "2024-09-30 day"),
      Case(
        .french,
        "Les deux parties sont convenues de présenter un rapport conjoint au plus tard le 1er mars 2025.",
        "2025-03-01 day"),
      Case(
        .french, "Les deux parties sont convenues d'achever le pont pour le 31 décembre 2027.", "2027-12-31 day"),
      Case(.english, "The two sides agreed to finalise the text by June 2025.", "2025-06-30 month"),
      Case(
        .french,
        "Les deux parties sont convenues de finaliser le texte au plus tard en juin 2025.",
        "2025-06-30 month"),
      Case(
        .french,
        "Les deux parties sont convenues d'élaborer, avant fin décembre 2025, une feuille de route.",
        "2025-12-31 month"),
      Case(
        .french, "Les deux parties sont convenues de signer un accord avant la fin de 2025.", "2025-12-31 year"),
      Case(.english, "The two sides agreed to complete the railway by mid-2026.", "2026-06-30 half"),
      Case(
        .french, "Les deux parties sont convenues d'achever la voie ferrée d'ici à la mi-2026.", "2026-06-30 half"),
      Case(.french, "Les deux parties sont convenues de lever les visas d'ici la fin août.", "2024-08-31 month"),
    ] as [Case<String>])
  func fixed(_ sample: Case<String>) async throws {
    #expect(await Self.deadline(of: sample.sentence, sample.language) == sample.expected)
  }

  @Test(
    arguments: [
      Case(.english, "The two sides agreed to finalise the text before December 2025.", "2025-11-30 month"),
      Case(.french, "Les deux parties sont convenues de finaliser le texte avant 2030.", "2029-12-31 year"),
      Case(
        .french,
        "Les deux parties sont convenues de présenter les modalités avant le 30 septembre 2025.",
        "2025-09-30 day"),
      Case(.english, "The two sides agreed to open the office before the end of 2026.", "2026-12-31 year"),
    ] as [Case<String>])
  func before(_ sample: Case<String>) async throws {
    #expect(await Self.deadline(of: sample.sentence, sample.language) == sample.expected)
  }

  @Test(
    arguments: [
      Case(.english, "The two sides agreed to exchange draft texts within six months.", "2024-11-14 month"),
      Case(.english, "The two sides agreed to exchange draft texts within 90 days.", "2024-08-12 day"),
      Case(.english, "The two sides agreed to exchange draft texts within a year.", "2025-05-14 year"),
      Case(
        .english, "The two sides agreed to exchange draft texts within the next two weeks.", "2024-05-28 day"),
      Case(
        .french,
        "Les deux parties sont convenues d'échanger des projets de texte dans un délai de six mois.",
        "2024-11-14 month"),
      Case(
        .french, "Les deux parties sont convenues d'échanger des projets de texte sous 90 jours.", "2024-08-12 day"),
      Case(
        .french,
        "Les deux parties sont convenues d'échanger des projets de texte endéans les six mois.",
        "2024-11-14 month"),
      Case(
        .french,
        "Les deux parties sont convenues d'échanger des projets de texte dans les trois mois.",
        "2024-08-14 month"),
      Case(
        .french,
        "Les deux parties sont convenues d'échanger des projets de texte dans les six prochains mois.",
        "2024-11-14 month"),
      Case(
        .english,
        "The two sides agreed to exchange draft texts within thirty (30) days of the signing of this statement.",
        "2024-06-13 day"),
      Case(
        .english,
        "The two sides agreed to finish the work within three to five years.",
        "2029-05-14 year"),
    ] as [Case<String>])
  func within(_ sample: Case<String>) async throws {
    #expect(await Self.deadline(of: sample.sentence, sample.language) == sample.expected)
  }

  @Test(
    arguments: [
      Case(
        .english,
        "The two sides agreed to convene the joint commission in the first half of 2025.",
        "2025-06-30 half"),
      Case(
        .french,
        "Les deux parties sont convenues de convoquer la commission mixte au premier semestre 2025.",
        "2025-06-30 half"),
      Case(
        .french,
        "Les deux parties sont convenues de convoquer la commission mixte au second semestre 2026.",
        "2026-12-31 half"),
      Case(
        .english,
        "The two sides agreed to convene the joint commission in the third quarter.",
        "2024-09-30 quarter"),
      Case(
        .french,
        "Les deux parties sont convenues de convoquer la commission mixte au troisième trimestre de l'année prochaine.",
        "2025-09-30 quarter"),
      Case(.english, "The two sides agreed to convene the joint commission later this year.", "2024-12-31 year"),
      Case(
        .french, "Les deux parties sont convenues de convoquer la commission mixte cette année.", "2024-12-31 year"),
      Case(
        .english, "The two sides agreed to hold the next round of consultations next year.", "2025-12-31 year"),
      Case(
        .french,
        "Les deux parties sont convenues de tenir le prochain cycle de consultations l'année prochaine.",
        "2025-12-31 year"),
      Case(.english, "The two sides agreed to hold the next round in February 2027.", "2027-02-28 month"),
      Case(
        .french,
        "Les deux parties sont convenues de tenir la prochaine session en février 2027.",
        "2027-02-28 month"),
      Case(.english, "The two sides agreed to hold the next session in 2026.", "2026-12-31 year"),
      Case(.english, "The two sides agreed to hold the next session at the end of October.", "2024-10-31 month"),
      Case(
        .french,
        "Les deux parties sont convenues de tenir la prochaine session à l'automne 2025.",
        "2025-12-31 quarter"),
      Case(.english, "The two sides agreed to hold the next session on 14 and 15 June 2025.", "2025-06-15 day"),
      Case(
        .french, "D'ici à la fin de l'année, les deux parties ouvriront un centre culturel.", "2024-12-31 year"),
      Case(.english, "Before the end of 2030, the two sides will double bilateral trade.", "2030-12-31 year"),
      Case(
        .french,
        "Les deux parties sont convenues de tenir une conférence cette année, le 22 juin.",
        "2024-06-22 day"),
      Case(
        .french,
        "Les deux parties sont convenues de se réunir fin octobre.",
        "2024-10-31 month"),
      Case(
        .english,
        "The two sides agreed to meet again in Q3 2025.",
        "2025-09-30 quarter"),
      Case(
        .english,
        "The two sides agreed to meet again next June.",
        "2024-06-30 month"),
      Case(
        .french,
        "Les deux parties sont convenues d'échanger des experts au mois de mars.",
        "2025-03-31 month"),
      Case(
        .english,
        "The two sides agreed to meet in the second week of June.",
        "2024-06-14 day"),
      Case(
        .english,
        "The two sides agreed to resume flights by next summer.",
        "2024-09-30 quarter"),
    ] as [Case<String>])
  func period(_ sample: Case<String>) async throws {
    #expect(await Self.deadline(of: sample.sentence, sample.language) == sample.expected)
  }

  @Test(
    arguments: [
      Case(.english, "The two sides agreed to implement the agreement signed in 2019.", nil),
      Case(.french, "Les deux parties sont convenues d'appliquer l'accord signé en mars 2019.", nil),
      Case(.english, "The two sides agreed to import pork from 1 September 2025.", nil),
      Case(
        .french, "Les deux parties sont convenues d'appliquer le tarif réduit à partir du 1er janvier 2025.", nil),
      Case(.english, "The two sides agreed to cooperate under the 2025-2027 action plan.", nil),
      Case(.french, "Les deux parties sont convenues de coopérer pendant la période 2025-2027.", nil),
      Case(.english, "The two sides agreed to support the 2030 Agenda for Sustainable Development.", nil),
      Case(
        .french,
        "Les deux parties sont convenues d'extrader les suspects dans un délai de trente jours après leur identification.",
        nil),
      Case(
        .english, "The two sides agreed to repatriate victims within thirty days of their identification.", nil),
      Case(.english, "The two sides agreed to deepen cooperation by exchanging experts.", nil),
      Case(.french, "Les deux parties sont convenues d'accroître les échanges de cinq pour cent.", nil),
      Case(.english, "The two sides agreed to prepare this year's forum.", nil),
      Case(
        .english,
        "The two sides agreed to determine the quota before 31 March of each year.",
        nil),
      Case(
        .french,
        "Les deux parties sont convenues de prolonger le programme jusqu'en 2028.",
        nil),
      Case(
        .english,
        "The two sides agreed to provide training over the coming year.",
        nil),
      Case(
        .french,
        "Les deux parties sont convenues de renforcer la coopération qui a été engagée.",
        nil),
      Case(
        .english,
        "The two sides agreed to build on the projects launched this year.",
        nil),
      Case(
        .french,
        "Les deux parties sont convenues d'accélérer les négociations entamées en décembre dernier.",
        nil),
      Case(
        .english,
        "The two sides agreed to implement the plan adopted in December.",
        nil),
      Case(
        .french,
        "Les deux parties sont convenues de poursuivre les travaux pour la période allant de 2025 à 2027.",
        nil),
    ] as [Case<String?>])
  func none(_ sample: Case<String?>) async throws {
    #expect(await !DetailSample.agreements(sample.sentence, sample.language).isEmpty)
    #expect(await Self.deadline(of: sample.sentence, sample.language) == sample.expected)
  }
}

extension DetailsDeadlineTests {
  private static func deadline(of sentence: String, _ language: Language) async -> String? {
    let first = await DetailSample.agreements(sentence, language).first
    return first?.deadline.map { "\($0.date) \($0.precision.rawValue)" }
  }
}
