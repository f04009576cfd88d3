import Communique
import Vocabulary

// Whom a statement binds.
extension AgreementReader {
  func subject(
    of statement: ActionFinder.Statement, in sentence: Range<Int>, _ current: SubjectFinder.Subject?,
    _ last: SubjectFinder.Subject?
  ) -> SubjectFinder.Subject? {
    let before = current ?? last
    if !statement.event.isFinite { return possessor(of: statement, in: sentence, before) }
    if let own = subjects.subject(in: statement.clause.subject, last: before) {
      if current == nil, statement.clause.opener == .newSubject,
        let whole = subjects.subject(in: sentence.lowerBound..<statement.event.first, last: before),
        whole.parties.count > own.parties.count, whole.tokens.upperBound >= own.tokens.upperBound
      {
        return whole
      }
      return own
    }
    if statement.clause.opener == .coordination, let current { return current }
    // ", which is expected to meet": the antecedent.
    if statement.clause.opener == .relative, statement.clause.boundary > sentence.lowerBound {
      return subjects.subject(in: sentence.lowerBound..<statement.clause.boundary, last: before)
    }
    if current == nil, statement.clause.opener != .that {
      return subjects.subject(in: sentence.lowerBound..<statement.event.first, last: before)
    }
    return nil
  }

  /// "Sweden's decision to", "l'engagement de la France", "its commitment to": whose the noun is.
  func possessor(
    of statement: ActionFinder.Statement, in sentence: Range<Int>, _ before: SubjectFinder.Subject?
  ) -> SubjectFinder.Subject? {
    let head = statement.event.head
    var index = head - 1
    let refersBack =
      index >= sentence.lowerBound
      && (max(sentence.lowerBound, head - 3)..<head).contains {
        ["its", "their", "his", "her"].contains(draft.spelling($0))
      }
      || draft.language == .french
        && (head..<min(head + 3, sentence.upperBound)).contains { ["qu", "que"].contains(draft.spelling($0)) }
    while index >= max(sentence.lowerBound, head - 6) {
      if let mention = draft.mention(at: index), !mention.parties.isEmpty {
        let isOwner = draft.language == .english && draft.tokens[mention.tokens.upperBound - 1].shape.contains(.elided)
        guard isOwner || refersBack else { break }
        return SubjectFinder.Subject(parties: mention.parties, tokens: mention.tokens, rule: "possessor")
      }
      if draft.isMark(index, .comma) || draft.has(index, .clauseVerb) { break }
      index -= 1
    }
    var next = head + 1
    while next < min(sentence.upperBound, head + 7), draft.isWord(next) {
      if let mention = draft.mention(at: next), !mention.parties.isEmpty,
        next < statement.event.end || draft.has(next - 1, [.de, .determiner, .office])
      {
        return SubjectFinder.Subject(
          parties: owners(from: mention, limit: statement.event.end), tokens: mention.tokens, rule: "possessor")
      }
      if draft.has(next, .infinitive) { break }
      next += 1
    }
    return nil
  }

  /// "of Australia and Cambodia": all that are named side by side up to the cue's end.
  func owners(from mention: Mention, limit: Int) -> [Int16] {
    var parties = mention.parties
    var index = mention.tokens.upperBound
    while index < limit {
      if let other = draft.mention(at: index), !other.parties.isEmpty {
        for party in other.parties where !parties.contains(party) { parties.append(party) }
      } else if draft.traits(index).isDisjoint(with: [.and, .de, .determiner, .a]), !draft.isMark(index, .comma),
        draft.spelling(index) != "of"
      {
        break
      }
      index += 1
    }
    return parties
  }

  /// Whom the cue binds; null where its subject is a thing or cannot be told.
  func binding(
    _ statement: ActionFinder.Statement, _ subject: SubjectFinder.Subject?, _ sentence: Range<Int>,
    _ last: SubjectFinder.Subject?
  ) -> SubjectFinder.Subject? {
    if let subject, subject.isForeign { return nil }
    if let subject, isOutsider(subject) { return nil }
    if var subject, !subject.parties.isEmpty {
      // An instrument of many, signed by some named: the meeting's.
      if statement.event.complement == .instrument,
        draft.meeting.count > 2 || !subject.parties.contains(where: draft.meeting.contains),
        subject.parties.allSatisfy(draft.meeting.contains) || !subject.parties.contains(where: draft.meeting.contains),
        draft.meeting.count > 1
      {
        subject.parties = draft.meeting
      }
      if subject.parties.count > 1, statement.event.complement == .finite,
        let speaker = attributedSpeaker(in: sentence), subject.parties.contains(speaker)
      {
        subject.parties = [speaker]
        subject.rule = "speaker-alone"
      }
      return subject
    }
    let isFree = statement.event.complement == .finite || statement.event.strength < .committed
    if isFree, statement.event.isFinite {
      if statement.clause.opener == .coordination || !isWorkSubject(statement.clause.subject) {
        guard isImpersonal(statement) || isFounded(statement) else { return nil }
      }
    }
    return SubjectFinder.Subject(
      parties: draft.meeting, tokens: sentence.lowerBound..<sentence.lowerBound, rule: "meeting")
  }

  /// ", a annoncé mardi Wang Yi": what one side announces binds that side.
  func attributedSpeaker(in sentence: Range<Int>) -> Int16? {
    for index in sentence where draft.isMark(index, .comma) && index + 2 < sentence.upperBound {
      let isFrench = draft.has(index + 1, .have) && draft.has(index + 2, .reporting)
      let isEnglish = draft.language == .english && ["said", "announced"].contains(draft.spelling(index + 1))
      guard isFrench || isEnglish else { continue }
      for next in index + 2..<min(index + 7, sentence.upperBound) {
        if let mention = draft.mention(at: next), mention.kind == .person, let party = mention.parties.first {
          return party
        }
      }
    }
    return nil
  }

  /// In a meeting of two, a third state's doings bind neither.
  func isOutsider(_ subject: SubjectFinder.Subject) -> Bool {
    guard draft.meeting.count == 2, subject.rule == "named", draft.isJoint, draft.isBilateral else { return false }
    return subject.parties.allSatisfy { !draft.meeting.contains($0) }
  }

  /// "A joint cell will be set up", "sera mise en place": what is founded is the parties' work.
  func isFounded(_ statement: ActionFinder.Statement) -> Bool {
    guard statement.event.complement == .finite else { return false }
    let range = statement.event.head..<min(statement.event.head + 5, statement.limit)
    return range.contains { index in
      [
        "established", "created", "set", "held", "opened", "launched", "signed", "convened", "organised", "organized",
        "instituted", "cree", "creee", "crees", "creees",
        "mise", "mis", "mises", "reuni", "reunie", "organise", "organisee", "organises", "lance", "lancee", "signe",
        "signee", "ouvert", "ouverte", "tenu", "tenue", "instituee", "etabli", "etablie", "constitue", "constituee",
      ].contains(draft.spelling(index)) && draft.isWord(index)
    } && range.contains { draft.has($0, .be) }
  }

  /// "Further efforts will be made", "Focus will be given".
  func isWorkSubject(_ range: Range<Int>) -> Bool {
    range.contains { draft.has($0, .meetingNoun) }
      && !range.contains { draft.has($0, .instrumentNoun) && !draft.has($0, .meetingNoun) }
  }
}
