import Communique
import Vocabulary

/// Finds the parties of the meeting, for which "the two sides" and "we" stand.
///
/// Rules: what counts is being named in the title, holding an office in the lead, standing in "between X and Y", and
/// being named often; a place ("in Bali, Indonesia", "à Genève") does not count. How many they are is told by the text
/// itself ("the two leaders", "les quatre parties"), else by the list that opens it.
struct MeetingFinder {
  private let draft: Draft
  /// By party number; those of `order` have one.
  private var scores: [Double]
  private var order: [Int16] = []
  private let introductions: [PersonFinder.Introduction]
  /// How often the text says "two", "both" or "bilateral" of its parties.
  private var pairCount = 0

  init(_ draft: Draft, introductions: [PersonFinder.Introduction]) {
    self.draft = draft
    self.introductions = introductions
    scores = Array(repeating: 0, count: draft.vocabulary.gazetteer.parties.count)
  }

  /// How many sentences the lead has: the title and the first paragraph of substance.
  private var lead: Range<Int> {
    var body = 0
    for (index, sentence) in draft.sentences.enumerated() where sentence.tokens.count > 12 {
      body += 1
      if body == 3 { return 0..<index + 1 }
    }
    return 0..<draft.sentences.count
  }

  mutating func find() {
    scoreMentions()
    scoreIntroductions()
    let count = statedCount()
    draft.isBilateral = count == 2
    if let body = speakingBody(count) {
      draft.meeting = [body]
      return
    }
    if count != 2, let list = openingList(), list.count >= 3 {
      draft.meeting = list
      return
    }
    let ranked = order.sorted { (scores[Int($0)], -place($0)) > (scores[Int($1)], -place($1)) }
    let wanted = count ?? 2
    var chosen: [Int16] = []
    for party in ranked where chosen.count < wanted && scores[Int(party)] >= (count == nil && !chosen.isEmpty ? 4 : 1.5)
    {
      chosen.append(party)
    }
    if chosen.count == 1, let home = draft.home, !chosen.contains(home) { chosen.append(home) }
    if chosen.isEmpty, let home = draft.home { chosen = [home] }
    draft.meeting = order.filter(chosen.contains) + chosen.filter { !order.contains($0) }
  }

  /// A multilateral body that speaks as one: the only party that the title or letterhead names, with nothing said of
  /// two sides. A forum whose members are listed is its members.
  private func speakingBody(_ count: Int?) -> Int16? {
    guard count != 2 || pairCount < 3 else { return nil }
    let gazetteer = draft.vocabulary.gazetteer
    var named: [Int16] = []
    for paragraph in draft.paragraphs.prefix(3) where paragraph.tokens.count <= 40 {
      for mention in draft.mentions where paragraph.tokens.contains(mention.tokens.lowerBound) {
        guard case .name(let kind) = mention.kind, kind == .name || kind == .demonym, !isPlace(mention) else {
          continue
        }
        for party in mention.parties where !named.contains(party) { named.append(party) }
      }
    }
    let bodies = named.filter { Int($0) >= gazetteer.stateCount }
    guard let body = bodies.first,
      named.count == 1
        || named.count == bodies.count && bodies.count <= 2 && draft.title.map({ $0.utf8.count > 0 }) == true
          && named.count == 1
    else { return nil }
    if gazetteer.forums.contains(body), let list = openingList(), list.count >= 3 { return nil }
    return body
  }

  private func place(_ party: Int16) -> Int { order.firstIndex(of: party) ?? order.count }

  private mutating func add(_ score: Double, to party: Int16) {
    if scores[Int(party)] == 0 { order.append(party) }
    scores[Int(party)] += score
  }

  private mutating func scoreMentions() {
    var named = [Int](repeating: 0, count: scores.count)
    let gazetteer = draft.vocabulary.gazetteer
    let leadEnd = lead.upperBound > 0 ? draft.sentences[lead.upperBound - 1].tokens.upperBound : 0
    let titleEnd =
      draft.paragraphs.indices.contains(draft.titleParagraph)
      ? draft.paragraphs[draft.titleParagraph].tokens.upperBound : 0
    var titled: Set<Int16> = []
    for (index, mention) in draft.mentions.enumerated() {
      guard case .name(let kind) = mention.kind, let party = mention.parties.first, !isPlace(mention) else { continue }
      let isState = Int(party) < gazetteer.stateCount
      let count = named[Int(party)]
      named[Int(party)] = count + 1
      if mention.tokens.lowerBound < titleEnd, titled.insert(party).inserted { add(isState ? 5 : 2.5, to: party) }
      if mention.tokens.lowerBound < leadEnd, count < 3 { add(kind == .capital ? 0.5 : 1, to: party) }
      if count < 8 { add(isState ? 0.5 : 0.25, to: party) }
      if let other = pairedParty(after: index), other != party {
        let weight = mention.tokens.lowerBound < leadEnd ? 3.0 : 1.0
        add(weight, to: party)
        add(weight, to: other)
      }
    }
  }

  /// "between X and Y", "X-Y", "entre X et Y": the other party of a pair.
  private func pairedParty(after index: Int) -> Int16? {
    guard index + 1 < draft.mentions.count else { return nil }
    let first = draft.mentions[index].tokens
    let next = draft.mentions[index + 1]
    guard case .name = next.kind, let other = next.parties.first else { return nil }
    let between = first.upperBound..<next.tokens.lowerBound
    guard between.count <= 4 else { return nil }
    if between.isEmpty { return draft.tokens[next.tokens.lowerBound].shape.contains(.joined) ? other : nil }
    let isLinked = between.contains { draft.has($0, .and) || draft.isMark($0, .dash) || draft.isMark($0, .slash) }
    let isPlain = between.allSatisfy {
      draft.has($0, [.and, .determiner, .de, .government])
        || draft.tokens[$0].kind == .mark && !draft.isMark($0, .comma) || draft.spelling($0) == "of"
    }
    return isLinked && isPlain ? other : nil
  }

  /// "in Bali, Indonesia", "à Ljubljana, en Slovénie", "Manama (Bahreïn)", "in Beijing".
  private func isPlace(_ mention: Mention) -> Bool { draft.isPlace(mention) }

  private mutating func scoreIntroductions() {
    var seen: Set<Int16> = []
    for introduction in introductions where lead.contains(introduction.sentence) {
      if let party = introduction.party, seen.insert(party).inserted { add(4, to: party) }
    }
  }

  /// "two" and "both" say 2, "trois" 3 …: the commonest of the text.
  private mutating func statedCount() -> Int? {
    var counts: [Int: Int] = [:]
    for mention in draft.mentions where mention.kind == .group {
      for index in mention.tokens where draft.isWord(index) {
        if let number = Self.numbers[draft.spelling(index)] { counts[number, default: 0] += 1 }
      }
    }
    for sentence in draft.sentences.prefix(6) {
      for index in sentence.tokens where draft.isWord(index) {
        let word = draft.spelling(index)
        guard Self.numberAdjectives.matches(word) else { continue }
        if word.hasPrefix("bilateral") { counts[2, default: 0] += 1 }
        if word.hasPrefix("trilateral") || word == "tripartite" { counts[3, default: 0] += 2 }
        if word.hasPrefix("quadrilateral") || word == "quad" { counts[4, default: 0] += 2 }
      }
    }
    pairCount = counts[2] ?? 0
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  private static let numberAdjectives: WordBeginnings = ["bilateral", "trilateral", "tripartite", "quad"]

  private static let numbers: WordMap<Int> = [
    "both": 2, "two": 2, "deux": 2, "three": 3, "trois": 3, "four": 4, "quatre": 4, "five": 5, "cinq": 5, "six": 6,
    "seven": 7, "sept": 7,
  ]

  /// Three or more parties named or represented side by side in the title or the lead.
  private func openingList() -> [Int16]? {
    var best: [Int16] = []
    for sentence in draft.sentences[lead] {
      let list = longestList(in: sentence.tokens)
      if list.count > best.count { best = list }
    }
    let states = best.filter { Int($0) < draft.vocabulary.gazetteer.stateCount }
    if best.count >= 3, states.count == best.count { return best }
    for index in lead {
      var parties: [Int16] = []
      for introduction in introductions where introduction.sentence == index {
        if let party = introduction.party, !parties.contains(party), Int(party) < draft.vocabulary.gazetteer.stateCount
        {
          parties.append(party)
        }
      }
      if parties.count >= 3 { return parties }
    }
    return best.count >= 3 ? best : nil
  }

  private func longestList(in tokens: Range<Int>) -> [Int16] {
    var best: [Int16] = []
    var current: [Int16] = []
    var end = -1
    for mention in draft.mentions where tokens.contains(mention.tokens.lowerBound) {
      guard case .name(let kind) = mention.kind, kind == .name, let party = mention.parties.first else { continue }
      let between = end < 0 ? 0..<0 : end..<mention.tokens.lowerBound
      let isLinked =
        end >= 0 && between.count <= 4
        && between.allSatisfy {
          draft.isMark($0, .comma) || draft.has($0, [.and, .determiner, .de]) || draft.spelling($0) == "of"
        }
      if isLinked { if !current.contains(party) { current.append(party) } } else { current = [party] }
      end = mention.tokens.upperBound
      if current.count > best.count { best = current }
    }
    return best
  }
}

extension Draft {
  /// Whether a name only tells where: "in Bali, Indonesia", "à Ljubljana, en Slovénie", "Manama (Bahreïn)".
  func isPlace(_ mention: Mention) -> Bool {
    guard case .name(let kind) = mention.kind else { return false }
    let first = mention.tokens.lowerBound
    guard first > 0 else { return false }
    var before = first - 1
    if isMark(before, .openParenthesis), before > 0, isWord(before - 1), tokens[before - 1].shape.contains(.capital) {
      return mention.tokens.upperBound < tokens.count && isMark(mention.tokens.upperBound, .closeParenthesis)
        && kind == .name
        && !tokens[first].shape.contains(.allCapitals)
    }
    if isWord(before), Self.locative.contains(spelling(before)), before > 0 { before -= 1 }
    if before < first - 1 {
      if kind == .capital { return true }
      if isMark(before, .comma), before > 0, isWord(before - 1), tokens[before - 1].shape.contains(.capital) {
        return true
      }
      return false
    }
    // "Praia, Cabo Verde".
    if isMark(before, .comma), before > 0, let city = self.mention(at: before - 1), city.kind == .name(.capital),
      city.parties == mention.parties
    {
      return true
    }
    if isMark(before, .comma), before > 1, isWord(before - 1), tokens[before - 1].shape.contains(.capital),
      kind == .name,
      mentionAt.isEmpty || mentionAt[before - 1] < 0
    {
      var index = before - 2
      while index >= 0, isWord(index), tokens[index].shape.contains(.capital) { index -= 1 }
      return index >= 0 && isWord(index) && Self.locative.contains(spelling(index))
    }
    return false
  }

  private static let locative = WordSet.listed("place-locative")
}
