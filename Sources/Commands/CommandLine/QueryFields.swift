/// The fields of the query language as help and completion name them; the parser itself is KnowledgeBase's.
struct QueryFields: Sendable {
  let english: String
  let french: String
  let value: ValueKind
  let help: Both

  static let all: [QueryFields] = [
    .init(english: "country", french: "pays", value: .country, help: Both("bound party", "partie engagée")),
    .init(english: "domain", french: "domaine", value: .domain, help: Both("field of policy", "domaine d'action")),
    .init(
      english: "date", french: "date", value: .date,
      help: Both("2022, 2022-06, 2022-06..2023, ..2023, \"June 2022\"", "2022, 2022-06, 2022-06..2023, « juin 2022 »")),
    .init(
      english: "language", french: "langue", value: choices("fr", "en"),
      help: Both("of the communiqué: fr, en", "du communiqué : fr, en")),
    .init(
      english: "strength", french: "force",
      value: choices("exploratory", "intended", "committed", "decided", "binding", ">=committed"),
      help: Both(
        "exploratory, intended, committed, decided, binding; >=committed",
        "exploratory, intended, committed, decided, binding ; >=committed")),
    .init(
      english: "kind", french: "type", value: choices("commitment", "instrument"),
      help: Both("commitment, instrument", "commitment (engagement), instrument")),
    .init(
      english: "title", french: "titre", value: .text(Both("WORDS", "MOTS")),
      help: Both("words of the title", "mots du titre")),
    .init(
      english: "publisher", french: "source", value: .publisher,
      help: Both("outlet or office", "média ou service")),
  ]

  /// A field by its name in either language, or another word for it.
  static func named(_ name: String) -> QueryFields? {
    let known = otherNames[name] ?? name
    return all.first { $0.english == known || $0.french == known }
  }

  private static let otherNames = ["sector": "domain", "secteur": "domain", "by": "country", "titre": "title"]

  private static func choices(_ codes: String...) -> ValueKind {
    .choice(codes.map { ValueKind.Choice(code: $0, aliases: [], help: Both("", "")) })
  }
}
