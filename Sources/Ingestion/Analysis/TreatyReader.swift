import Communique
import Vocabulary

/// Reads treaty text: articles, protocols, exchanges of notes.
///
/// Rules: each provision that obliges or entitles binds all contracting parties; its span is the whole sentence from its
/// subject. English tells it by "shall", "is obliged to", "is entitled to"; French by the present or future of any verb,
/// as treaties are written there ("Chaque Partie assume ses frais"). Definitions, purposes, permissions ("pourra",
/// "may"), reservations, duration and termination are left out.
struct TreatyReader {
  private let draft: Draft
  private let trimmer: TailTrimmer

  init(_ draft: Draft) {
    self.draft = draft
    trimmer = TailTrimmer(draft: draft)
  }

  /// A text is a treaty where two paragraphs begin with "Article N", or where "the Parties" or a Note are the law of
  /// its numbered points after "have agreed as follows".
  static func recognise(_ draft: Draft) {
    var articles = 0
    var numbered = 0
    for paragraph in draft.paragraphs {
      guard let first = paragraph.tokens.first, draft.isWord(first) || draft.tokens[first].kind == .number else {
        continue
      }
      if ["article", "articles"].contains(draft.spelling(first)), paragraph.tokens.count >= 2,
        paragraph.tokens.count < 12
      {
        articles += 1
      }
      if draft.tokens[first].kind == .number { numbered += 1 }
    }
    var marks = 0
    for (index, token) in draft.tokens.enumerated() where token.kind == .word {
      // Most words are shorter than "present"; folded they are no longer than in the text.
      guard token.range.count >= 7 else { continue }
      switch draft.spelling(index) {
      case "contracting", "contractantes", "contractante", "excellency", "excellence": marks += 1
      case "present"
      where draft.language == .french && index + 1 < draft.tokens.count
        && ["accord", "protocole", "traite", "memorandum", "convention", "note"].contains(draft.spelling(index + 1)):
        marks += 1
      default: break
      }
    }
    let isTitled = draft.isTreatyTitled && (draft.paragraphs[draft.titleParagraph].tokens.count > 2 || marks >= 3)
    draft.isTreaty =
      articles >= 2 || marks >= 3 && numbered >= 2 || isTitled && (articles >= 1 || numbered >= 3 || marks >= 2)
  }

  /// Makes agreements of the provisions in `sentence`; false where the sentence is none of a provision.
  func read(_ sentence: Sentence, header: inout Bool, add: (Range<Int>) -> Void) -> Bool {
    let paragraph = draft.paragraphs[sentence.paragraph]
    guard paragraph.kind != .heading, paragraph.kind != .title else { return false }
    let tokens = body(of: sentence.tokens)
    guard tokens.count >= 3 else { return false }
    if isItem(paragraph, sentence), header {
      for part in parts(of: tokens) { add(part) }
      return true
    }
    if isLeftOut(tokens) {
      header = false
      return true
    }
    let provides = isProvision(tokens)
    if let last = sentence.tokens.last, draft.isMark(last, .colon) {
      // "The authorities shall:", "Les Parties s'engagent à :": each item below is a provision.
      header = opensObligation(tokens)
      return true
    }
    header = header && isItem(paragraph, sentence)
    guard provides else { return false }
    add(tokens)
    return true
  }

  private func isItem(_ paragraph: Paragraph, _ sentence: Sentence) -> Bool {
    guard paragraph.kind == .listItem, sentence.tokens.lowerBound == paragraph.contentStart else { return false }
    let first = sentence.tokens.lowerBound
    if draft.has(first, [.infinitive, .to, .gerund])
      || draft.has(first, [.a, .de]) && first + 1 < sentence.tokens.upperBound
        && draft.has(first + 1, [.infinitive, .clitic])
    {
      return true
    }
    // "Les Parties : a) Informent …": a verb in the plural.
    return draft.language == .french && draft.spelling(first).hasSuffix("ent")
      && !draft.has(first, [.preposition, .determiner, .adverb]) && !startsWithSubject(sentence.tokens)
      && sentence.tokens.count > 4 && draft.has(first + 1, [.determiner, .adverb, .preposition])
      || draft.language == .french && draft.spelling(first + 1).hasSuffix("ment")
        && draft.spelling(first).hasSuffix("ent")
  }

  /// "a) à encourager X et à accorder Y": two provisions in one item.
  private func parts(of tokens: Range<Int>) -> [Range<Int>] {
    guard draft.language == .french, draft.has(tokens.lowerBound, .infinitive), tokens.lowerBound > 0,
      draft.has(tokens.lowerBound - 1, .a)
    else { return [tokens] }
    let splitter = VerbSplitter(draft: draft, finder: EventFinder(draft))
    return splitter.split(tokens, form: .a, firstVerb: tokens.lowerBound)
  }

  /// Items of a list go on a header; numbered provisions have their own subject.
  private func startsWithSubject(_ tokens: Range<Int>) -> Bool {
    guard let first = tokens.first else { return false }
    return draft.has(first, .determiner) || draft.mentionAt[first] >= 0
  }

  /// Without a leading "à", "de" or "to".
  private func body(of tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, tokens.count > 1, draft.has(first, [.a, .de, .to]),
      !draft.has(first, .determiner) || draft.has(first + 1, .infinitive)
    else { return tokens }
    return first + 1..<tokens.upperBound
  }

  private func opensObligation(_ tokens: Range<Int>) -> Bool {
    tokens.contains {
      ["shall", "undertake", "undertakes", "engagent", "engage", "conviennent", "obligent"].contains(draft.spelling($0))
        && draft.isWord($0)
    } || tokens.count <= 4
  }

  private func isProvision(_ tokens: Range<Int>) -> Bool {
    guard startsAsProvision(tokens), !isLeftOut(tokens) else { return false }
    return draft.language == .english ? obligesInEnglish(tokens) : obligesInFrench(tokens)
  }

  private func startsAsProvision(_ tokens: Range<Int>) -> Bool {
    let first = tokens.lowerBound
    return draft.tokens[first].shape.contains(.capital) || draft.paragraphs.contains { $0.contentStart == first }
  }

  private func obligesInEnglish(_ tokens: Range<Int>) -> Bool {
    for index in tokens where draft.isWord(index) {
      let word = draft.spelling(index)
      if word == "shall" || word == "undertakes" || word == "undertake" { return true }
      if ["obliged", "required", "entitled", "bound", "exempt"].contains(word), index > tokens.lowerBound,
        draft.has(index - 1, .be)
      {
        return true
      }
    }
    return false
  }

  /// A verb in the third person after a subject: any sentence of an article that has one.
  private func obligesInFrench(_ tokens: Range<Int>) -> Bool {
    let hasSubject =
      draft.has(tokens.lowerBound, [.determiner, .negation]) || draft.mentionAt[tokens.lowerBound] >= 0
      || ["chacune", "chacun", "elles", "ils", "elle", "il", "si"].contains(draft.spelling(tokens.lowerBound))
      || draft.has(tokens.lowerBound, .preposition)
    guard hasSubject, tokens.count >= 6 else { return false }
    return tokens.contains { index in
      guard draft.isWord(index), index > tokens.lowerBound else { return false }
      if draft.has(index, [.future, .be, .may, .clauseVerb]) { return true }
      let word = draft.spelling(index)
      return word.count > 4 && Self.presentEndings.matches(word)
        && draft.traits(index).isDisjoint(with: [.preposition, .determiner, .adverb])
    }
  }

  private static let presentEndings: WordEndings = ["ent", "it", "oit", "ait", "end", "et", "e", "asse"]

  /// Definitions, purposes, permissions, duration, denunciation, and the formulas around a treaty.
  private func isLeftOut(_ tokens: Range<Int>) -> Bool {
    for index in tokens.prefix(40) where draft.isWord(index) {
      let word = draft.spelling(index)
      if Self.leftOutWords.matches(word) { return true }
      if word == "may" || word == "pourra" || word == "pourront" || word == "peut", !isDenied(index) { return true }
      if word == "peuvent", !isDenied(index) { return true }
    }
    guard Self.leftOutFirstWords.contains(draft.spelling(tokens.lowerBound)) else { return false }
    let opening = tokens.prefix(4).map { draft.spelling($0).text }.joined(separator: " ")
    return Self.leftOutOpenings.contains { opening.hasPrefix($0) }
  }

  /// "ne peuvent être transmis", "may not".
  private func isDenied(_ index: Int) -> Bool {
    (max(0, index - 2)..<min(index + 3, draft.tokens.count)).contains {
      ["ne", "not", "n", "ni"].contains(draft.spelling($0)) && draft.isWord($0)
    }
  }

  private static let leftOutWords: WordBeginnings = [
    "denonc", "terminat", "denounc", "honneur", "honour", "agreer", "renouvel", "reconduc", "tacite", "amend",
    "suggerer", "soussign", "definit",
    "exempte", "reserv", "affects", "prejudic", "foi", "witness", "assurances", "purposes", "demeure", "remain",
    "denomm", "hereinafter", "atteinte", "affectent", "affecte", "prevau", "prevail", "objet", "plenipotent", "clause",
    "compliments", "register-general",
  ]
  private static let leftOutFirstWords = WordSet(leftOutOpenings.map { String($0.prefix { $0 != " " }) })
  private static let leftOutOpenings = [
    "nothing in", "for the purposes", "aux fins", "en foi", "in witness", "cet accord etablit",
    "this agreement establishes",
    "cette cooperation a", "fait a", "done at", "les membres de", "son excellence", "pour le gouvernement",
    "pour le royaume", "pour la republique", "for the government",
  ]
}
