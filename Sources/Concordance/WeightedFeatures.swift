import Communique
import Glibc

/// The features of one agreement, with what each is worth.
struct WeightedFeatures {
  /// Ascending by hash, each once.
  private let features: [(hash: UInt64, weight: Double)]
  private let total: Double

  init(_ features: [(hash: UInt64, weight: Double)]) {
    self.features = features
    total = features.reduce(0) { $0 + $1.weight }
  }

  /// What both have, of what either has; a few features alone do not make a likeness.
  func likeness(to other: WeightedFeatures) -> Double {
    var shared = 0.0
    var left = 0
    var right = 0
    while left < features.count, right < other.features.count {
      let (one, two) = (features[left].hash, other.features[right].hash)
      if one == two { shared += features[left].weight }
      if one <= two { left += 1 }
      if two <= one { right += 1 }
    }
    return 2 * shared / (total + other.total + Self.doubt)
  }

  /// As if so much more were unlike.
  private static let doubt = 1.5

  func merged(with other: WeightedFeatures) -> WeightedFeatures {
    var all = features + other.features
    all.sort { $0.hash < $1.hash }
    var single: [(hash: UInt64, weight: Double)] = []
    for feature in all where single.last?.hash != feature.hash { single.append(feature) }
    return WeightedFeatures(single)
  }
}

/// What features are worth between two documents: those that stand in few of their agreements tell most, and those
/// that the other document lacks wholly tell little.
struct FeatureWeights {
  private var weights: [UInt64: Double] = [:]
  private let common: TextProfile.Common

  init(_ one: AlignedText, _ two: AlignedText) {
    common = TextProfile.Common(one.profile.language, two.profile.language)
    let inOne = Self.counts(one, common)
    let inTwo = Self.counts(two, common)
    let everywhere = (Set(one.profile.features.map(\.hash)), Set(two.profile.features.map(\.hash)))
    let all = Double(one.agreements.count + two.agreements.count)
    for (hash, entry) in inOne.merging(inTwo, uniquingKeysWith: { ($0.kind, $0.count + $1.count) }) {
      let isShared = everywhere.0.contains(hash) && everywhere.1.contains(hash)
      let rarity = log((1 + all) / Double(entry.count))
      weights[hash] = max(0.1, rarity) * Self.worth(entry.kind) * (isShared ? 1 : 0.25)
    }
  }

  func features(_ profile: TextProfile, _ span: Range<Int>) -> WeightedFeatures {
    var found: [UInt64: Double] = [:]
    for feature in profile.features(in: span) where common.contains(feature.kind) {
      found[feature.hash] = weights[feature.hash] ?? 0
    }
    return WeightedFeatures(found.map { (hash: $0.key, weight: $0.value) }.sorted { $0.hash < $1.hash })
  }

  private static func worth(_ kind: Feature.Kind) -> Double {
    switch kind {
    case .name, .number: 1.3
    case .concept, .stem: 1
    case .cognate: 0.7
    }
  }

  /// In how many agreements of a document each feature stands.
  private static func counts(
    _ facts: AlignedText, _ common: TextProfile.Common
  ) -> [UInt64: (kind: Feature.Kind, count: Int)] {
    var counts: [UInt64: (kind: Feature.Kind, count: Int)] = [:]
    for agreement in facts.agreements {
      var seen: Set<UInt64> = []
      for feature in facts.profile.features(in: agreement.span)
      where common.contains(feature.kind) && seen.insert(feature.hash).inserted {
        counts[feature.hash, default: (feature.kind, 0)].count += 1
      }
    }
    return counts
  }
}
