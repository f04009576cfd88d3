import Communique
import KnowledgeBase
import Vocabulary

/// What facets and their values are called.
enum FacetNames {
  /// The field of the query language that a facet's values belong to, in the interface language.
  static func field(_ facet: Facet, _ language: Language) -> String {
    switch facet {
    case .country: language == .french ? "pays" : "country"
    case .domain: language == .french ? "domaine" : "domain"
    case .year, .month: "date"
    case .strength: language == .french ? "force" : "strength"
    case .language: language == .french ? "langue" : "language"
    case .publisher: language == .french ? "source" : "publisher"
    case .pair: language == .french ? "parties" : "parties"
    case .kind: language == .french ? "type" : "kind"
    }
  }

  /// A value as a condition that can be typed: `domain:energy`, `pays:"Émirats arabes unis"`.
  static func condition(_ value: String, of facet: Facet, _ language: Language) -> String {
    let name =
      switch facet {
      case .country: Names.label(Party(value), in: language)
      case .domain where language == .french: domainWord(Domain(value))
      default: value
      }
    return field(facet, language) + ":" + Completion.quoted(name)
  }

  /// The first of what a French label names ("Santé", "Affaires consulaires"), where that is understood; else the
  /// code.
  private static func domainWord(_ domain: Domain) -> String {
    let label = Names.label(domain, in: .french).split(separator: ",").first.map(String.init) ?? ""
    return Names.domain(named: label) == domain ? label.lowercased() : domain.rawValue
  }

  static func heading(_ facet: Facet) -> Both {
    switch facet {
    case .country: Words.label.country
    case .domain: Words.label.domain
    case .year: Words.label.year
    case .month: Words.label.month
    case .strength: Words.label.strength
    case .language: Words.label.language
    case .publisher: Words.label.publisher
    case .pair: Words.label.pair
    case .kind: Words.label.kind
    }
  }

  /// A facet by the words that users have for it.
  static func named(_ text: String) -> Facet? {
    let wanted = Matching.folded(text)
    return names.first { $0.names.contains(wanted) }?.facet
  }

  static var all: [String] { names.flatMap(\.names) }

  /// A value as a reader says it.
  static func label(_ value: String, of facet: Facet, _ labels: Labels) -> String {
    switch facet {
    case .country: Names.label(Party(value), in: labels.language)
    case .domain: Names.label(Domain(value), in: labels.language)
    case .pair:
      value.split(separator: "+").map { Names.label(Party(String($0)), in: labels.language) }.joined(separator: " – ")
    case .month: month(value, labels.language)
    case .strength: Strength(rawValue: value).map(labels.strength) ?? value
    case .language: Language(rawValue: value).map { labels.language($0) } ?? value
    case .kind: AgreementKind(rawValue: value).map(labels.kind) ?? value
    case .year, .publisher: value
    }
  }

  private static func month(_ value: String, _ language: Language) -> String {
    guard let date = CalendarDate(iso: value + "-01") else { return value }
    return Numbers.monthName(date.month, language) + " \(date.year)"
  }

  private static let names: [(facet: Facet, names: [String])] = [
    (.domain, ["domain", "domaine", "sector", "secteur"]),
    (.country, ["country", "pays", "party", "partie"]),
    (.year, ["year", "annee"]),
    (.month, ["month", "mois"]),
    (.strength, ["strength", "force", "firmness", "fermete"]),
    (.language, ["language", "langue"]),
    (.publisher, ["publisher", "source", "editeur"]),
    (.pair, ["pair", "couple", "parties"]),
    (.kind, ["kind", "type", "nature"]),
  ]
}
