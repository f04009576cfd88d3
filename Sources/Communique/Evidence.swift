/// Why the analysis decided as it did, so that a reader can check it.
public struct Evidence: Sendable, Hashable {
  /// One reason for one field.
  public struct Reason: Sendable, Hashable {
    /// The field it explains: "detection", "parties", "domains", "strength", "deadline" …
    public var field: String
    /// The name of the rule, as `docs/extraction.md` lists them.
    public var rule: String
    /// The words of the source that decided, in UTF-8 byte offsets; null where the rule needs none.
    public var span: Range<Int>?

    public init(field: String, rule: String, span: Range<Int>? = nil) {
      self.field = field
      self.rule = rule
      self.span = span
    }
  }

  public var reasons: [Reason]

  public init(reasons: [Reason] = []) { self.reasons = reasons }
}
