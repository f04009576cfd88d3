import Communique
import Vocabulary

// Which statements count: not history, not one side's wish, not an aside.
extension AgreementReader {
  /// "It was agreed to", "il a été décidé de": the parties of the meeting are meant.
  func isImpersonal(_ statement: ActionFinder.Statement) -> Bool {
    let subject = statement.clause.subject
    guard statement.event.isFinite, subject.count <= 4,
      let last = subject.last(where: { draft.isWord($0) && !draft.has($0, [.adverb, .clitic]) }) ?? subject.last
    else { return false }
    let word = draft.spelling(last)
    let passive = (statement.event.first..<statement.event.head).contains { draft.has($0, .be) }
    return (word == "it" || word == "il") && passive || word == "on" && draft.language == .french
  }

  /// "In June 2014 the two countries concluded", "signed in 2000": told as background, by a year before the text's own.
  func isHistory(_ statement: ActionFinder.Statement, in sentence: Range<Int>) -> Bool {
    guard let year = (draft.heldOn ?? draft.publishedOn)?.year, statement.event.kind == .cue, statement.event.isFinite
    else { return false }
    let passed =
      draft.has(statement.event.head, .past)
      || (statement.event.first..<statement.event.head).contains { draft.has($0, .have) }
    guard passed || statement.event.strength == .decided else { return false }
    let opening = sentence.lowerBound..<min(sentence.lowerBound + 6, max(sentence.lowerBound, statement.event.first))
    let places = [opening, statement.event.end..<min(statement.event.end + 4, sentence.upperBound)]
    for place in places where place.lowerBound < place.upperBound {
      for index in place {
        if ["derniere", "dernier", "last"].contains(draft.spelling(index)),
          place.contains(where: { ["annee", "year", "mois", "month"].contains(draft.spelling($0)) })
        {
          return true
        }
        if let found = DateFinder.year(draft, index), found < year, index > sentence.lowerBound, draft.isWord(index - 1)
        {
          return true
        }
      }
    }
    return false
  }

  /// A need voiced by one side alone is no undertaking.
  func isVoicedJointly(_ statement: ActionFinder.Statement, _ subject: SubjectFinder.Subject?) -> Bool {
    guard statement.event.cue >= 0 else { return true }
    let name = draft.vocabulary.cues.cues[statement.event.cue].name
    guard name == "need-to" || name == "need-for" else { return true }
    if draft.language == .english, statement.event.head > 0, draft.has(statement.event.head - 1, [.we, .pluralPronoun])
    {
      return false
    }
    if statement.event.isFinite { return draft.isJoint || draft.meeting.count == 1 }
    guard isStressed(statement) else { return false }
    return (subject?.parties.count ?? 0) > 1 || subject?.parties == draft.meeting
  }

  /// A need counts where it is stressed or recognised, not where it was discussed.
  func isStressed(_ statement: ActionFinder.Statement) -> Bool {
    var index = statement.event.head - 1
    var steps = 0
    while index >= 0, steps < 40 {
      if draft.has(index, .clauseVerb) {
        let word = draft.spelling(index)
        if !["discuss", "discut", "evoqu", "rais", "call", "appel", "examin", "abord"].allSatisfy({
          !word.hasPrefix($0)
        }) {
          return false
        }
        return true
      }
      if draft.isMark(index, .stop) { return false }
      index -= 1
      steps += 1
    }
    return false
  }

  func isMain(_ statement: ActionFinder.Statement) -> Bool {
    switch statement.clause.opener {
    case .start, .coordination, .newSubject: true
    case .that, .relative, .subordinator: false
    }
  }

  /// Whether a cue counts where it stands.
  func counts(_ statement: ActionFinder.Statement, _ taken: Int) -> Bool {
    guard statement.event.head >= taken else { return false }
    guard statement.event.isFinite else { return true }
    switch statement.clause.opener {
    case .relative: return isReportingRelative(statement) || isMeetingRelative(statement)
    case .subordinator:
      let word = draft.spelling(statement.clause.boundary)
      return ["while", "whereas", "tandis", "afin"].contains(word)
    default: return true
    }
  }

  /// "au terme de laquelle les deux pays sont convenus", "par lequel ils entendent", "under which they will".
  func isReportingRelative(_ statement: ActionFinder.Statement) -> Bool {
    let relative = statement.clause.boundary
    guard relative > 1 else { return false }
    let nearby = (max(0, relative - 3)..<relative).map { draft.spelling($0) }
    return nearby.contains {
      ["terme", "termes", "issue", "vertu", "par", "under", "whereby", "following", "through"].contains($0)
    }
  }

  /// ", which is expected to convene annually", said of a meeting.
  func isMeetingRelative(_ statement: ActionFinder.Statement) -> Bool {
    let relative = statement.clause.boundary
    guard relative > 1, draft.isMark(relative - 1, .comma) || draft.isMark(relative, .comma),
      statement.event.strength <= .committed,
      statement.event.complement == .finite || statement.event.strength == .intended
    else { return false }
    // The meeting must be what the sentence is about: its first mention.
    var index = relative - 1
    while index > 0, index > relative - 12, !draft.isMark(index, .stop), !draft.tokens[index].shape.contains(.lineStart)
    { index -= 1 }
    guard relative - index <= 12 else { return false }
    let subject = index..<relative
    guard let first = subject.first(where: { draft.mentionAt[$0] >= 0 }), first <= index + 2,
      let mention = draft.mention(at: first)
    else { return false }
    return mention.kind == .jointWork || mention.kind == .group && subject.contains { draft.has($0, .meetingNoun) }
  }
}
