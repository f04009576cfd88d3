import Communique

/// What became of undertakings from one communiqué to the next, chained by likeness: no order counts, as successive
/// communiqués say things where they like.
package struct WordingHistory: Sendable {
  /// An agreement with the language of its words.
  package typealias Wording = (agreement: Agreement, language: Language?)

  /// What one event says of one undertaking.
  package struct Step: Sendable, Hashable {
    package let change: WordingChange
    /// Its place among the event's wordings; null where it was dropped.
    package let place: Int?
    /// Event and place of the wording before it; null where it is new.
    package let earlier: Earlier?
    /// All steps of one undertaking have one number, from 0.
    package let chain: Int
    /// Of the words, the share that both wordings have; null where it is new or the languages differ.
    package let likeness: Double?

    package struct Earlier: Sendable, Hashable {
      package let event: Int
      package let place: Int
    }
  }

  /// For each event its steps: those it says in its order, then those it dropped.
  package let events: [[Step]]

  /// The last wording of an undertaking.
  private struct End {
    let place: Step.Earlier
    let wording: Wording
    let chain: Int
    var isDropped = false
  }

  /// - Parameter events: the wordings of successive communiqués, oldest first.
  package init(_ events: [[Wording]], reader: ProfileReader) {
    var ends: [End] = []
    var found: [[Step]] = []
    var chains = 0
    for (number, wordings) in events.enumerated() {
      let pairs = Self.pairs(ends.map(\.wording), wordings, reader)
      var steps: [Step] = []
      var next = ends
      for (place, wording) in wordings.enumerated() {
        let here = Step.Earlier(event: number, place: place)
        if let before = pairs[place] {
          let end = ends[before]
          steps.append(Self.step(from: end, to: wording, place: place, reader))
          next[before] = End(place: here, wording: wording, chain: end.chain)
        } else {
          steps.append(Step(change: .new, place: place, earlier: nil, chain: chains, likeness: nil))
          next.append(End(place: here, wording: wording, chain: chains))
          chains += 1
        }
      }
      let kept = Set(pairs.values)
      for (index, end) in ends.enumerated() where !kept.contains(index) && !end.isDropped {
        steps.append(Step(change: .dropped, place: nil, earlier: end.place, chain: end.chain, likeness: nil))
        next[index].isDropped = true
      }
      found.append(steps)
      ends = next
    }
    self.events = found
  }

  /// What must be reached to be a later wording of the same: parties and domain are mostly alike here, so that the
  /// words must tell.
  private static let enough = 0.55

  /// Which of the ends each wording goes on from, by the wording's place.
  private static func pairs(_ ends: [Wording], _ wordings: [Wording], _ reader: ProfileReader) -> [Int: Int] {
    guard !ends.isEmpty, !wordings.isEmpty else { return [:] }
    let languages = Set((ends + wordings).map(\.language))
    let isOne = languages.count == 1
    let left = AlignedText(ends, as: isOne ? languages.first ?? nil : .english, reader: reader)
    let right = AlignedText(wordings, as: isOne ? languages.first ?? nil : .french, reader: reader)
    let pairs = AgreementAlignment.crossing(AgreementLikeness(left, right), beside: [], enough: enough)
    return Dictionary(pairs.map { ($0.right, $0.left) }, uniquingKeysWith: { first, _ in first })
  }

  private static func step(from end: End, to wording: Wording, place: Int, _ reader: ProfileReader) -> Step {
    let before = end.wording
    let isOne = before.language == wording.language
    let likeness = isOne ? WordingDiff(before.agreement.text, wording.agreement.text).likeness : nil
    let differences = reader.differences(
      before.agreement, wording.agreement, languages: (before.language, wording.language))
    return Step(
      change: WordingChange(
        from: before.agreement, to: wording.agreement, likeness: likeness, differences: differences),
      place: place, earlier: end.place, chain: end.chain, likeness: likeness)
  }
}
