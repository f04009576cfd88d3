import Communique

/// A text reduced to the features by which its versions and copies are known.
package struct TextProfile: Sendable {
  package let language: Language?
  /// UTF-8 bytes of the text.
  package let length: Int
  /// In the order of the text.
  package let features: [Feature]

  /// The features that stand in a span of the text, given in UTF-8 byte offsets.
  package func features(in span: Range<Int>) -> ArraySlice<Feature> {
    features[
      firstIndex(from: span.lowerBound)..<max(firstIndex(from: span.lowerBound), firstIndex(from: span.upperBound))]
  }

  private func firstIndex(from offset: Int) -> Int {
    var low = 0
    var high = features.count
    while low < high {
      let middle = (low + high) / 2
      if features[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension TextProfile {
  /// Which features two texts can have in common.
  enum Common {
    /// Two texts of one language share stems and numbers; concepts and cognates would say the same again.
    case oneLanguage
    /// Two texts of two languages share all but stems.
    case twoLanguages

    init(_ left: Language?, _ right: Language?) { self = left == right ? .oneLanguage : .twoLanguages }

    func contains(_ kind: Feature.Kind) -> Bool {
      switch self {
      case .oneLanguage: kind == .stem || kind == .number
      case .twoLanguages: kind != .stem
      }
    }
  }
}

extension TextProfile {
  /// The different features of some kinds.
  func distinct(_ isMeant: (Feature.Kind) -> Bool) -> Set<UInt64> {
    var found: Set<UInt64> = []
    found.reserveCapacity(features.count)
    for feature in features where isMeant(feature.kind) { found.insert(feature.hash) }
    return found
  }
}
