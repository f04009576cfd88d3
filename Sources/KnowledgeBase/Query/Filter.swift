import Communique

/// A condition on one field.
public enum Filter: Sendable, Hashable {
  /// Bound by it, alone or with others.
  case country(Party)
  /// In the domain or one of its children.
  case domain(Domain)
  /// Dated within, ends included. Undated agreements match no date.
  case date(DateRange)
  /// `since:` and `until:` are fields of their own, so that both together narrow.
  case since(CalendarDate)
  case until(CalendarDate)
  case language(Language)
  /// Firmness within, ends included.
  case strength(ClosedRange<Strength>)
  case kind(AgreementKind)
  /// The words stand side by side in the document's title.
  case title(String)
  /// The publisher's name holds the words.
  case publisher(String)
  /// Binds exactly these, whatever their order.
  case parties([Party])
  /// Binds it alone.
  case by(Party)
  /// The agreement of that id.
  case id(Int64)
  /// The agreements of the document of that id.
  case document(Int64)
}

/// The fields of the query language; the raw value is the name that `Query.printed` writes.
public enum Field: String, Sendable, CaseIterable {
  case country, domain, date, since, until, language, strength, kind, title, publisher, parties, by, id, document
}

extension Filter {
  public var field: Field {
    switch self {
    case .country: .country
    case .domain: .domain
    case .date: .date
    case .since: .since
    case .until: .until
    case .language: .language
    case .strength: .strength
    case .kind: .kind
    case .title: .title
    case .publisher: .publisher
    case .parties: .parties
    case .by: .by
    case .id: .id
    case .document: .document
    }
  }
}
