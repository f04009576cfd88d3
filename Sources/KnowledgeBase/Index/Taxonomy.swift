import Communique
import Vocabulary

/// Which domains count for which, read once from the vocabulary where something is written.
struct Taxonomy {
  private let parents: [Domain: Domain]

  init() {
    var parents: [Domain: Domain] = [:]
    for row in Table(.domains) where !row[1].isEmpty { parents[Domain(row[0])] = Domain(row[1]) }
    self.parents = parents
  }

  /// The domains and all that they count for, each once.
  func closure(of domains: [Domain]) -> [Domain] {
    var found: [Domain] = []
    for domain in domains {
      var next: Domain? = domain
      while let current = next, !found.contains(current) {
        found.append(current)
        next = parents[current]
      }
    }
    return found
  }
}
