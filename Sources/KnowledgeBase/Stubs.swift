import Communique

// Declarations that are filled in one after the other.
extension KnowledgeBase {
  public func search(
    _ query: Query, order: Order, limit: Int = 20, offset: Int = 0, exact: Bool = false
  ) throws(KnowledgeBaseError) -> SearchResult { throw .interrupted }
  public func count(_ query: Query, exact: Bool = false) throws(KnowledgeBaseError) -> Int { throw .interrupted }
  public func facets(
    _ by: [Facet], of query: Query = .everything, exact: Bool = false
  ) throws(KnowledgeBaseError) -> FacetTable { throw .interrupted }
  public func countries() throws(KnowledgeBaseError) -> [FacetRow] { throw .interrupted }
  public func domains() throws(KnowledgeBaseError) -> [FacetRow] { throw .interrupted }
  public func checkup() throws(KnowledgeBaseError) -> Checkup { throw .interrupted }
  public func rebuildIndex() throws(KnowledgeBaseError) { throw .interrupted }
  public func advice(forEmpty query: Query, exact: Bool = false) throws(KnowledgeBaseError) -> Advice {
    throw .interrupted
  }
  /// Values of a field that start with a text, folded, most frequent first: for completion.
  public func completions(of field: Field?, startingWith text: String, limit: Int = 50)
    throws(KnowledgeBaseError) -> [TermSuggestion]
  { throw .interrupted }
}

extension Query {
  public static func parse(_ text: String, today: CalendarDate? = nil) throws(QueryError) -> Query { .words(text) }
  public static func field(named name: String, value: String, today: CalendarDate? = nil) throws(QueryError) -> Query {
    .everything
  }
  public var printed: String { "" }
}
