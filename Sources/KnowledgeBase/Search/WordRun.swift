import Communique
import TextAnalysis
import SQLiteStore

/// How far from the word as typed a match may be.
enum Closeness: Int, CaseIterable, Comparable {
  case exact, stem, concept

  static func < (left: Closeness, right: Closeness) -> Bool { left.rawValue < right.rawValue }
}

/// The words of a question that must all match, in the order typed: neighbours may together be one concept.
struct WordRun {
  /// One word as typed: "États-Unis" is two words of a text, side by side.
  struct Unit {
    let words: [WordForms]
    var isFunctionWord: Bool {
      words.count == 1 && !words[0].token.isCapitals && FunctionWords.contains(words[0].token.raw)
    }
  }

  /// Concepts that units express together.
  struct Segment {
    let units: ClosedRange<Int>
    var concepts: [String]
  }

  let units: [Unit]
  /// By the first unit: concepts of one unit, and of several.
  private(set) var ofOne: [Int: [ConceptForm]] = [:]
  private(set) var ofSeveral: [Segment] = []
  /// Units that are found as typed wherever their stems and concepts are sought.
  private var held: Set<Int> = []

  init(_ texts: [String], _ expander: WordExpander) throws(SQLiteError) {
    var units: [Unit] = []
    for text in texts {
      var words: [WordForms] = []
      for token in Tokenizer.tokens(text) { words.append(try expander.forms(of: token)) }
      if !words.isEmpty { units.append(Unit(words: words)) }
    }
    self.units = units
    try findConcepts(expander)
    for index in units.indices where try isHeld(index, expander) { held.insert(index) }
  }

  /// The units that must match: function words only where there is nothing else, or all must be as typed.
  func required(isExact: Bool) -> [Int] {
    let meaningful = units.indices.filter { !units[$0].isFunctionWord }
    return isExact || meaningful.isEmpty ? Array(units.indices) : meaningful
  }

  private mutating func findConcepts(_ expander: WordExpander) throws(SQLiteError) {
    var segments: [Segment] = []
    for start in units.indices where !units[start].isFunctionWord {
      for form in try expander.conceptForms(startingWith: units[start].words[0]) {
        guard let end = end(of: form, from: start) else { continue }
        if end == start {
          ofOne[start, default: []].append(form)
        } else if let place = segments.firstIndex(where: { $0.units == start...end }) {
          segments[place].concepts.append(form.concept)
        } else {
          segments.append(Segment(units: start...end, concepts: [form.concept]))
        }
      }
    }
    ofSeveral = Self.longestApart(segments)
  }

  /// A word is stored with the stem of its spelling there: its own, one that the store knows for it, or the one that
  /// it has without accents. Where the last is asked for too, by itself or as a concept, all are.
  private func isHeld(_ index: Int, _ expander: WordExpander) throws(SQLiteError) -> Bool {
    let words = units[index].words
    guard words.count == 1 else { return words.allSatisfy(\.hasOneStem) }
    let concepts = Set((ofOne[index] ?? []).map(\.concept))
    for (language, stem) in words[0].bareStem where words[0].stems[language]?.contains(stem) != true {
      if try concepts.isDisjoint(with: expander.concepts(of: stem, language)) { return false }
    }
    return true
  }

  /// The last unit of a form that starts at a unit; null where the words differ or end inside a unit.
  private func end(of form: ConceptForm, from start: Int) -> Int? {
    var rest = form.stems[...]
    var index = start
    while index < units.count {
      if !units[index].isFunctionWord {
        for word in units[index].words where word.token.isCapitals || !FunctionWords.contains(word.token.raw) {
          guard let stem = rest.popFirst(), word.has(stem, form.language) else { return nil }
        }
        if rest.isEmpty { return index }
      }
      index += 1
    }
    return nil
  }

  /// The longest segments that do not overlap, from the left.
  private static func longestApart(_ segments: [Segment]) -> [Segment] {
    var chosen: [Segment] = []
    for segment in segments.sorted(by: {
      ($0.units.lowerBound, -$0.units.count) < ($1.units.lowerBound, -$1.units.count)
    }) where chosen.last.map({ $0.units.upperBound < segment.units.lowerBound }) ?? true {
      chosen.append(segment)
    }
    return chosen
  }
}

extension WordRun {
  /// What matches all words, each as close as asked or closer.
  func expression(_ closeness: Closeness, isExact: Bool) -> MatchExpression {
    let required = required(isExact: isExact)
    guard closeness == .concept else {
      return .all(required.map { expression(of: $0, closeness) })
    }
    var parts: [MatchExpression] = []
    var rest = required[...]
    for segment in ofSeveral {
      while let unit = rest.first, unit < segment.units.lowerBound {
        parts.append(expression(of: unit, closeness))
        rest.removeFirst()
      }
      var inside: [MatchExpression] = []
      while let unit = rest.first, unit <= segment.units.upperBound {
        inside.append(expression(of: unit, closeness))
        rest.removeFirst()
      }
      parts.append(.any(segment.concepts.map(MatchExpression.concept) + [.all(inside)]))
    }
    return .all(parts + rest.map { expression(of: $0, closeness) })
  }

  /// All words side by side, as typed: what comes first of all; null for one word.
  func phrase() -> MatchExpression? {
    let words = units.flatMap(\.words)
    return units.count < 2 ? nil : .phrase(words.map(\.token.raw), in: Route.raw.column)
  }

  /// One unit in all forms that are close enough. Each set holds the closer ones, so that the widest alone
  /// tells what matches.
  private func expression(of index: Int, _ closeness: Closeness) -> MatchExpression {
    let words = units[index].words
    let exact = MatchExpression.phrase(words.map(\.token.raw), in: Route.raw.column)
    guard closeness > .exact else { return exact }
    let concepts = closeness == .concept ? ofOne[index] ?? [] : []
    var parts = Set(concepts.map(\.concept)).sorted().map(MatchExpression.concept)
    for (language, route) in [(Language.english, Route.english), (.french, .french)] {
      if words.count == 1 {
        // A stem that is a concept by itself is found with it wherever it occurs.
        let covered = Set(concepts.filter { $0.language == language && $0.stems.count == 1 }.map { $0.stems[0] })
        parts += (words[0].stems[language] ?? []).subtracting(covered).sorted().map { .word($0, in: route.column) }
      } else {
        let stems = words.map { $0.typedStem[language] ?? $0.token.raw }
        parts.append(.phrase(stems, in: route.column))
      }
    }
    // "marché" must not be stemmed as the English "marche", and so may stand somewhere without those stems.
    let isHeld = held.contains(index) && (closeness == .concept || words[0].token.accented == nil)
    return .any(isHeld ? parts : parts + [exact])
  }
}
