/// How firmly an agreement binds, weakest first; the scale of `docs/extraction.md`.
///
/// An agreement takes the lower of its cue and its own verb: "agreed to explore" is exploratory.
public enum Strength: String, Sendable, CaseIterable, Hashable, Comparable {
  /// Explore, study, hope to; étudier, souhaiter.
  case exploratory
  /// Are ready to, intend to; sont disposées à, ont l'intention de.
  case intended
  /// Will, commit to; s'engagent à, the simple future.
  case committed
  /// Agreed to, decided to, signed; sont convenues de, ont signé.
  case decided
  /// Treaty text: shall, is obliged to; s'obligent à.
  case binding

  /// 1 (exploratory) to 5 (binding).
  public var level: Int {
    switch self {
    case .exploratory: 1
    case .intended: 2
    case .committed: 3
    case .decided: 4
    case .binding: 5
    }
  }

  public static func < (left: Strength, right: Strength) -> Bool { left.level < right.level }
}
