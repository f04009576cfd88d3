/// One page of a query's matches.
public struct SearchResult: Sendable, Hashable {
  /// How many match in all, whatever the page.
  public let total: Int
  /// The page, in the order asked.
  public let agreements: [StoredAgreement]

  public init(total: Int, agreements: [StoredAgreement]) {
    self.total = total
    self.agreements = agreements
  }
}
