/// A sum of money named in an agreement.
public struct Amount: Sendable, Hashable {
  /// In whole units of the currency: "$25 million" → 25,000,000.
  public var value: Double
  /// ISO 4217 code.
  public var currency: String

  public init(value: Double, currency: String) {
    self.value = value
    self.currency = currency
  }
}
