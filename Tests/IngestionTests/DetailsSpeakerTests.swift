import Communique
import Ingestion
import Testing

/// The person who is quoted or reported as saying it.
@Suite struct DetailsSpeakerTests {
  @Test(
    arguments: [
      DetailsCase(.english, "Wang said China will open a consulate in Almaty.", "Wang"),
      DetailsCase(.english, "Wang Yi said that China stands ready to open a consulate in Almaty.", "Wang Yi"),
      DetailsCase(.english, "Chinese Foreign Minister Wang Yi pledged to open a consulate in Almaty.", "Wang Yi"),
      DetailsCase(
        .english, "Wang Yi, the Chinese foreign minister, announced that China will open a consulate.", "Wang Yi"),
      DetailsCase(.english, "China will open a consulate in Almaty, Wang said.", "Wang"),
      DetailsCase(.english, "China will open a consulate in Almaty, said Wang Yi.", "Wang Yi"),
      DetailsCase(
        .english,
        "The Kazakh foreign minister, Murat Nurtleu, said Kazakhstan will import more fruit.",
        "Murat Nurtleu"),
      DetailsCase(.french, "M. Wang a indiqué que la Chine ouvrirait un consulat à Almaty.", "Wang"),
      DetailsCase(.french, "Le ministre Wang Yi a annoncé que la Chine ouvrira un consulat à Almaty.", "Wang Yi"),
      DetailsCase(.french, "Wang Yi s'est engagé à ouvrir un consulat à Almaty.", "Wang Yi"),
      DetailsCase(.french, "La Chine ouvrira un consulat à Almaty, a annoncé M. Wang.", "Wang"),
      DetailsCase(
        .french,
        "La Chine ouvrira un consulat à Almaty, a annoncé lundi à Beijing le ministre des Affaires étrangères, M. Wang Yi.",
        "Wang Yi"),
      DetailsCase(.french, "Le Kazakhstan ouvrira un consulat à Urumqi, a déclaré Murat Nurtleu.", "Murat Nurtleu"),
      DetailsCase(.french, "« La Chine ouvrira un consulat à Almaty », a affirmé M. Wang Yi.", "Wang Yi"),
      DetailsCase(.french, "Selon M. Wang, la Chine ouvrira un consulat à Almaty.", "Wang"),
      DetailsCase(.english, "According to Wang Yi, China will open a consulate in Almaty.", "Wang Yi"),
      DetailsCase(
        .english,
        "Wang Yi welcomed the visit and announced that China will open a consulate in Almaty.",
        "Wang Yi"),
      DetailsCase(
        .french,
        "Wang Yi s'est félicité de la visite et a annoncé que la Chine ouvrira un consulat à Almaty.",
        "Wang Yi"),
      DetailsCase(
        .french,
        "Le ministre kazakh Murat Nurtleu a promis d'ouvrir un consulat à Urumqi.",
        "Murat Nurtleu"),
      DetailsCase(
        .english,
        "Wang Yi on Monday announced that China will open a consulate in Almaty.",
        "Wang Yi"),
      DetailsCase(
        .english,
        "President Tokayev thanked Wang and said Kazakhstan will open an office in Xi'an.",
        "Tokayev"),
    ] as [DetailsCase<String?>])
  func reported(_ sample: DetailsCase<String?>) async throws {
    let first = try #require(await DetailsSample.agreements(sample.sentence, sample.language).first)
    #expect(first.speaker == sample.expected)
  }

  @Test(
    arguments: [
      DetailsCase(.english, "The two sides agreed to open a consulate in Almaty.", nil),
      DetailsCase(.french, "Les deux parties sont convenues d'ouvrir un consulat à Almaty.", nil),
      DetailsCase(.english, "China announced that it will open a consulate in Almaty.", nil),
      DetailsCase(.english, "Wang Yi and Murat Nurtleu announced that the two countries will open consulates.", nil),
      DetailsCase(.french, "La partie chinoise a annoncé que la Chine ouvrira un consulat à Almaty.", nil),
      DetailsCase(.french, "Il a ajouté que la Chine ouvrira un consulat à Almaty.", nil),
      DetailsCase(
        .english,
        "The minister said China will open a consulate in Almaty.",
        nil),
      DetailsCase(
        .english,
        "China will open a consulate in Almaty, the ministry said.",
        nil),
      DetailsCase(
        .english,
        "The Foreign Minister announced that China will open a consulate in Almaty.",
        nil),
      DetailsCase(
        .french,
        "Le Premier ministre a annoncé que la Chine ouvrira un consulat à Almaty.",
        nil),
    ] as [DetailsCase<String?>])
  func nobody(_ sample: DetailsCase<String?>) async throws {
    let first = try #require(await DetailsSample.agreements(sample.sentence, sample.language).first)
    #expect(first.speaker == sample.expected)
  }
}
