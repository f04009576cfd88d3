import Communique

/// A value of a facet.
struct Label: Sendable, Hashable {
  /// What is counted; years come from months.
  enum Kind: String, Sendable, CaseIterable {
    /// Borne by every agreement, so that totals are counts like others.
    case all
    /// Borne by none: what a version of another month but of the same year shares with the one shown in its place.
    case year
    case country, domain, month, strength, language, publisher, pair, kind
  }

  let kind: Kind
  let value: String

  static let all = Label(kind: .all, value: "")
  /// The id of `all`, as the schema gives it.
  static let idOfAll: Int64 = 1
}

extension Label {
  /// The labels of an agreement; never one twice.
  static func labels(of agreement: Agreement, in communique: Communique, _ taxonomy: Taxonomy) -> [Label] {
    var labels = [all]
    let parties = Set(agreement.parties.map(\.rawValue)).sorted()
    labels += parties.map { Label(kind: .country, value: $0) }
    if parties.count == 2 { labels.append(Label(kind: .pair, value: parties.joined(separator: "+"))) }
    labels += taxonomy.closure(of: agreement.domains).map { Label(kind: .domain, value: $0.rawValue) }
    if let date = communique.date { labels.append(Label(kind: .month, value: date.yearAndMonth)) }
    labels.append(Label(kind: .strength, value: agreement.strength.rawValue))
    if let language = communique.language { labels.append(Label(kind: .language, value: language.rawValue)) }
    if let publisher = communique.publisher { labels.append(Label(kind: .publisher, value: publisher)) }
    labels.append(Label(kind: .kind, value: agreement.kind.rawValue))
    return labels
  }
}

extension CalendarDate {
  /// `2022-06`
  var yearAndMonth: String { String(description.prefix(7)) }
}
