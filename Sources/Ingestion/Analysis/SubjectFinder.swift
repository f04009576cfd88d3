import Communique
import Vocabulary

/// Tells whom an action binds.
///
/// Rules, in order: the subject of the clause ("the two sides", "Algeria", "M. Wang"); else of the verb it is
/// coordinated with; else of the sentence; an impersonal cue ("il a été convenu") binds the meeting. "They" and "he"
/// take the subject before. A name after a preposition is no subject, except behind an office or a government
/// ("the Government of Nauru"). Companies bind nobody.
struct SubjectFinder {
  /// Whom a subject stands for.
  struct Subject {
    var parties: [Int16]
    /// The words that told it.
    var tokens: Range<Int>
    var rule: String
    /// The subject is a thing or a third party ("the corridor", "companies").
    var isForeign = false
    /// The subject is the parties' joint work ("the working group").
    var isJointWork = false
    /// The paragraph that it stood in.
    var paragraph = -1
  }

  let draft: Draft

  /// The subject told by the words before a verb; null where they tell none.
  func subject(in range: Range<Int>, last: Subject?) -> Subject? {
    var parties: [Int16] = []
    var tokens = range.lowerBound..<range.lowerBound
    var rule = ""
    var index = range.lowerBound
    var pending: Mention?
    var governedEnd = -1
    while index < range.upperBound {
      guard let mention = draft.mention(at: index), mention.tokens.lowerBound == index else {
        if isThirdParty(index), parties.isEmpty {
          return Subject(parties: [], tokens: index..<index + 1, rule: "third-party", isForeign: true)
        }
        index += 1
        continue
      }
      defer { index = mention.tokens.upperBound }
      if mention.kind == .jointWork, index > range.lowerBound + 6 { continue }
      if !parties.isEmpty, !isCoordinated(mention, after: tokens.upperBound) { continue }
      let isGoverned =
        isAfterPreposition(mention, range)
        || governedEnd >= 0 && parties.isEmpty && isListed(mention, after: governedEnd)
      if isGoverned {
        governedEnd = mention.tokens.upperBound
        if rule == "government", isCoordinated(mention, after: tokens.upperBound) {
          for party in mention.parties where !parties.contains(party) { parties.append(party) }
          tokens = tokens.lowerBound..<mention.tokens.upperBound
          continue
        }
        if pending == nil { pending = mention }
        // "the Government of Nauru and Australia", "the President of Iraq": the office makes it the subject.
        if parties.isEmpty, isHeadedByOffice(mention, range), !mention.parties.isEmpty {
          parties = mention.parties
          tokens = mention.tokens
          rule = "government"
        }
        continue
      }
      if isPossessive(mention) || isAdjectiveOfThing(mention, range) { continue }
      guard let found = resolve(mention, last: last) else { continue }
      for party in found.parties where !parties.contains(party) { parties.append(party) }
      if tokens.isEmpty { tokens = mention.tokens } else { tokens = tokens.lowerBound..<mention.tokens.upperBound }
      if rule.isEmpty { rule = found.rule }
      if found.isJointWork { return found }
    }
    if parties.isEmpty, let pending, let found = resolve(pending, last: last), isHeadedByOffice(pending, range) {
      return Subject(parties: found.parties, tokens: pending.tokens, rule: "government")
    }
    guard !rule.isEmpty else { return nil }
    return Subject(parties: parties, tokens: tokens, rule: rule)
  }

  private func resolve(_ mention: Mention, last: Subject?) -> Subject? {
    switch mention.kind {
    case .name: return Subject(parties: mention.parties, tokens: mention.tokens, rule: "named")
    case .person: return Subject(parties: mention.parties, tokens: mention.tokens, rule: "office-holder")
    case .group: return Subject(parties: draft.meeting, tokens: mention.tokens, rule: "both-sides")
    case .jointWork:
      return Subject(parties: draft.meeting, tokens: mention.tokens, rule: "joint-work", isJointWork: true)
    case .we: return Subject(parties: weParties(last), tokens: mention.tokens, rule: "we")
    case .they:
      let parties = last.map { $0.parties.count > 1 ? $0.parties : draft.meeting } ?? draft.meeting
      return Subject(parties: parties, tokens: mention.tokens, rule: "they")
    case .he:
      // A singular pronoun after several parties is a thing ("the mechanism … it will").
      guard let last, !last.isForeign, last.parties.count == 1 else { return nil }
      return Subject(parties: last.parties, tokens: mention.tokens, rule: "pronoun")
    }
  }

  private func weParties(_ last: Subject?) -> [Int16] {
    if draft.meeting.count < 2 { return draft.meeting }
    if let speaker = draft.soleSpeaker { return [speaker] }
    if let last, last.parties.count == 1, !last.isForeign, !draft.isJoint { return last.parties }
    return draft.meeting
  }

  /// "China and Kazakhstan", "China, Japan and Korea": linked by nothing but commas and conjunctions.
  private func isCoordinated(_ mention: Mention, after end: Int) -> Bool {
    var sawAnd = false
    var words = 0
    for index in end..<mention.tokens.lowerBound {
      if draft.has(index, .and) && draft.mentionAt[index] < 0 { sawAnd = true }
      if draft.isMark(index, .comma) || draft.isMark(index, .slash) { sawAnd = true; words = 0 }
      if draft.isWord(index),
        draft.traits(index).isDisjoint(with: [.and, .determiner, .office, .government, .honorific]),
        draft.mentionAt[index] < 0,
        draft.tokens[index].shape.isDisjoint(with: .capital)
      {
        words += 1
      }
    }
    return sawAnd && words <= 8
  }

  /// "between Iraq and the Authority": the second hangs on the same preposition.
  private func isListed(_ mention: Mention, after end: Int) -> Bool {
    let between = end..<max(end, mention.tokens.lowerBound)
    return between.count <= 3 && between.contains { draft.has($0, .and) }
      && between.allSatisfy { draft.has($0, [.and, .determiner]) }
  }

  /// Whether a preposition governs the name: it is then no subject.
  private func isAfterPreposition(_ mention: Mention, _ range: Range<Int>) -> Bool {
    var index = mention.tokens.lowerBound - 1
    var steps = 0
    while index >= range.lowerBound, steps < 4, draft.isWord(index) {
      let traits = draft.traits(index)
      if traits.contains(.preposition) || draft.spelling(index) == "aux" { return true }
      guard traits.contains(.determiner) || draft.tokens[index].shape.contains(.capital) || traits.contains(.adverb)
      else { return false }
      if traits.contains(.office) || traits.contains(.government) || traits.contains(.and) { return false }
      index -= 1
      steps += 1
    }
    return false
  }

  /// "China's support": the possessor is no subject.
  private func isPossessive(_ mention: Mention) -> Bool {
    let last = mention.tokens.upperBound - 1
    guard draft.language == .english, draft.tokens[last].shape.contains(.elided) else { return false }
    return !hasOfficeAfter(mention)
  }

  /// "Chinese companies", "the Iraqi people": an adjective of something that is no office or government.
  private func isAdjectiveOfThing(_ mention: Mention, _ range: Range<Int>) -> Bool {
    if mention.tokens.upperBound < draft.tokens.count, isThirdParty(mention.tokens.upperBound) { return true }
    guard mention.kind == .name(.demonym) else { return false }
    let before = mention.tokens.lowerBound - 1
    for index in max(range.lowerBound, before - 3)...max(range.lowerBound, before)
    where index >= range.lowerBound && index < mention.tokens.lowerBound {
      if draft.has(index, [.office, .government]) { return false }
    }
    return !hasOfficeAfter(mention)
  }

  private func hasOfficeAfter(_ mention: Mention) -> Bool {
    let end = mention.tokens.upperBound
    for index in end..<min(end + 5, draft.tokens.count) {
      guard draft.isWord(index) else { return false }
      if draft.has(index, [.office, .government, .groupNoun]) { return true }
      if draft.has(index, [.preposition, .have, .be, .clauseVerb]) { return false }
    }
    return false
  }

  /// "the Government of Nauru", "le ministère des Affaires étrangères de la République d'Arménie".
  private func isHeadedByOffice(_ mention: Mention, _ range: Range<Int>) -> Bool {
    var index = mention.tokens.lowerBound - 1
    var sawOf = false
    while index >= range.lowerBound, draft.isWord(index) {
      if draft.has(index, .de) || draft.spelling(index) == "of" {
        sawOf = true
      } else if draft.has(index, [.office, .government, .groupNoun]) {
        return sawOf
      } else if draft.has(index, .preposition), !draft.has(index, .determiner), draft.spelling(index) != "for" {
        return false
      }
      index -= 1
    }
    return false
  }

  private func isThirdParty(_ index: Int) -> Bool { Self.thirdParties.contains(draft.spelling(index)) }

  private static let thirdParties = WordSet.listed("subject-third-parties")
}
