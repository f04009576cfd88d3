/// What cannot be understood in metadata given by hand.
public struct MetadataProblem: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A line that is neither `key = "value"` nor a comment.
    case notALine
    /// A key that stands for nothing; the nearest that do.
    case unknownKey
    /// No day, or one of two.
    case badDate
    /// Neither French nor English.
    case badLanguage
  }

  public let kind: Kind
  /// The key, or the line where there is no key.
  public let key: String
  public let value: String
  /// From 1.
  public let line: Int

  public init(kind: Kind, key: String, value: String = "", line: Int) {
    self.kind = kind
    self.key = key
    self.value = value
    self.line = line
  }
}
