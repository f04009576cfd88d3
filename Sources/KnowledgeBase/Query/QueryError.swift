import Communique
import Vocabulary

/// Why a question cannot be understood, where, and what would be.
public struct QueryError: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case unknownField(String)
    case unknownCountry(String)
    case unknownDomain(String)
    case unknownLanguage(String)
    case unknownStrength(String)
    case unknownKind(String)
    /// No date that is understood.
    case badDate(String)
    /// `03/04/2022`: the day or the month may come first. Both readings are in `suggestions`.
    case ambiguousDate(String)
    /// The range ends before it starts.
    case backwardRange(String)
    /// Not a whole number above zero.
    case badIdentifier(String)
    /// `parties:` wants codes or names joined by `+`.
    case badParties(String)
    /// A field without a value: `country:`.
    case emptyValue(Field)
    case unbalancedQuote
    case unbalancedParenthesis
    /// Nothing to the right or left of an operator, or an empty group.
    case missingOperand(String)
    /// More groups inside groups than `limit`.
    case tooDeep(limit: Int)
  }

  /// Something that would be understood in its place.
  public struct Suggestion: Sendable, Hashable {
    /// What to type.
    public let text: String
    /// What it stands for: a code, a field's name, an ISO date.
    public let code: String

    public init(text: String, code: String) {
      self.text = text
      self.code = code
    }
  }

  public let reason: Reason
  /// The place in the input, in UTF-8 byte offsets, half open.
  public let range: Range<Int>
  /// The nearest, best first.
  public let suggestions: [Suggestion]
  /// All that is allowed there, where that is a short list: fields, firmness, languages, forms of dates.
  public let allowed: [String]

  init(_ reason: Reason, at range: Range<Int>, suggestions: [Suggestion] = [], allowed: [String] = []) {
    self.reason = reason
    self.range = range
    self.suggestions = suggestions
    self.allowed = allowed
  }
}
