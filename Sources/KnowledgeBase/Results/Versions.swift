import Communique

/// How agreements that stand in several documents (in French and English, or with two outlets) are shown and counted.
public enum Versions: Sendable, Hashable {
  /// Each for itself.
  case each
  /// As one, which matches where any of its versions does; shown is the version in this language that matches, else
  /// another that does.
  case once(Language)
}

extension Versions {
  /// The number that the store has for lists in a language: a bit each.
  static func number(of language: Language) -> Int {
    switch language {
    case .english: 1
    case .french: 2
    }
  }

  /// The number of these lists; null where each version is shown.
  var number: Int? { if case .once(let language) = self { Self.number(of: language) } else { nil } }
}
