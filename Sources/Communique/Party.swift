/// Who is bound: a state by its ISO 3166-1 alpha-3 code ("KAZ"), an organisation by its usual English
/// acronym ("EU", "ASEAN").
///
/// The vocabulary knows the names; any code can be carried, so that a store made with a larger
/// vocabulary can still be read.
public struct Party: RawRepresentable, Sendable, Hashable, Comparable {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ code: String) { rawValue = code }

  public static func < (left: Party, right: Party) -> Bool { left.rawValue < right.rawValue }
}
