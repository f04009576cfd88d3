import Communique
import Ingestion
import Testing

/// The sums of money that an action names.
@Suite struct DetailsAmountTests {
  @Test(
    arguments: [
      Case(.english, "China will provide $25 million in food aid.", ["25000000 USD"]),
      Case(.english, "China will contribute US$5m to the fund.", ["5000000 USD"]),
      Case(.english, "China will lend €9.94 million to schools.", ["9940000 EUR"]),
      Case(.french, "La Chine allouera 25 millions de dollars aux écoles.", ["25000000 USD"]),
      Case(.french, "La Chine accordera un prêt de 1,5 milliard d'euros.", ["1500000000 EUR"]),
      Case(.french, "Le Sénégal versera 548M FCFA aux pêcheurs.", ["548000000 XOF"]),
      Case(.french, "Le Cameroun versera 6,5 milliards FCFA aux pêcheurs.", ["6500000000 XAF"]),
      Case(.french, "Le Canada versera 18,5 millions de dollars aux écoles.", ["18500000 CAD"]),
      Case(.english, "Canada will provide $4 million to local schools.", ["4000000 CAD"]),
      Case(.english, "Canada will provide 30 million US dollars to local schools.", ["30000000 USD"]),
      Case(.french, "La Chine versera 22 millions de dollars canadiens aux écoles.", ["22000000 CAD"]),
      Case(.english, "China will invest 2 billion yuan in the port.", ["2000000000 CNY"]),
      Case(.english, "China will invest 50 million euros in the port.", ["50000000 EUR"]),
      Case(.english, "China will grant NOK 90 million a year to the camps.", ["90000000 NOK"]),
      Case(.english, "China will grant USD 1,500,000 to the camps.", ["1500000 USD"]),
      Case(.french, "La Chine versera 1 500 000 euros aux camps.", ["1500000 EUR"]),
      Case(.french, "La Chine versera 1.500.000 euros aux camps.", ["1500000 EUR"]),
      Case(.french, "La Chine versera 1 500 000 € aux camps.", ["1500000 EUR"]),
      Case(.french, "La Chine versera 4,5 M€ aux camps.", ["4500000 EUR"]),
      Case(.french, "La Chine investira un billion d'euros dans le climat.", ["1000000000000 EUR"]),
      Case(.english, "China will invest half a billion dollars in the port.", ["500000000 USD"]),
      Case(.french, "La Chine investira un milliard et demi de dollars dans le port.", ["1500000000 USD"]),
      Case(.french, "La Chine versera deux cent cinquante millions de yuans au port.", ["250000000 CNY"]),
      Case(.french, "La Suisse affectera 9 millions de francs à la formation.", ["9000000 CHF"]),
      Case(.english, "China will lend $5-10 million to farmers.", ["5000000 USD", "10000000 USD"]),
      Case(
        .french, "La Chine prêtera de 5 à 10 millions d'euros aux paysans.", ["5000000 EUR", "10000000 EUR"]),
      Case(
        .french,
        "La Chine versera 9,94 millions d'euros (6,5 milliards de FCFA) aux pêcheurs.",
        ["9940000 EUR", "6500000000 XOF"]),
      Case(.english, "China will spend $3 million on wells and another $3 million on schools.", ["3000000 USD"]),
      Case(.english, "China will lend Rs 500 crore to Indian farmers.", ["5000000000 INR"]),
      Case(.english, "India will lend 500 crore rupees to farmers.", ["5000000000 INR"]),
      Case(
        .english,
        "China will provide RMB 200 million in grant aid.",
        ["200000000 CNY"]),
      Case(
        .english,
        "China will provide one hundred and fifty million dollars.",
        ["150000000 USD"]),
      Case(
        .french,
        "Le Canada versera 5 M$ aux écoles et 10 M$ US aux hôpitaux.",
        ["5000000 CAD", "10000000 USD"]),
      Case(
        .french,
        "L'Algérie versera 200 millions de dinars algériens.",
        ["200000000 DZD"]),
      Case(
        .english,
        "Japan will extend a 30 billion-yen loan.",
        ["30000000000 JPY"]),
    ] as [Case<[String]>])
  func sums(_ sample: Case<[String]>) async throws {
    let first = try #require(await DetailSample.agreements(sample.sentence, sample.language).first)
    #expect(first.amounts.map { "\(Int($0.value)) \($0.currency)" } == sample.expected)
  }

  @Test(
    arguments: [
      Case(.english, "China will donate two million vaccine doses.", []),
      Case(.french, "La Chine plantera dix millions d'arbres dans le Gobi.", []),
      Case(.english, "China will host COP 28 preparatory meetings.", []),
      Case(.french, "La Chine versera plusieurs millions de dollars aux camps.", []),
      Case(.english, "China will increase imports by 25 percent.", []),
      Case(.french, "La Chine accueillera 1 200 étudiants.", []),
      Case(
        .english,
        "China will donate 50 won lottery tickets.",
        []),
    ] as [Case<[String]>])
  func none(_ sample: Case<[String]>) async throws {
    let first = try #require(await DetailSample.agreements(sample.sentence, sample.language).first)
    #expect(first.amounts.map { "\(Int($0.value)) \($0.currency)" } == sample.expected)
  }
}
