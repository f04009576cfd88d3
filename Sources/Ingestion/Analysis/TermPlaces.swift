/// The domain terms of a text, looked up once: an action, its sentence, its paragraph and the text itself all ask for
/// the same words.
final class TermPlaces {
  /// The longest terms that start at a word.
  struct Place {
    var position: Int
    /// The token after their last.
    var end: Int
    /// Where they stand in `terms`: for each domain the weightiest.
    var terms: Range<Int>
  }

  let places: ContiguousArray<Place>
  let terms: ContiguousArray<DomainTerms.Term>

  init(_ draft: Draft) {
    let book = draft.vocabulary.domainTerms
    var places: ContiguousArray<Place> = []
    var terms: ContiguousArray<DomainTerms.Term> = []
    places.reserveCapacity(draft.tokens.count / 4)
    terms.reserveCapacity(draft.tokens.count / 3)
    for position in draft.tokens.indices where draft.has(position, .startsTerm) {
      let first = terms.count
      let end = book.longest(at: position, limit: draft.tokens.count, draft, into: &terms)
      if terms.count > first { places.append(Place(position: position, end: end, terms: first..<terms.count)) }
    }
    self.places = places
    self.terms = terms
  }

  /// The number of the first place at or after a token.
  func first(from position: Int) -> Int {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension DomainTerms {
  /// Appends the longest terms that start at a word, for each domain the weightiest.
  ///
  /// - Returns: the token after them; the next word where none starts here.
  func longest(at position: Int, limit: Int, _ draft: Draft, into found: inout ContiguousArray<Term>) -> Int {
    let start = found.count
    var end = position + 1
    trie.matches(at: position, limit: limit, tokens: draft.tokens, lexicon: draft.lexicon) { match in
      if match.end > end { found.removeLast(found.count - start) }
      guard match.end >= end else { return }
      end = match.end
      let term = Term(value: match.value)
      var same = start
      while same < found.count, found[same].domain != term.domain { same += 1 }
      if same == found.count {
        found.append(term)
      } else if found[same].weight < term.weight {
        found[same] = term
      }
    }
    return end
  }
}
