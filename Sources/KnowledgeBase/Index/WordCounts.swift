/// In how many agreements words stand, by route.
struct WordCounts: Sendable {
  private(set) var routes: [[String: Int]] = Array(repeating: [:], count: Route.allCases.count)

  /// Counts the words of one agreement, each once; with `by` −1, takes them away.
  mutating func count(_ words: [String], _ route: Route, by change: Int) {
    // An agreement has some twenty words: looking through them is quicker than a set of them.
    for (place, word) in words.enumerated() where !words[..<place].contains(word) {
      routes[route.rawValue][word, default: 0] += change
    }
  }

  /// Counts the words that the index holds of an agreement, or with `by` −1, takes them away.
  mutating func count(_ text: IndexText, by change: Int) {
    for route in Route.allCases { count(text[route].split(separator: " ").map(String.init), route, by: change) }
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
}
