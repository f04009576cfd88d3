/// In how many agreements words stand, by route.
struct WordCounts: Sendable {
  private(set) var routes: [[String: Int]] = Array(repeating: [:], count: Route.allCases.count)

  /// Counts the words of one agreement, each once; with `by` −1, takes them away.
  mutating func count(_ text: IndexText, by change: Int) {
    for route in Route.allCases {
      let words = text[route].utf8.split(separator: UInt8(ascii: " "))
      for (place, word) in words.enumerated() where !Self.repeats(word, words[..<place]) {
        routes[route.rawValue][String(Substring(word)), default: 0] += change
      }
    }
  }

  mutating func add(_ others: WordCounts) {
    for (route, words) in others.routes.enumerated() {
      // The first of a transaction are taken as they are.
      if routes[route].isEmpty { routes[route] = words } else { add(words, to: route) }
    }
  }

  private mutating func add(_ words: [String: Int], to route: Int) {
    for (word, count) in words { routes[route][word, default: 0] += count }
  }

  /// An agreement has some twenty words: looking through them is quicker than a set of them.
  private static func repeats(_ word: Substring.UTF8View, _ earlier: ArraySlice<Substring.UTF8View>) -> Bool {
    earlier.contains { $0.count == word.count && $0.elementsEqual(word) }
  }
}
