import Communique

// Declarations that are filled in one after the other.
extension KnowledgeBase {
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
