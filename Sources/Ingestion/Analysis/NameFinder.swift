import Communique
import Vocabulary

/// Finds the names of states and organisations: "Kazakhstan", "la partie kazakhe", "Beijing", "the EU".
///
/// Rules: the longest name wins ("Republic of Guinea-Bissau" is not Guinea); names, capitals and metonyms have a
/// capital letter; acronyms are in capitals ("us" is no state); a name after "Agreement", "Declaration" and the
/// like belongs to that title.
struct NameFinder {
  let gazetteer: Gazetteer

  func find(_ draft: Draft) {
    for paragraph in draft.paragraphs {
      var position = paragraph.tokens.lowerBound
      while position < paragraph.tokens.upperBound {
        guard draft.has(position, .startsName),
          let mention = name(at: position, limit: paragraph.tokens.upperBound, draft)
        else {
          position += 1
          continue
        }
        draft.mentions.append(mention)
        position = mention.tokens.upperBound
      }
    }
  }

  private func name(at position: Int, limit: Int, _ draft: Draft) -> Mention? {
    var best: (entry: Gazetteer.Entry, end: Int)?
    gazetteer.trie.matches(at: position, limit: limit, tokens: draft.tokens, lexicon: draft.lexicon) { match in
      let entry = Gazetteer.Entry(value: match.value)
      guard match.end > (best?.end ?? 0), fits(entry, position..<match.end, draft) else { return }
      best = (entry, match.end)
    }
    guard let best else { return nil }
    if isPartOfAnotherName(position, best.end, limit, draft) { return nil }
    return Mention(tokens: position..<best.end, kind: .name(best.entry.kind), parties: [best.entry.party])
  }

  private func fits(_ entry: Gazetteer.Entry, _ tokens: Range<Int>, _ draft: Draft) -> Bool {
    let first = draft.tokens[tokens.lowerBound]
    if entry.isPrefix {
      let next = tokens.upperBound
      return next < draft.tokens.count && draft.tokens[next].shape.contains(.joined) && startsDemonym(next, draft)
    }
    if entry.needsCapitals {
      return first.shape.contains(.allCapitals) || tokens.count > 1 && first.shape.contains(.capital)
    }
    if entry.kind == .demonym, draft.language == .french { return true }
    return tokens.contains { draft.tokens[$0].shape.contains(.capital) }
  }

  private func startsDemonym(_ position: Int, _ draft: Draft) -> Bool {
    guard draft.has(position, .startsName) else { return false }
    var found = false
    gazetteer.trie.matches(
      at: position, limit: min(position + 3, draft.tokens.count), tokens: draft.tokens, lexicon: draft.lexicon
    ) {
      if Gazetteer.Entry(value: $0.value).kind == .demonym { found = true }
    }
    return found
  }

  /// "South America", "Latin American", "Indian Ocean", "Mexico City", "New Mexico".
  private func isPartOfAnotherName(_ start: Int, _ end: Int, _ limit: Int, _ draft: Draft) -> Bool {
    if start > 0, draft.isWord(start - 1), Self.before.contains(draft.spelling(start - 1)),
      draft.tokens[start - 1].shape.contains(.capital) || draft.tokens[start].shape.contains(.joined)
    {
      return true
    }
    guard end < limit, draft.isWord(end) else { return false }
    return Self.after.contains(draft.spelling(end)) && draft.tokens[end].shape.contains(.capital)
  }

  private static let before = WordSet.listed("name-before")
  private static let after: WordSet = ["ocean", "city", "valley", "university"]
}
