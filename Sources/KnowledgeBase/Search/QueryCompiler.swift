import Communique
import TextAnalysis
import SQLiteStore

/// Turns a query into questions to the index, with the help of the store's own tables.
final class QueryCompiler {
  let connection: Connection
  let isExact: Bool
  let shown: Shown
  private let expander: WordExpander
  private let publishers: PublisherNames
  private let dates: DateTokens
  let stemmers: Stemmers
  /// Runs found so far, by their words: each closeness asks for the same.
  private var runs: [[String]: WordRun] = [:]

  init(_ connection: Connection, _ stemmers: Stemmers, isExact: Bool, _ versions: Versions) throws(SQLiteError) {
    self.connection = connection
    shown = try Shown(versions, connection)
    self.stemmers = stemmers
    self.isExact = isExact
    expander = WordExpander(connection, stemmers)
    publishers = PublisherNames(connection)
    dates = DateTokens(connection)
  }

  /// All that matches, each word as close as asked or closer.
  func expression(_ query: Query, _ closeness: Closeness) throws(SQLiteError) -> MatchExpression {
    switch query {
    case .everything: .everything
    case .word(let text): try word(text, closeness)
    case .prefix(let text): Self.prefix(text)
    case .phrase(let text): try phrase(text, closeness)
    case .filter(let filter): try expression(filter, closeness)
    // What is not wanted is not wanted in any of its forms, however close the rest must be.
    case .not(let inner): .negation(try expression(inner, isExact ? .exact : .concept))
    case .and(let parts): try conjunction(parts, closeness)
    case .or(let parts): .any(try expressions(parts, closeness))
    }
  }

  /// The words of a conjunction, or of a query that is one word.
  func run(of query: Query) throws(SQLiteError) -> WordRun? {
    let parts: [Query] = if case .and(let parts) = query { parts } else { [query] }
    let words = parts.compactMap { if case .word(let text) = $0 { text } else { nil } }
    return words.isEmpty ? nil : try run(words)
  }

  func run(_ words: [String]) throws(SQLiteError) -> WordRun {
    if let known = runs[words] { return known }
    let run = try WordRun(words, expander)
    runs[words] = run
    return run
  }

  private func expressions(_ parts: [Query], _ closeness: Closeness) throws(SQLiteError) -> [MatchExpression] {
    var expressions: [MatchExpression] = []
    for part in parts { expressions.append(try expression(part, closeness)) }
    return expressions
  }

  /// A word without a letter or digit is found nowhere.
  private func word(_ text: String, _ closeness: Closeness) throws(SQLiteError) -> MatchExpression {
    let run = try run([text])
    return run.units.isEmpty ? .nothing : run.expression(closeness, isExact: isExact)
  }

  private func conjunction(_ parts: [Query], _ closeness: Closeness) throws(SQLiteError) -> MatchExpression {
    let others = parts.filter { if case .word = $0 { false } else { true } }
    var expressions = try expressions(others, closeness)
    if let run = try run(of: .and(parts)) {
      // Signs alone are no condition, unless nothing else is asked.
      if run.units.isEmpty { return others.isEmpty ? .nothing : .all(expressions) }
      expressions.insert(run.expression(closeness, isExact: isExact), at: 0)
    }
    return .all(expressions)
  }
}

extension QueryCompiler {
  private static func prefix(_ text: String) -> MatchExpression {
    let words = Tokenizer.tokens(text).map(\.raw)
    return words.isEmpty ? .nothing : .words(words, column: Route.raw.column, isPrefix: true)
  }

  /// Words side by side: as typed, in other forms, or the concept that they are together. A single word in
  /// quotes is meant as it stands.
  private func phrase(_ text: String, _ closeness: Closeness) throws(SQLiteError) -> MatchExpression {
    let tokens = Tokenizer.tokens(text)
    guard !tokens.isEmpty else { return .nothing }
    let exact = MatchExpression.phrase(tokens.map(\.raw), in: Route.raw.column)
    guard tokens.count > 1, closeness > .exact else { return exact }
    var parts: [MatchExpression] = []
    for token in tokens where parts.isEmpty {
      // Words of one stem are found as typed by it; the others must be asked for.
      if try !expander.forms(of: token).hasOneStem { parts.append(exact) }
    }
    for (language, route) in [(Language.english, Route.english), (.french, .french)] {
      let stems = tokens.map { stemmers.stem($0.stemmable, language) }
      parts.append(.phrase(stems, in: route.column))
    }
    if closeness == .concept {
      let run = try run(tokens.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) })
      let meaningful = run.required(isExact: false)
      for segment in run.ofSeveral
      where segment.units.lowerBound <= meaningful[0] && segment.units.upperBound >= meaningful[meaningful.count - 1] {
        parts += segment.concepts.map(MatchExpression.concept)
      }
    }
    return .any(parts)
  }

  /// A span of days, open ends included.
  func days(_ first: CalendarDate?, _ last: CalendarDate?) throws(SQLiteError) -> MatchExpression {
    try dates.expression(first: first, last: last)
  }

  private func expression(_ filter: Filter, _ closeness: Closeness) throws(SQLiteError) -> MatchExpression {
    switch filter {
    case .country(let party): .meta(MetaToken.party(party))
    case .domain(let domain): .meta(MetaToken.domain(domain))
    case .date(let range): try dates.expression(first: range.first, last: range.last)
    case .since(let date): try dates.expression(first: date, last: nil)
    case .until(let date): try dates.expression(first: nil, last: date)
    case .language(let language): .meta(MetaToken.language(language))
    case .strength(let range):
      .any(Strength.allCases.filter(range.contains).map { .meta(MetaToken.strength($0)) })
    case .kind(let kind): .meta(MetaToken.kind(kind))
    case .title(let text): title(text)
    case .publisher(let name):
      .any(try publishers.labels(named: name).map { .meta(MetaToken.publisher(label: $0)) })
    case .parties(let parties): .meta(MetaToken.exactly(parties))
    case .by(let party): .meta(MetaToken.exactly([party]))
    case .id(let id): try agreement(id)
    case .document(let id): .meta(MetaToken.document(id))
    }
  }

  private func title(_ text: String) -> MatchExpression {
    let tokens = Tokenizer.tokens(text)
    guard !tokens.isEmpty else { return .nothing }
    var spellings = [tokens.map(\.raw)]
    if !isExact {
      for language in Language.allCases { spellings.append(tokens.map { stemmers.stem($0.stemmable, language) }) }
    }
    return .any(spellings.map { .phrase($0, in: "title") })
  }

  /// An agreement by where it stands: the index has no word for each.
  private func agreement(_ id: Int64) throws(SQLiteError) -> MatchExpression {
    let place = try connection.first("SELECT document, position FROM agreement WHERE id = ?", [.integer(id)]) { (row) in
      (row.integer(0), row.int(1))
    }
    guard let (document, position) = place else { return .nothing }
    return .all([.meta(MetaToken.document(document)), .meta(MetaToken.position(position))])
  }
}
