import Vocabulary

extension Field {
  /// What users may type for it, in both languages; the first is what is printed.
  public var names: [String] {
    switch self {
    case .country: ["country", "pays", "party", "partie"]
    case .domain: ["domain", "domaine", "sector", "secteur"]
    case .date: ["date", "on", "le"]
    case .since: ["since", "depuis", "after", "from"]
    case .until: ["until", "jusqu", "before", "to"]
    case .language: ["language", "langue", "lang"]
    case .strength: ["strength", "force", "firmness", "fermete"]
    case .kind: ["kind", "type", "nature"]
    case .title: ["title", "titre"]
    case .publisher: ["publisher", "source", "editeur"]
    case .parties: ["parties", "between", "entre"]
    case .by: ["by", "par"]
    case .id: ["id"]
    case .document: ["document", "doc"]
    }
  }

  /// The field of that name, whatever its case and accents.
  public init?(named name: String) {
    let folded = Folding.folded(name)
    guard let field = Self.allCases.first(where: { $0.names.contains(folded) }) else { return nil }
    self = field
  }

  /// The fields whose names are nearest.
  static func suggestions(for name: String) -> [QueryError.Suggestion] {
    let wanted = Array(Folding.folded(name).utf8)
    let furthest = max(1, wanted.count / 3)
    return allCases.flatMap { field in field.names.map { (name: $0, field: field) } }
      .map { ($0, editDistance(wanted, Array($0.name.utf8), atMost: furthest)) }
      .filter { $0.1 <= furthest }
      .sorted { $0.1 < $1.1 }
      .prefix(3).map { QueryError.Suggestion(text: $0.0.name, code: $0.0.field.rawValue) }
  }
}
