import Vocabulary

/// A name of a party, or a phrase that stands for parties.
struct Mention {
  enum Kind: Equatable {
    /// A state or organisation by name, demonym, capital or metonym.
    case name(NameKind)
    /// An office holder who was introduced with a state: "Mr Wang", "President Xi".
    case person
    /// "the two sides", "les ministres": the parties of the meeting.
    case group
    /// "we", "nous".
    case we
    /// "they", "ils".
    case they
    /// "he", "elle".
    case he
    /// "the working group", "these efforts": work that the parties do together.
    case jointWork
  }

  var tokens: Range<Int>
  var kind: Kind
  /// Those it names; empty where it stands for the meeting's or an earlier subject's.
  var parties: [Int16]
}

extension Draft {
  /// Orders the mentions and notes where each starts.
  func indexMentions() {
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    mentionAt = ContiguousArray(repeating: -1, count: tokens.count)
    for (number, mention) in mentions.enumerated() {
      for index in mention.tokens { mentionAt[index] = Int32(number) }
    }
  }

  /// The mention that a token belongs to.
  func mention(at index: Int) -> Mention? {
    let number = mentionAt[index]
    return number < 0 ? nil : mentions[Int(number)]
  }
}
