import Communique

// Declarations that are filled in one after the other.
extension KnowledgeBase {
  public func ingest(_ communique: Communique) throws(KnowledgeBaseError) -> IngestOutcome { throw .interrupted }
  public func remove(document id: Int64) throws(KnowledgeBaseError) -> Bool { throw .interrupted }
  /// The document that holds exactly this text, so that its analysis can be spared.
  public func document(withText text: String) throws(KnowledgeBaseError) -> Int64? { throw .interrupted }
  public func search(
    _ query: Query, order: Order, limit: Int = 20, offset: Int = 0, exact: Bool = false
  ) throws(KnowledgeBaseError) -> SearchResult { throw .interrupted }
  public func count(_ query: Query, exact: Bool = false) throws(KnowledgeBaseError) -> Int { throw .interrupted }
  public func facets(
    _ by: [Facet], of query: Query = .everything, exact: Bool = false
  ) throws(KnowledgeBaseError) -> FacetTable { throw .interrupted }
  public func agreement(id: Int64) throws(KnowledgeBaseError) -> StoredAgreement? { throw .interrupted }
  public func documents() throws(KnowledgeBaseError) -> [StoredDocument] { throw .interrupted }
  public func document(id: Int64) throws(KnowledgeBaseError) -> StoredDocument? { throw .interrupted }
  public func text(ofDocument id: Int64) throws(KnowledgeBaseError) -> String? { throw .interrupted }
  public func agreements(ofDocument id: Int64) throws(KnowledgeBaseError) -> [StoredAgreement] { throw .interrupted }
  /// The whole communiqué as it was ingested.
  public func communique(ofDocument id: Int64) throws(KnowledgeBaseError) -> Communique? { throw .interrupted }
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
