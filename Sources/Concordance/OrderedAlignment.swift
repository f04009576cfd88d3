/// The best alignment of two sequences that keeps the order of both: one to one, one to two, two to one, or alone.
struct OrderedAlignment {
  let pairs: [AgreementAlignment.Pair]

  /// What a pair must reach to be worth more than two that stand alone: more where places tell nothing, as texts that
  /// are no translations of each other share parties, domains and everyday words all the same.
  private static func enough(_ likeness: AgreementLikeness) -> Double { 0.47 - 0.15 * likeness.trust }

  private enum Step: UInt8 {
    case none, left, right, one, twoRows, twoColumns
  }

  init(_ likeness: AgreementLikeness) {
    let (rows, columns) = (likeness.rows, likeness.columns)
    let width = columns + 1
    let enough = Self.enough(likeness)
    var best = [Double](repeating: 0, count: (rows + 1) * width)
    var steps = [Step](repeating: .none, count: best.count)
    for row in 0...rows {
      for column in 0...columns where row + column > 0 {
        let here = row * width + column
        var top = -1.0
        func offer(_ value: Double, _ step: Step) {
          guard value > top else { return }
          top = value
          steps[here] = step
        }
        if row > 0, column > 0 {
          offer(best[here - width - 1] + likeness.score(row - 1, column - 1) - enough, .one)
          // Two for one count a little more than the better of them would alone.
          if row > 1 {
            let both = likeness.score(rows: (row - 2, row - 1), column - 1)
            if both > 0 { offer(best[here - 2 * width - 1] + both - enough, .twoRows) }
          }
          if column > 1 {
            let both = likeness.score(row - 1, columns: (column - 2, column - 1))
            if both > 0 { offer(best[here - width - 2] + both - enough, .twoColumns) }
          }
        }
        if row > 0 { offer(best[here - width], .left) }
        if column > 0 { offer(best[here - 1], .right) }
        best[here] = top
      }
    }
    pairs = Self.trace(steps, likeness)
  }

  private static func trace(_ steps: [Step], _ likeness: AgreementLikeness) -> [AgreementAlignment.Pair] {
    var pairs: [AgreementAlignment.Pair] = []
    var (row, column) = (likeness.rows, likeness.columns)
    func take(_ left: Int, _ right: Int, _ score: Double) {
      pairs.append(.init(left: left, right: right, score: min(1, score)))
    }
    while row > 0 || column > 0 {
      switch steps[row * (likeness.columns + 1) + column] {
      case .one:
        take(row - 1, column - 1, likeness.score(row - 1, column - 1))
        (row, column) = (row - 1, column - 1)
      case .twoRows:
        let score = likeness.score(rows: (row - 2, row - 1), column - 1)
        take(row - 2, column - 1, score)
        take(row - 1, column - 1, score)
        (row, column) = (row - 2, column - 1)
      case .twoColumns:
        let score = likeness.score(row - 1, columns: (column - 2, column - 1))
        take(row - 1, column - 2, score)
        take(row - 1, column - 1, score)
        (row, column) = (row - 1, column - 2)
      case .left: row -= 1
      case .right: column -= 1
      case .none: (row, column) = (0, 0)
      }
    }
    return pairs
  }
}
