import Communique
import Ingestion
import Testing

/// The person who is quoted or reported as saying it.
@Suite struct DetailsSpeakerTests {
  @Test(
    arguments: [
      Case(.english, "Wang said China will open a consulate in Almaty.", "Wang"),
      Case(.english, "Wang Yi said that China stands ready to open a consulate in Almaty.", "Wang Yi"),
      Case(.english, "Chinese Foreign Minister Wang Yi pledged to open a consulate in Almaty.", "Wang Yi"),
      Case(
        .english, "Wang Yi, the Chinese foreign minister, announced that China will open a consulate.", "Wang Yi"),
      Case(.english, "China will open a consulate in Almaty, Wang said.", "Wang"),
      Case(.english, "China will open a consulate in Almaty, said Wang Yi.", "Wang Yi"),
      Case(
        .english,
        "The Kazakh foreign minister, Murat Nurtleu, said Kazakhstan will import more fruit.",
        "Murat Nurtleu"),
      Case(.french, "M. Wang a indiqué que la Chine ouvrirait un consulat à Almaty.", "Wang"),
      Case(.french, "Le ministre Wang Yi a annoncé que la Chine ouvrira un consulat à Almaty.", "Wang Yi"),
      Case(.french, "Wang Yi s'est engagé à ouvrir un consulat à Almaty.", "Wang Yi"),
      Case(.french, "La Chine ouvrira un consulat à Almaty, a annoncé M. Wang.", "Wang"),
      Case(
        .french,
        "La Chine ouvrira un consulat à Almaty, a annoncé lundi à Beijing le ministre des Affaires étrangères, M. Wang Yi.",
        "Wang Yi"),
      Case(.french, "Le Kazakhstan ouvrira un consulat à Urumqi, a déclaré Murat Nurtleu.", "Murat Nurtleu"),
      Case(.french, "« La Chine ouvrira un consulat à Almaty », a affirmé M. Wang Yi.", "Wang Yi"),
      Case(.french, "Selon M. Wang, la Chine ouvrira un consulat à Almaty.", "Wang"),
      Case(.english, "According to Wang Yi, China will open a consulate in Almaty.", "Wang Yi"),
      Case(
        .english,
        "Wang Yi welcomed the visit and announced that China will open a consulate in Almaty.",
        "Wang Yi"),
      Case(
        .french,
        "Wang Yi s'est félicité de la visite et a annoncé que la Chine ouvrira un consulat à Almaty.",
        "Wang Yi"),
      Case(
        .french,
        "Le ministre kazakh Murat Nurtleu a promis d'ouvrir un consulat à Urumqi.",
        "Murat Nurtleu"),
      Case(
        .english,
        "Wang Yi on Monday announced that China will open a consulate in Almaty.",
        "Wang Yi"),
      Case(
        .english,
        "President Tokayev thanked Wang and said Kazakhstan will open an office in Xi'an.",
        "Tokayev"),
    ] as [Case<String?>])
  func reported(_ sample: Case<String?>) async throws {
    let first = try #require(await DetailSample.agreements(sample.sentence, sample.language).first)
    #expect(first.speaker == sample.expected)
  }

  @Test(
    arguments: [
      Case(.english, "The two sides agreed to open a consulate in Almaty.", nil),
      Case(.french, "Les deux parties sont convenues d'ouvrir un consulat à Almaty.", nil),
      Case(.english, "China announced that it will open a consulate in Almaty.", nil),
      Case(.english, "Wang Yi and Murat Nurtleu announced that the two countries will open consulates.", nil),
      Case(.french, "La partie chinoise a annoncé que la Chine ouvrira un consulat à Almaty.", nil),
      Case(.french, "Il a ajouté que la Chine ouvrira un consulat à Almaty.", nil),
      Case(
        .english,
        "The minister said China will open a consulate in Almaty.",
        nil),
      Case(
        .english,
        "China will open a consulate in Almaty, the ministry said.",
        nil),
      Case(
        .english,
        "The Foreign Minister announced that China will open a consulate in Almaty.",
        nil),
      Case(
        .french,
        "Le Premier ministre a annoncé que la Chine ouvrira un consulat à Almaty.",
        nil),
    ] as [Case<String?>])
  func nobody(_ sample: Case<String?>) async throws {
    let first = try #require(await DetailSample.agreements(sample.sentence, sample.language).first)
    #expect(first.speaker == sample.expected)
  }
}
