import Vocabulary

/// Reads the phrases of the details tables (`DetailPhrases`) at a place of the text.
struct PhraseReader {
  struct Match {
    var kind: DetailPhrases.Kinds
    var value: Double
    /// The token after its last.
    var end: Int
  }

  let draft: Draft
  let book: DetailPhrases
  private let entries: UnsafeBufferPointer<DetailPhrases.Entry>

  init(_ draft: Draft) {
    self.draft = draft
    book = draft.vocabulary.details
    entries = book.entries
  }

  /// Whether a phrase of one of these kinds may start at a token: told by its word alone.
  @inline(__always) func starts(_ kinds: DetailPhrases.Kinds, at index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.kind == .word && !draft.lexicon.detailKinds[Int(token.word)].isDisjoint(with: kinds)
  }

  /// The longest phrase of some kinds that starts at a token; null for none.
  func longest(_ kinds: DetailPhrases.Kinds, at index: Int, limit: Int) -> Match? {
    let limit = min(limit, draft.tokens.count)
    guard index < limit, starts(kinds, at: index) else { return nil }
    var best: Match?
    book.trie.matches(at: index, limit: limit, tokens: draft.tokens, lexicon: draft.lexicon) { found in
      let entry = entries[Int(found.value)]
      guard kinds.contains(entry.kind), found.end > (best?.end ?? index) else { return }
      best = Match(kind: entry.kind, value: entry.value, end: found.end)
    }
    return best
  }

  /// All phrases of some kinds that start at a token, longest first.
  func all(_ kinds: DetailPhrases.Kinds, at index: Int, limit: Int) -> [Match] {
    let limit = min(limit, draft.tokens.count)
    guard index < limit, starts(kinds, at: index) else { return [] }
    var found: [Match] = []
    book.trie.matches(at: index, limit: limit, tokens: draft.tokens, lexicon: draft.lexicon) { match in
      let entry = entries[Int(match.value)]
      if kinds.contains(entry.kind) { found.append(Match(kind: entry.kind, value: entry.value, end: match.end)) }
    }
    if found.count > 1 { found.sort { ($0.end, $1.kind.rawValue) > ($1.end, $0.kind.rawValue) } }
    return found
  }

  /// The token after any run of phrases of these kinds, of at most five.
  func skip(_ kinds: DetailPhrases.Kinds, from index: Int, limit: Int) -> Int {
    var next = index
    for _ in 0..<5 {
      guard let match = longest(kinds, at: next, limit: limit) else { break }
      next = match.end
    }
    return next
  }

  /// Whether a token is one of these words, given folded.
  @inline(__always) func isWord(_ index: Int, _ words: [Spelling]) -> Bool { words.contains(draft.spelling(index)) }

  /// Whether a token is one of these words.
  func isWord(_ index: Int, _ words: WordSet) -> Bool {
    draft.isWord(index) && words.contains(draft.spelling(index))
  }
}
