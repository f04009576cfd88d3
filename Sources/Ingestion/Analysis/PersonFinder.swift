import Communique
import Vocabulary

/// Learns which party an office holder speaks for, and finds them again where only the name is left.
///
/// Rules:
/// - A state in the same noun phrase as the office is the holder's: "Iraqi Prime Minister Kadhimi", "King Abdullah II
///   of Jordan", "Wang Yi, ministre des Affaires étrangères de la Chine".
/// - Holders without one, where just one party of the meeting has none, speak for that party ("President Biden met
///   President Xi of China").
/// - Afterwards each part of the name stands for the party: "M. Wang", "Mr Tleuberdi".
struct PersonFinder {
  struct Introduction {
    /// The parts of the name, as word numbers.
    var names: [Int32]
    var party: Int16?
    /// The office with its article where that tells a gender: "prime minister", "la ministre".
    var office: String
    var sentence: Int
  }

  /// The introductions of a text, in order.
  func introductions(_ draft: Draft) -> [Introduction] {
    var found: [Introduction] = []
    for (number, sentence) in draft.sentences.enumerated() {
      var position = sentence.tokens.lowerBound
      while position < sentence.tokens.upperBound {
        guard draft.has(position, [.office, .honorific]) else {
          position += 1
          continue
        }
        let phrase = OfficePhrase(at: position, in: sentence.tokens, draft)
        if !phrase.names.isEmpty || phrase.party != nil {
          found.append(
            Introduction(
              names: phrase.names.map { draft.tokens[$0].word }, party: phrase.party, office: phrase.office,
              sentence: number))
        }
        position = max(phrase.end, position + 1)
      }
    }
    return found
  }

  /// Adds a mention for every office without a name that only one party's holder has: "the King", "la ministre".
  func markOffices(_ partyByOffice: [String: Int16], _ draft: Draft) {
    guard !partyByOffice.isEmpty else { return }
    for sentence in draft.sentences {
      for position in sentence.tokens where draft.has(position, .office) && draft.mentionAt[position] < 0 {
        guard position == sentence.tokens.lowerBound || !draft.has(position - 1, .office) else { continue }
        var end = position
        while end < sentence.tokens.upperBound, draft.has(end, .office) { end += 1 }
        // Several holders are no one's.
        guard !(position..<end).contains(where: { draft.has($0, .groupNoun) }) else { continue }
        // A name or a state behind it says more.
        if end < sentence.tokens.upperBound, draft.isWord(end),
          draft.tokens[end].shape.contains(.capital) || draft.mentionAt[end] >= 0
        {
          continue
        }
        if end < sentence.tokens.upperBound, draft.has(end, .de) || draft.spelling(end) == "of",
          !isPortfolio(end, sentence.tokens, draft)
        {
          continue
        }
        guard position > sentence.tokens.lowerBound, draft.has(position - 1, .determiner),
          let party = partyByOffice[OfficePhrase.office(at: position, sentence.tokens, draft)]
        else { continue }
        draft.mentions.append(Mention(tokens: position..<end, kind: .person, parties: [party]))
      }
    }
  }

  /// "le ministre des Affaires étrangères": words of the office, no state.
  private func isPortfolio(_ index: Int, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    for next in index..<min(index + 6, sentence.upperBound) where draft.mentionAt[next] >= 0 { return false }
    return true
  }

  /// Adds a mention for every name that stands for a party.
  func mark(_ partyByName: [Int32: Int16], _ draft: Draft) {
    guard !partyByName.isEmpty else { return }
    for paragraph in draft.paragraphs {
      var position = paragraph.tokens.lowerBound
      while position < paragraph.tokens.upperBound {
        defer { position += 1 }
        let token = draft.tokens[position]
        guard token.kind == .word, token.shape.contains(.capital), let party = partyByName[token.word],
          draft.mentionAt[position] < 0
        else { continue }
        let first = position
        while position + 1 < paragraph.tokens.upperBound, draft.mentionAt[position + 1] < 0,
          draft.tokens[position + 1].kind == .word, draft.tokens[position + 1].shape.contains(.capital),
          partyByName[draft.tokens[position + 1].word] == party
        {
          position += 1
        }
        draft.mentions.append(Mention(tokens: first..<position + 1, kind: .person, parties: [party]))
      }
    }
  }
}
