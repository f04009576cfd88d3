import Communique
import TextAnalysis
import SQLiteStore

/// Finds in a text what a query's words matched, by whichever route.
///
/// FTS5's own marks only words as they stand in its table, and nothing that was met through a concept.
struct Highlighter {
  private var exact: Set<String> = []
  private var prefixes: [String] = []
  private var stems: [Language: Set<String>] = [:]
  /// Words side by side, as typed.
  private var phrases: [[String]] = []
  /// The same by their stems, in each language.
  private var stemPhrases: [Language: [[String]]] = [:]
  private var lexicon = Lexicon([])
  private let stemmers: Stemmers

  init(_ query: Query, _ compiler: QueryCompiler) throws(SQLiteError) {
    stemmers = compiler.stemmers
    var concepts: Set<String> = []
    try take(compiler.expression(query.withoutNegations, compiler.isExact ? .exact : .concept), &concepts)
    try take(compiler.expression(query.withoutNegations, compiler.isExact ? .exact : .stem), &concepts)
    try take(compiler.expression(query.withoutNegations, .exact), &concepts)
    lexicon = Lexicon(try Self.forms(of: concepts, compiler.connection))
  }

  private mutating func take(_ expression: MatchExpression, _ concepts: inout Set<String>) {
    switch expression {
    case .nothing, .everything, .not: break
    case .and(let parts), .or(let parts): for part in parts { take(part, &concepts) }
    case .words(let words, let column, let isPrefix):
      switch Route.allCases.first(where: { $0.column == column }) {
      case .raw where isPrefix && words.count == 1: prefixes.append(words[0])
      case .raw where words.count == 1: exact.insert(words[0])
      case .raw: phrases.append(words)
      case .english: take(stems: words, .english)
      case .french: take(stems: words, .french)
      case .concept: concepts.insert(words[0])
      case nil: break
      }
    }
  }

  private mutating func take(stems words: [String], _ language: Language) {
    if words.count == 1 {
      stems[language, default: []].insert(words[0])
    } else {
      stemPhrases[language, default: []].append(words)
    }
  }

  private static func forms(of concepts: Set<String>, _ connection: Connection) throws(SQLiteError) -> [ConceptForm] {
    var forms: [ConceptForm] = []
    for concept in concepts {
      forms += try connection.all("SELECT form, language FROM concept_form WHERE concept = ?", [.text(concept)]) {
        (row) in
        ConceptForm(
          stems: row.text(0).split(separator: " ").map(String.init),
          language: Language(rawValue: row.text(1)) ?? .english, concept: concept)
      }
    }
    return forms
  }
}

extension Highlighter {
  /// UTF-8 byte ranges in the text, ascending; neighbouring words of one match are one range.
  func highlights(in text: String, _ language: Language?) -> [Range<Int>] {
    let tokens = Tokenizer.tokens(text)
    let stems = tokens.map { stemmers.stem($0.stemmable, language ?? .english) }
    var spans = words(tokens, stems, language ?? .english)
    spans += runs(tokens.map(\.raw), phrases)
    spans += runs(stems, stemPhrases[language ?? .english] ?? [])
    let languages = language.map { [$0] } ?? Language.allCases
    for language in languages {
      let own =
        language == .english || !languages.contains(.english)
        ? stems : tokens.map { stemmers.stem($0.stemmable, language) }
      spans += lexicon.matches(in: tokens, stems: own, language).map(\.tokens)
    }
    return Self.joined(spans.map { tokens[$0.lowerBound].range.lowerBound..<tokens[$0.upperBound].range.upperBound })
  }

  private func words(_ tokens: [Token], _ stems: [String], _ language: Language) -> [ClosedRange<Int>] {
    tokens.indices.filter { index in
      exact.contains(tokens[index].raw) || self.stems[language]?.contains(stems[index]) == true
        || prefixes.contains { tokens[index].raw.hasPrefix($0) }
    }.map { $0...$0 }
  }

  /// Where the words of a list stand side by side.
  private func runs(_ words: [String], _ lists: [[String]]) -> [ClosedRange<Int>] {
    lists.flatMap { list in
      words.count < list.count
        ? []
        : (0...words.count - list.count)
          .filter { words[$0..<$0 + list.count].elementsEqual(list) }
          .map { $0...$0 + list.count - 1 }
    }
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

extension Query {
  /// Only what is to be found: nothing that is unwanted is marked.
  fileprivate var withoutNegations: Query {
    switch self {
    case .not: .everything
    case .and(let parts): .intersection(parts.map(\.withoutNegations))
    case .or(let parts): .any(parts.filter { if case .not = $0 { false } else { true } }.map(\.withoutNegations))
    default: self
    }
  }
}
