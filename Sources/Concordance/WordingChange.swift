import Communique

/// What became of an undertaking from one communiqué to the next.
public enum WordingChange: String, Sendable, CaseIterable, Hashable {
  /// Not in an earlier one.
  case new
  /// The same words, or nearly.
  case repeated
  /// It binds more firmly than before.
  case firmer
  /// It binds less firmly than before.
  case softer
  /// As firm, in other words or of other content.
  case changed
  /// Not in the later one.
  case dropped

  /// From this share of common words on a wording is repeated.
  private static let nearly = 0.85

  /// What the later of two aligned agreements does with the earlier one.
  ///
  /// - Parameters:
  ///   - likeness: the share of common words; null for texts in two languages, whose words cannot be compared.
  ///   - differences: between the two, as `ProfileReader.differences` finds them.
  public init(
    from earlier: Agreement, to later: Agreement, likeness: Double?, differences: [Difference]
  ) {
    if later.strength > earlier.strength {
      self = .firmer
    } else if later.strength < earlier.strength {
      self = .softer
    } else {
      self = (likeness ?? 1) >= Self.nearly && differences.isEmpty ? .repeated : .changed
    }
  }
}
