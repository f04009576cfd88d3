/// What matches can be counted by.
public enum Facet: String, Sendable, CaseIterable {
  /// Each party bound, by code; an agreement counts for each of its parties.
  case country
  /// Each domain, by code; a child counts for its parent too, as in searches.
  case domain
  /// `2022`
  case year
  /// `2022-06`
  case month
  case strength
  /// `fr`, `en`
  case language
  case publisher
  /// The two parties of an agreement that binds exactly two: `CHN+KAZ`, in the order of their codes.
  case pair
  case kind
}

/// How many agreements share a value, or two where two facets were asked.
public struct FacetRow: Sendable, Hashable {
  /// One value for each facet, in the order asked.
  public let values: [String]
  public let count: Int

  public init(values: [String], count: Int) {
    self.values = values
    self.count = count
  }
}

/// The counts of a query's matches by one or two facets, most first.
///
/// Agreements that lack a value (no date, no publisher) are in no row; those with several are in several: the
/// rows need not add up to `total`.
public struct FacetTable: Sendable, Hashable {
  public let by: [Facet]
  public let rows: [FacetRow]
  /// All matches of the query.
  public let total: Int

  public init(by: [Facet], rows: [FacetRow], total: Int) {
    self.by = by
    self.rows = rows
    self.total = total
  }
}
