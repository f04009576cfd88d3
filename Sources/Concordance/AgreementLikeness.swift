import Communique

/// How alike each agreement of one communiqué is to each of another.
struct AgreementLikeness {
  /// How many agreements each has.
  let rows: Int
  let columns: Int
  /// The words' likeness, then all that speaks for a pair but its place, then with its place: a row after the other.
  private var words: [Double]
  private var alone: [Double]
  private var placed: [Double]

  /// How much the places of agreements tell, 0 … 1.
  let trust: Double

  private let left: [WeightedFeatures]
  private let right: [WeightedFeatures]
  private let leftAgreements: [Agreement]
  private let rightAgreements: [Agreement]

  init(_ one: AlignedText, _ two: AlignedText) {
    leftAgreements = one.agreements
    rightAgreements = two.agreements
    rows = one.agreements.count
    columns = two.agreements.count
    let weights = FeatureWeights(one, two)
    left = one.agreements.map { weights.features(one.profile, $0.span) }
    right = two.agreements.map { weights.features(two.profile, $0.span) }
    words = [Double](repeating: 0, count: rows * columns)
    alone = words
    placed = words
    let places = PlaceLikeness(one, two)
    trust = places.trust
    for row in 0..<rows {
      for column in 0..<columns {
        let index = row * columns + column
        words[index] = left[row].likeness(to: right[column])
        alone[index] = Self.all(words[index], leftAgreements[row], rightAgreements[column])
        placed[index] = Self.mixed(
          alone[index], places.likeness(leftAgreements[row].span, rightAgreements[column].span), trust)
      }
    }
  }

  func score(_ row: Int, _ column: Int) -> Double { placed[row * columns + column] }
  func withoutPlace(_ row: Int, _ column: Int) -> Double { alone[row * columns + column] }

  /// How alike two neighbours together are to one of the other side; 0 where one of them adds nothing.
  func score(rows pair: (Int, Int), _ column: Int) -> Double {
    joint(pair.0 * columns + column, pair.1 * columns + column) {
      left[pair.0].merged(with: left[pair.1]).likeness(to: right[column])
    }
  }

  func score(_ row: Int, columns pair: (Int, Int)) -> Double {
    joint(row * columns + pair.0, row * columns + pair.1) {
      left[row].likeness(to: right[pair.0].merged(with: right[pair.1]))
    }
  }

  private func joint(_ first: Int, _ second: Int, merged: () -> Double) -> Double {
    // Most neighbours share nothing with it: no need to put them together.
    guard min(words[first], words[second]) > 0.15 else { return 0 }
    let better = max(words[first], words[second])
    let gain = merged() - better
    return gain > 0.04 ? max(placed[first], placed[second]) + 0.6 * gain : 0
  }

  private static func mixed(_ score: Double, _ place: Double, _ trust: Double) -> Double {
    let share = 0.3 * trust
    return (1 - share) * score + share * place
  }

  private static func all(_ words: Double, _ one: Agreement, _ two: Agreement) -> Double {
    var score = 0.62 * words + 0.14 * overlap(one.parties, two.parties) + 0.1 * overlap(one.domains, two.domains)
    score += 0.06 * (1 - Double(abs(one.strength.level - two.strength.level)) / 4) + (one.kind == two.kind ? 0.03 : 0)
    let lengths = (Double(one.span.count), Double(two.span.count))
    score += 0.05 * min(lengths.0, lengths.1) / max(1, max(lengths.0, lengths.1))
    score += agreement(one.deadline?.date, two.deadline?.date) + agreement(one.amounts, two.amounts)
    return max(0, min(1, score))
  }

  /// Of all that either names, the share that both do. The lists are short and name nothing twice.
  private static func overlap<Element: Equatable>(_ one: [Element], _ two: [Element]) -> Double {
    guard !one.isEmpty, !two.isEmpty else { return 0.5 }
    let shared = one.count { two.contains($0) }
    return Double(shared) / Double(one.count + two.count - shared)
  }

  private static func agreement(_ one: CalendarDate?, _ two: CalendarDate?) -> Double {
    guard let one, let two else { return 0 }
    return one == two ? 0.08 : -0.05
  }

  private static func agreement(_ one: [Amount], _ two: [Amount]) -> Double {
    guard !one.isEmpty, !two.isEmpty else { return 0 }
    return Set(one).isDisjoint(with: two) ? -0.05 : 0.1
  }
}
