import Communique
import Vocabulary

/// Where the clause of a finite verb begins, and what opens it.
struct Clause {
  enum Opener {
    /// The sentence begins here.
    case start
    /// A conjunction or comma, without a subject of its own: "…, agreed to", "et ont décidé".
    case coordination
    /// A conjunction or comma and a subject of its own.
    case newSubject
    /// "that", "que".
    case that
    /// "which", "qui": the verb belongs to a noun.
    case relative
    /// "while", "as", "if".
    case subordinator
  }

  var opener: Opener
  /// The token that opens the clause (conjunction, comma, "that"); the sentence's first for `start`.
  var boundary: Int
  /// The words before the verb: the subject, where there is one.
  var subject: Range<Int>
}

/// Finds the clause of a finite verb by going back from it.
struct ClauseFinder {
  let draft: Draft

  func clause(of event: Event, in sentence: Range<Int>) -> Clause {
    var index = event.first - 1
    var contentStart = event.first
    var hasContent = false
    while index >= sentence.lowerBound {
      if let opener = opener(at: index, before: contentStart, hasContent, sentence, event) {
        return clause(opener, at: index, subject: index + 1..<event.first, sentence, event)
      }
      if draft.mentionAt[index] >= 0
        || draft.isWord(index) && draft.traits(index).isDisjoint(with: [.adverb]) && !isEnumerator(index)
      {
        hasContent = true
      }
      contentStart = index
      index -= 1
    }
    return Clause(opener: .start, boundary: sentence.lowerBound, subject: sentence.lowerBound..<event.first)
  }

  /// "ii)": a number between two clauses.
  private func isEnumerator(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    return token.end - token.start <= 3 && index + 1 < draft.tokens.count && draft.isMark(index + 1, .closeParenthesis)
  }

  private func opener(
    at index: Int, before next: Int, _ hasContent: Bool, _ sentence: Range<Int>, _ event: Event
  ) -> Clause.Opener? {
    let token = draft.tokens[index]
    switch token.mark {
    case .comma: return hasContent ? .newSubject : .coordination
    case .semicolon, .colon, .dash, .openQuote: return hasContent || next == event.first ? .newSubject : nil
    default: break
    }
    guard token.kind == .word, draft.mentionAt[index] < 0 || !draft.has(index, .and) else { return nil }
    let traits = draft.traits(index)
    if traits.contains(.and), !isInsideName(index) { return hasContent ? .newSubject : .coordination }
    if traits.contains(.that), isThat(index, next, sentence) {
      return isRelativeThat(index, sentence) && !hasContent
        ? .relative : isRelativeThat(index, sentence) ? .relative : .that
    }
    if traits.contains(.relative) { return .relative }
    if traits.contains(.subordinator), !isPreposition(index) { return .subordinator }
    return nil
  }

  private func clause(
    _ opener: Clause.Opener, at index: Int, subject: Range<Int>, _ sentence: Range<Int>, _ event: Event
  ) -> Clause {
    var opener = opener
    var boundary = index
    var subject = subject
    // "Bahrain, Egypt and Israel will …": the conjunction is inside the subject.
    if opener == .newSubject {
      while boundary > sentence.lowerBound, isListLink(boundary),
        draft.mentionAt[boundary - 1] >= 0 || isListLink(boundary - 1),
        startsWithName(subject)
      {
        let (start, found) = listItemStart(before: boundary, sentence)
        guard found else { break }
        subject = start..<event.first
        if start == sentence.lowerBound { return Clause(opener: .start, boundary: start, subject: subject) }
        boundary = start - 1
        guard draft.tokens[boundary].isMark(.comma) || draft.has(boundary, .and) else {
          return reopened(at: boundary, subject, sentence)
        }
      }
    }
    if boundary > sentence.lowerBound, draft.has(boundary, .and),
      draft.isMark(boundary - 1, .comma) || draft.isMark(boundary - 1, .semicolon)
    {
      boundary -= 1
    }
    if opener == .newSubject, boundary == sentence.lowerBound { opener = .start }
    return Clause(opener: opener, boundary: boundary, subject: subject)
  }

  /// What stands before a list of names: "that China, Japan and Korea will".
  private func reopened(at index: Int, _ subject: Range<Int>, _ sentence: Range<Int>) -> Clause {
    if draft.has(index, .that) {
      return Clause(opener: isRelativeThat(index, sentence) ? .relative : .that, boundary: index, subject: subject)
    }
    if draft.has(index, .relative) { return Clause(opener: .relative, boundary: index, subject: subject) }
    if draft.has(index, .subordinator) { return Clause(opener: .subordinator, boundary: index, subject: subject) }
    var start = index
    while start > sentence.lowerBound, draft.isWord(start) || draft.tokens[start].kind == .number { start -= 1 }
    return Clause(
      opener: start == sentence.lowerBound ? .start : .newSubject, boundary: start,
      subject: subject.lowerBound..<subject.upperBound)
  }

  private func isListLink(_ index: Int) -> Bool { draft.isMark(index, .comma) || draft.has(index, .and) }

  private func startsWithName(_ range: Range<Int>) -> Bool {
    var index = range.lowerBound
    while index < range.upperBound, index < range.lowerBound + 4 {
      if let mention = draft.mention(at: index) {
        if case .name = mention.kind { return true }
        return mention.kind == .person
      }
      guard draft.has(index, [.determiner, .preposition, .government, .office, .honorific]) else { return false }
      index += 1
    }
    return false
  }

  /// The start of the list item that ends before a link, when it is a name.
  private func listItemStart(before boundary: Int, _ sentence: Range<Int>) -> (Int, Bool) {
    var index = boundary - 1
    while index >= sentence.lowerBound, isListLink(index) { index -= 1 }
    guard index >= sentence.lowerBound, draft.mentionAt[index] >= 0, let mention = draft.mention(at: index) else {
      return (boundary, false)
    }
    var start = mention.tokens.lowerBound
    while start > sentence.lowerBound,
      draft.has(start - 1, [.determiner, .government]) || draft.spelling(start - 1) == "of"
    { start -= 1 }
    return (start, true)
  }

  /// "que" as "than", "ne … que" and the like are no conjunctions; "that" as a pronoun neither.
  private func isThat(_ index: Int, _ next: Int, _ sentence: Range<Int>) -> Bool {
    guard index > sentence.lowerBound else { return false }
    let before = draft.spelling(index - 1)
    return ![
      "plus", "moins", "aussi", "tant", "tandis", "alors", "so", "ainsi", "tel", "telle", "tels", "telles", "including",
    ].contains(before)
  }

  /// "actions that will transform": after a noun; "said that", "agreed that": after a verb.
  private func isRelativeThat(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard index > sentence.lowerBound else { return false }
    var before = index - 1
    // "have agreed, on this occasion, that"
    if draft.isMark(before, .comma) || draft.has(before, .and) { return false }
    while before > sentence.lowerBound, draft.has(before, .adverb) { before -= 1 }
    if draft.has(before, [.clauseVerb, .reporting, .past, .gerund, .be]) { return false }
    // "informed Vice President Osinbajo that", "a fait savoir au Ministre que".
    if draft.mentionAt[before] >= 0 { return false }
    if draft.language == .french {
      return !["fait", "espoir", "savoir", "ce", "avis", "idee", "condition"].contains(draft.spelling(before))
        && !hasReportingVerb(before, sentence)
    }
    return ![
      "agreement", "understanding", "view", "hope", "commitment", "fact", "condition", "assurance", "confidence",
      "desire",
    ].contains(draft.spelling(before))
      && !hasReportingVerb(before, sentence)
  }

  private func hasReportingVerb(_ index: Int, _ sentence: Range<Int>) -> Bool {
    var before = index
    var steps = 0
    while before >= sentence.lowerBound, steps < 4 {
      if draft.has(before, .reporting) { return true }
      if draft.tokens[before].kind == .mark { return false }
      before -= 1
      steps += 1
    }
    return false
  }

  private func isInsideName(_ index: Int) -> Bool { draft.mentionAt[index] >= 0 }

  /// "as a partner", "as well as", "since 1992": no clause.
  private func isPreposition(_ index: Int) -> Bool {
    let word = draft.spelling(index)
    if word == "as" || word == "comme" || word == "since" || word == "afin" { return true }
    if word == "si" || word == "car" { return false }
    return false
  }
}
