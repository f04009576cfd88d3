import Communique
import Vocabulary

/// Finds the organs of organisations again where only their common name is left: after "la Commission de l'Union
/// africaine", "la Commission" speaks for the AU.
struct OrganFinder {
  func find(_ draft: Draft) {
    let organs = organs(draft)
    guard !organs.isEmpty else { return }
    for sentence in draft.sentences {
      for position in sentence.tokens where draft.has(position, .government) && draft.mentionAt[position] < 0 {
        let token = draft.tokens[position]
        guard token.shape.contains(.capital), let party = organs[token.word], position > sentence.tokens.lowerBound,
          draft.has(position - 1, .determiner)
        else { continue }
        draft.mentions.append(Mention(tokens: position..<position + 1, kind: .person, parties: [party]))
      }
    }
  }

  /// By word number: organs named together with just one organisation.
  private func organs(_ draft: Draft) -> [Int32: Int16] {
    var found: [Int32: Int16] = [:]
    var ambiguous: Set<Int32> = []
    for mention in draft.mentions {
      guard case .name = mention.kind, let party = mention.parties.first,
        Int(party) >= draft.vocabulary.gazetteer.stateCount,
        let organ = organ(before: mention, draft)
      else { continue }
      if let known = found[organ], known != party { ambiguous.insert(organ) }
      found[organ] = party
    }
    for organ in ambiguous { found[organ] = nil }
    return found
  }

  /// "Commission de l'" before the name.
  private func organ(before mention: Mention, _ draft: Draft) -> Int32? {
    var index = mention.tokens.lowerBound - 1
    var sawOf = false
    while index >= 0, mention.tokens.lowerBound - index < 4, draft.isWord(index) {
      if draft.has(index, .de) || draft.spelling(index) == "of" { sawOf = true }
      if sawOf, draft.has(index, .government), draft.tokens[index].shape.contains(.capital) {
        return draft.tokens[index].word
      }
      index -= 1
    }
    return nil
  }
}
