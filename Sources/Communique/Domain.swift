/// A field of policy, by its code in `domains.tsv`: "energy", "consular".
public struct Domain: RawRepresentable, Sendable, Hashable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ code: String) { rawValue = code }

  public static func < (left: Domain, right: Domain) -> Bool { left.rawValue < right.rawValue }
}
