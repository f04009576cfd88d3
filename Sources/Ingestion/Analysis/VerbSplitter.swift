import Communique
import Vocabulary

/// Splits what hangs on a cue into actions: one for each coordinated verb with objects of its own.
///
/// Rules:
/// - "de promouvoir le commerce, de faciliter les visas et d'ouvrir un consulat": the repeated preposition splits;
///   "to V1 …, V2 … and V3 …": a bare verb splits.
/// - "renforcer et élargir la coopération": verbs side by side share their object and stay together.
/// - A purpose clause takes the verbs that follow it: "œuvrer de concert pour combattre A, relancer B et explorer C";
///   so does a verb of working together ("work together to combat A, to reinvigorate B").
struct VerbSplitter {
  enum Form {
    /// "to V", or V alone.
    case base
    case gerund
    /// After "de" or "d'".
    case de
    /// After "à".
    case a
    case pour
  }

  let draft: Draft
  let finder: EventFinder

  /// The action ranges in `range`, which starts with the first verb (clitics included).
  /// `takesTo` tells whether an explicit "to" is the cue's own ("agreed to V1 and to V2"), as against "will V1 …, to V2".
  func split(_ range: Range<Int>, form: Form, firstVerb: Int, takesTo: Bool = true) -> [Range<Int>] {
    var starts = [range.lowerBound]
    var verb = firstVerb
    var purpose = false
    var innerSame = false
    var position = firstVerb + 1
    while position < range.upperBound {
      if let (start, next) = coordinated(at: position, range, form), next > verb + 1,
        takesTo || draft.language == .french || !draft.has(start - 1, .to)
      {
        if continuesSharedObject(verb, position) {
          verb = next
        } else if !isAbsorbed(at: position, purpose, innerSame && starts.count == 1, form, firstVerb, start, next) {
          starts.append(start)
          purpose = false
          innerSame = false
          verb = next
        }
        position = next + 1
        continue
      }
      if opensPurpose(position, range, form, verb) { purpose = true }
      if hasInner(position, range, form) { innerSame = true }
      position += 1
    }
    return ranges(starts, range)
  }

  private func ranges(_ starts: [Int], _ range: Range<Int>) -> [Range<Int>] {
    starts.enumerated().map { number, start in
      var end = number + 1 < starts.count ? starts[number + 1] : range.upperBound
      if number + 1 < starts.count {
        // Back over the conjunction, comma and preposition before the next verb.
        while end > start + 1, isLink(end - 1) { end -= 1 }
      }
      return start..<end
    }
  }

  private func isLink(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    if token.kind == .mark { return token.mark == .comma || token.mark == .semicolon || token.mark == .openParenthesis }
    if token.kind == .number { return false }
    return draft.has(index, [.and, .to, .de]) && !draft.has(index, .that) || draft.has(index, .a)
      || draft.spelling(index) == "pour"
      || draft.spelling(index) == "afin"
      || ["also", "further", "egalement", "aussi", "enfin", "finally"].contains(draft.spelling(index))
  }

  /// Whether a coordinated verb begins with the link at `position`: where its action starts, and its verb.
  private func coordinated(at position: Int, _ range: Range<Int>, _ form: Form) -> (start: Int, verb: Int)? {
    guard isSeparator(position) else { return nil }
    var index = position + 1
    while index < range.upperBound, isSeparator(index) || isEnumerator(index) { index += 1 }
    while index < range.upperBound,
      ["also", "further", "egalement", "finally", "enfin", "ensuite", "then", "notamment", "lastly"].contains(
        draft.spelling(index))
    { index += 1 }
    guard index < range.upperBound, draft.isWord(index) else { return nil }
    return draft.language == .french ? french(index, range, form) : english(index, range, form)
  }

  private func isSeparator(_ index: Int) -> Bool {
    draft.isMark(index, .comma) || draft.isMark(index, .semicolon)
      || draft.has(index, .and) && draft.mentionAt[index] < 0
  }

  /// "(ii)", "b)".
  private func isEnumerator(_ index: Int) -> Bool {
    let token = draft.tokens[index]
    if token.isMark(.openParenthesis) || token.isMark(.closeParenthesis) { return true }
    return token.kind == .word && token.end - token.start <= 3 && index + 1 < draft.tokens.count
      && draft.isMark(index + 1, .closeParenthesis)
  }

  private func english(_ index: Int, _ range: Range<Int>, _ form: Form) -> (Int, Int)? {
    var verb = index
    let explicit = draft.has(index, .to)
    if explicit { verb += 1 }
    guard verb < range.upperBound else { return nil }
    let manner = verb
    while verb < range.upperBound, draft.has(verb, .adverb) || draft.spelling(verb).hasSuffix("ly"),
      !draft.has(verb, .infinitive)
    { verb += 1 }
    guard verb < range.upperBound, draft.isWord(verb) else { return nil }
    if form == .base, isEnumerator(index - 1), draft.has(verb, .gerund), !explicit { return (manner, verb) }
    if form == .gerund {
      guard draft.has(verb, .gerund), explicit || !isNounAfterAll(verb, range) else { return nil }
      return (manner, verb)
    }
    if explicit {
      // "negotiations, to be completed by June": what happens to a noun.
      if draft.spelling(verb) == "be" { return nil }
      return finder.verbStart(verb, range) == verb ? (manner, verb) : nil
    }
    guard draft.has(verb, .infinitive), draft.tokens[verb].shape.isDisjoint(with: [.capital, .joined]),
      !isNounAfterAll(verb, range)
    else { return nil }
    return (manner, verb)
  }

  /// Words that are nouns as often as verbs count as verbs only before an article, a possessive or a preposition of theirs.
  private func isNounAfterAll(_ verb: Int, _ range: Range<Int>) -> Bool {
    guard verb + 1 < range.upperBound, draft.isWord(verb + 1) else { return true }
    let next = draft.spelling(verb + 1)
    if next == "of" { return true }
    if draft.tokens[verb + 1].shape.contains(.joined) { return true }
    guard Self.alsoNouns.contains(draft.spelling(verb)) else {
      return ["for", "among"].contains(next) && draft.has(verb, .gerund) == false
    }
    if draft.has(verb + 1, .determiner) || draft.has(verb + 1, .to) { return false }
    return !["with", "together", "closely", "towards", "toward", "jointly", "on", "efforts", "greater", "further"]
      .contains(next)
  }

  private static let alsoNouns = WordSet.listed("verb-also-nouns")

  private func french(_ index: Int, _ range: Range<Int>, _ form: Form) -> (Int, Int)? {
    var start = index
    var found = Form.base
    if draft.has(index, .de), ["de", "d"].contains(draft.spelling(index)) {
      found = .de
      start += 1
    } else if draft.spelling(index) == "a", draft.tokens[index].shape.contains(.accented) {
      found = .a
      start += 1
    } else if draft.spelling(index) == "pour" {
      found = .pour
      start += 1
    }
    guard start < range.upperBound, let verb = finder.verbStart(start, range) else { return nil }
    // "à compter du", "à partir de", "à savoir".
    if found == .a, ["compter", "partir", "savoir", "commencer"].contains(draft.spelling(verb)) { return nil }
    if found == .base {
      guard form != .pour || true, !draft.has(verb, .determiner) else { return nil }
      return (start, verb)
    }
    return found == form ? (start, verb) : nil
  }

  /// "renforcer et élargir la coopération": nothing but adverbs between the verb and the link.
  private func continuesSharedObject(_ verb: Int, _ link: Int) -> Bool {
    var index = verb + 1
    while index < link,
      draft.has(index, .adverb) || draft.spelling(index).hasSuffix("ly")
        || draft.spelling(index).hasSuffix("ment") && draft.language == .french
    { index += 1 }
    return index == link
  }

  private func isAbsorbed(
    at link: Int, _ purpose: Bool, _ innerSame: Bool, _ form: Form, _ firstVerb: Int, _ start: Int, _ verb: Int
  ) -> Bool {
    let isExplicit =
      start > link + 1 && draft.isWord(start - 1)
      && (draft.has(start - 1, [.to, .de]) || draft.has(start - 1, .a) || draft.spelling(start - 1) == "pour")
    if draft.isMark(link, .semicolon) { return false }
    if draft.language == .english {
      guard purpose else { return false }
      return isExplicit ? draft.has(firstVerb, .cooperation) : true
    }
    if form == .base || !isExplicit { return purpose || innerSame }
    return innerSame && draft.has(link, .and)
  }

  /// English: a "to V" inside the action, other than right behind its verb ("work to finalise").
  private func opensPurpose(_ index: Int, _ range: Range<Int>, _ form: Form, _ verb: Int) -> Bool {
    guard draft.isWord(index), index + 1 < range.upperBound else { return false }
    if draft.has(index, .relative) || draft.has(index, .that), !draft.has(index, .and) { return true }
    if draft.language == .english {
      if ["by", "through", "including"].contains(draft.spelling(index)), draft.has(index + 1, .gerund) {
        return form == .gerund
      }
      let isAdjacent =
        index == verb + 1
        && !["cooperate", "collaborate", "cooperating", "collaborating", "coordinate", "partner"].contains(
          draft.spelling(verb))
      return draft.has(index, .to) && !isAdjacent && draft.has(index + 1, .infinitive)
    }
    guard
      ["pour", "afin", "visant", "propre", "propres", "destine", "destinee", "vue", "maniere", "permettant"].contains(
        draft.spelling(index))
    else { return false }
    return (index + 1..<min(index + 4, range.upperBound)).contains { draft.has($0, .infinitive) }
  }

  /// French: an infinitive inside the action after the cue's own preposition ("chargé d'examiner").
  private func hasInner(_ index: Int, _ range: Range<Int>, _ form: Form) -> Bool {
    guard draft.language == .french, form == .de || form == .a, index + 1 < range.upperBound else { return false }
    let word = draft.spelling(index)
    let isSame = form == .de ? word == "de" || word == "d" : word == "a"
    guard isSame, draft.isWord(index - 1), !isSeparator(index - 1) else { return false }
    return finder.startsVerb(index + 1, range)
  }
}
