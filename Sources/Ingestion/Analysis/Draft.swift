import Communique
import Vocabulary

/// What is known of a communiqué while it is being read; each step of the analysis adds its part.
final class Draft {
  /// The whole text; valid while the analysis runs.
  let bytes: UnsafeBufferPointer<UInt8>
  let vocabulary: LanguageVocabulary
  /// What is known from elsewhere, which the text does not overrule.
  let known: SourceMetadata
  /// UTF-8 byte offsets of the metadata at the head of a Markdown file, which are no text.
  var frontMatter = 0..<0
  let lexicon: Lexicon
  var language: Language { vocabulary.language }

  /// All tokens of the text, made once by `keep`; a plain pointer, as every rule reads it in loops.
  private(set) var tokens = UnsafeBufferPointer<Token>(start: nil, count: 0)
  var lines: [Line] = []
  var paragraphs: [Paragraph] = []
  var sentences: [Sentence] = []
  /// Names of parties and phrases that stand for parties, by first token.
  var mentions: [Mention] = []
  /// For each token, the mention that starts there; -1 for none.
  var mentionAt: ContiguousArray<Int32> = []

  var title: String?
  var publisher: String?
  /// The party whose office or agency publishes the text: "the Minister" without a state is its minister.
  var home: Int16?
  var publishedOn: CalendarDate?
  var heldOn: CalendarDate?
  /// The parties of the meeting.
  var meeting: [Int16] = []
  /// Which paragraph the title is.
  var titleParagraph = 0
  /// The text itself says "two", "both", "bilateral".
  var isBilateral = false
  var isTreaty = false
  /// In a speech, the party whose representative says "I" and "we".
  var soleSpeaker: Int16?
  /// The paragraph being read.
  var currentParagraph = -1
  var isJoint = false

  var agreements: [Agreement] = []
  var setAside: [SetAside] = []

  init(
    bytes: UnsafeBufferPointer<UInt8>, vocabulary: LanguageVocabulary, known: SourceMetadata = SourceMetadata()
  ) {
    self.bytes = bytes
    self.vocabulary = vocabulary
    self.known = known
    lexicon = vocabulary.lexicon
  }

  deinit { tokens.deallocate() }

  /// Takes the tokens over.
  func keep(_ made: ContiguousArray<Token>) {
    let copy = UnsafeMutableBufferPointer<Token>.allocate(capacity: made.count)
    _ = copy.initialize(from: made)
    tokens.deallocate()
    tokens = UnsafeBufferPointer(copy)
  }
}

/// One line of the text, between line breaks.
struct Line {
  enum Kind {
    case empty, body, heading, listItem, furniture, date
  }

  /// UTF-8 byte offsets, without the line break.
  var range: Range<Int>
  var tokens: Range<Int>
  var kind: Kind
}

/// Lines that belong together.
struct Paragraph {
  enum Kind {
    case title, heading, listItem, body
  }

  var tokens: Range<Int>
  var kind: Kind
  /// For a list item, the first token after its marker.
  var contentStart: Int
}

/// A sentence of a paragraph.
struct Sentence {
  /// Its tokens, final mark included.
  var tokens: Range<Int>
  var paragraph: Int
}

extension Draft {
  /// Whether the title is a treaty's: "Accord culturel entre …", "Exchange of Notes …", or a bare numeral.
  var isTreatyTitled: Bool {
    guard paragraphs.indices.contains(titleParagraph) else { return false }
    let title = paragraphs[titleParagraph]
    if title.tokens.count <= 2 { return true }
    return title.tokens.prefix(3).filter { isWord($0) }.prefix(2).contains { Self.treatyNouns.contains(spelling($0)) }
  }

  private static let treatyNouns = WordSet.listed("text-treaty-nouns")

  @inline(__always) func traits(_ index: Int) -> Traits {
    let token = tokens[index]
    return token.kind == .word ? lexicon.traits[Int(token.word)] : []
  }

  @inline(__always) func has(_ index: Int, _ trait: Traits) -> Bool {
    let token = tokens[index]
    return token.kind == .word && !lexicon.traits[Int(token.word)].isDisjoint(with: trait)
  }

  @inline(__always) func isMark(_ index: Int, _ mark: Mark) -> Bool { tokens[index].isMark(mark) }

  func isWord(_ index: Int) -> Bool { tokens[index].kind == .word }

  /// The folded spelling of a word; empty for marks and numbers.
  @inline(__always) func spelling(_ index: Int) -> Spelling {
    tokens[index].kind == .word ? lexicon.spellings[Int(tokens[index].word)] : .none
  }

  /// The source's words in a byte range.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// The byte range of a range of tokens; empty at 0 for no tokens.
  func span(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(tokens[first].start)..<Int(tokens[last].end)
  }

  func party(_ number: Int16) -> Party { vocabulary.gazetteer.parties[Int(number)] }
}
