import Communique
import Vocabulary

/// A noun phrase around an office: its words, the state and the name in it.
struct OfficePhrase {
  private(set) var names: [Int] = []
  private(set) var party: Int16?
  private(set) var office = ""
  private(set) var end: Int

  init(at position: Int, in sentence: Range<Int>, _ draft: Draft) {
    end = position + 1
    office = Self.office(at: position, sentence, draft)
    readBefore(position, sentence, draft)
    readAfter(position, sentence, draft)
    if names.isEmpty { readNameBeforeComma(position, sentence, draft) }
  }

  /// The words of an office that starts at `position`; empty where it is none or goes on from a word before.
  static func office(at position: Int, _ sentence: Range<Int>, _ draft: Draft) -> String {
    guard draft.has(position, .office), !draft.has(position, .groupNoun) else { return "" }
    var words: [String] = []
    if draft.language == .french, position > sentence.lowerBound, draft.has(position - 1, .determiner) {
      let article = draft.spelling(position - 1)
      if article == "la" || article == "le" { words.append(article.text) }
    }
    var index = position
    while index < sentence.upperBound, draft.has(index, .office) {
      words.append(draft.spelling(index).text)
      index += 1
    }
    return words.joined(separator: " ")
  }

  /// "Iraqi Prime Minister", "U.S. Special Envoy".
  private mutating func readBefore(_ position: Int, _ sentence: Range<Int>, _ draft: Draft) {
    var index = position - 1
    var steps = 0
    while index >= sentence.lowerBound, steps < 3, draft.isWord(index) {
      if let mention = draft.mention(at: index), case .name = mention.kind {
        // "of Iraq Prime Minister" is no phrase; "the Iraqi Prime Minister" is.
        let before = mention.tokens.lowerBound - 1
        if before < sentence.lowerBound || !draft.has(before, .preposition) || draft.has(before, .determiner) {
          party = mention.parties.first
        }
        return
      }
      // "Kenya's Cabinet Secretary".
      if draft.spelling(index) == "s", index > sentence.lowerBound, draft.tokens[index - 1].shape.contains(.elided) {
        index -= 1
        continue
      }
      guard draft.tokens[index].shape.contains(.capital), !draft.has(index, [.determiner, .preposition, .and]) else {
        return
      }
      index -= 1
      steps += 1
    }
  }

  /// "… of Iraq", "… chinois des Affaires étrangères, Gao Wenbin".
  private mutating func readAfter(_ position: Int, _ sentence: Range<Int>, _ draft: Draft) {
    var index = position
    var commas = 0
    var isInPortfolio = false
    let limit = min(sentence.upperBound, position + 26)
    while index < limit {
      let token = draft.tokens[index]
      if let mention = draft.mention(at: index), case .name = mention.kind {
        guard names.isEmpty || isOf(index - 1, sentence, draft) || mention.kind == .name(.demonym) && commas == 0 else {
          break
        }
        if commas > 0 && !names.isEmpty { break }
        if party == nil { party = mention.parties.first }
        index = mention.tokens.upperBound
        end = index
        continue
      }
      if token.kind == .mark {
        if token.mark == .stop, draft.has(index - 1, .honorific) {
          index += 1
          continue
        }
        guard token.mark == .comma, commas == 0, index + 1 < limit, opensName(index + 1, draft) else { break }
        // "Secretary for Diaspora Affairs, Dr Peter Karanja": what came before the comma was the portfolio.
        guard names.isEmpty || isInPortfolio && draft.has(index + 1, .honorific) else { break }
        names = []
        commas += 1
        index += 1
        continue
      }
      let traits = draft.traits(index)
      if !traits.isDisjoint(with: [
        .have, .be, .will, .future, .conditional, .relative, .that, .pluralPronoun, .singularPronoun,
      ]),
        !token.shape.contains(.accented)
      {
        break
      }
      if traits.contains(.clauseVerb), !token.shape.contains(.capital) { break }
      if traits.contains(.preposition), !isOf(index, sentence, draft),
        !names.isEmpty || !Self.officePrepositions.contains(draft.spelling(index))
      {
        break
      }
      if traits.contains(.and), !names.isEmpty { break }
      if traits.contains(.preposition) { isInPortfolio = true }
      if isNamePart(index, sentence, draft) { names.append(index) }
      index += 1
      end = index
    }
    trimNames(draft)
  }

  private func isOf(_ index: Int, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    guard index >= sentence.lowerBound, draft.isWord(index) else { return false }
    if draft.language == .french {
      return draft.has(index, .de)
        || draft.has(index, .determiner) && index > sentence.lowerBound && draft.has(index - 1, .de)
    }
    let word = draft.spelling(index)
    return word == "of" || word == "the" && index > sentence.lowerBound && draft.spelling(index - 1) == "of"
  }

  /// After a comma: an honorific or a capital that is no function word.
  private func opensName(_ index: Int, _ draft: Draft) -> Bool {
    guard draft.isWord(index) else { return false }
    if draft.has(index, .honorific) { return true }
    if draft.has(index, .determiner), index + 1 < draft.tokens.count { return draft.has(index + 1, .honorific) }
    return draft.tokens[index].shape.contains(.capital) && draft.traits(index).isDisjoint(with: [.determiner, .office])
  }

  private func isNamePart(_ index: Int, _ sentence: Range<Int>, _ draft: Draft) -> Bool {
    let token = draft.tokens[index]
    guard token.kind == .word, token.shape.contains(.capital), draft.mentionAt[index] < 0, token.end - token.start > 1
    else {
      return false
    }
    let traits = draft.traits(index)
    return traits.isDisjoint(
      with: [
        .office, .honorific, .government, .determiner, .preposition, .and, .month, .weekday, .instrumentNoun,
        .meetingNoun,
        .we, .i, .pluralPronoun, .singularPronoun, .thingPronoun, .that, .relative, .adverb, .be, .have, .to, .negation,
        .groupCount, .groupNoun, .subordinator, .cueNoun,
      ])
      && !Self.portfolio.contains(draft.spelling(index))
  }

  /// Keeps the last run of name parts: what comes before are words of the office ("Foreign Affairs Marta Ramírez").
  private mutating func trimNames(_ draft: Draft) {
    guard let last = names.last else { return }
    var run = [last]
    for index in names.dropLast().reversed() {
      guard index >= run[run.count - 1] - 2 else { break }
      run.append(index)
    }
    names = run.reversed().suffix(4).map { $0 }
  }

  /// "Wang Yi, conseiller d'État et ministre …".
  private mutating func readNameBeforeComma(_ position: Int, _ sentence: Range<Int>, _ draft: Draft) {
    var comma = position - 1
    // "Wang Yi, Chinese State Councilor", "X, le ministre".
    while comma >= sentence.lowerBound, draft.isWord(comma), position - comma < 4 { comma -= 1 }
    guard comma > sentence.lowerBound, draft.isMark(comma, .comma) else { return }
    var index = comma - 1
    var found: [Int] = []
    while index >= sentence.lowerBound, found.count < 4, isNamePart(index, sentence, draft) {
      found.append(index)
      index -= 1
    }
    names = found.reversed()
  }

  /// "Minister for", "ambassadeur auprès de", "secrétaire d'État à l'Infrastructure", "envoyé spécial pour".
  private static let officePrepositions = WordSet.listed("office-office-prepositions")

  /// Words of portfolios that carry a capital.
  private static let portfolio = WordSet.listed("office-portfolio")
}
