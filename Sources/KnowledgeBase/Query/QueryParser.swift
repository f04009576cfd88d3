import Communique

extension Query {
  /// Reads a question; docs/query-language.md has its grammar.
  ///
  /// - Parameter today: what `last year` and the like count from; null for the day of the system's clock.
  /// - Throws: `QueryError`, with the place in `text`.
  public static func parse(_ text: String, today: CalendarDate? = nil) throws(QueryError) -> Query {
    var parser = QueryParser(
      places: try QueryScanner.places(in: text), length: text.utf8.count, values: FieldValues(today: today))
    return try parser.whole()
  }

  /// A filter by a field's name and its value as typed, for the command line's flags.
  ///
  /// - Parameter value: one value, or several separated by commas. It needs no quotes.
  /// - Throws: `QueryError`, with the place in `value`.
  public static func field(named name: String, value: String, today: CalendarDate? = nil) throws(QueryError) -> Query {
    guard let field = Field(named: name) else {
      throw QueryError(
        .unknownField(name), at: 0..<0, suggestions: Field.suggestions(for: name),
        allowed: Field.allCases.map(\.rawValue))
    }
    return try FieldValues(today: today).query(field, list: value)
  }

  /// The deepest that groups may lie in groups: more than anyone writes, and well below what SQLite's own parser
  /// can take.
  public static let deepestGroup = 12
}

/// Builds the tree from the scanner's places.
///
///     query := and { (or|ou|"|") and }
///     and   := unary { [and|et] unary }
///     unary := [-|not|sauf] unary | "(" query ")" | field:value{,value} | "phrase" | word[*]
struct QueryParser {
  private let places: [QueryScanner.Place]
  private let length: Int
  private let values: FieldValues
  private var index = 0
  private var depth = 0

  init(places: [QueryScanner.Place], length: Int, values: FieldValues) {
    self.places = places
    self.length = length
    self.values = values
  }

  mutating func whole() throws(QueryError) -> Query {
    guard !places.isEmpty else { return .everything }
    let query = try alternatives()
    guard let rest = current else { return query }
    throw QueryError(.unbalancedParenthesis, at: rest.range)
  }

  private var current: QueryScanner.Place? { index < places.count ? places[index] : nil }

  private mutating func alternatives() throws(QueryError) -> Query {
    var parts = [try conjunction()]
    while current?.item == .or {
      index += 1
      parts.append(try conjunction())
    }
    return .any(parts)
  }

  /// Filters by one field side by side are alternatives; with an `and` between, both must hold.
  private mutating func conjunction() throws(QueryError) -> Query {
    var parts = [try unary()]
    while let place = current, place.item != .or, place.item != .close {
      let isExplicit = place.item == .and
      if isExplicit { index += 1 }
      let part = try unary()
      if !isExplicit, let field = part.field, let known = parts.firstIndex(where: { $0.field == field }) {
        parts[known] = .any([parts[known], part])
      } else {
        parts.append(part)
      }
    }
    return .intersection(parts)
  }

  private mutating func unary() throws(QueryError) -> Query {
    // A loop, as a thousand minus signs must not be a thousand calls.
    var isNegated = false
    while current?.item == .minus || current?.item == .not {
      isNegated.toggle()
      index += 1
    }
    let query = try primary()
    return isNegated ? .negation(query) : query
  }

  private mutating func primary() throws(QueryError) -> Query {
    guard let place = current else { throw missingOperand() }
    index += 1
    switch place.item {
    case .open: return try group(place)
    case .field(let name): return try filter(name, place)
    case .quoted(let text):
      guard !text.isEmpty else { throw QueryError(.missingOperand("\"\""), at: place.range) }
      return .phrase(text)
    case .word(let text): return Self.word(text)
    case .close, .or, .and, .comma, .minus, .not:
      index -= 1
      throw missingOperand()
    }
  }

  private mutating func group(_ opening: QueryScanner.Place) throws(QueryError) -> Query {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Query.deepestGroup else {
      throw QueryError(.tooDeep(limit: Query.deepestGroup), at: opening.range)
    }
    guard current?.item != .close else {
      throw QueryError(.missingOperand("()"), at: opening.range.lowerBound..<places[index].range.upperBound)
    }
    guard current != nil else { throw QueryError(.unbalancedParenthesis, at: opening.range) }
    let query = try alternatives()
    guard current?.item == .close else { throw QueryError(.unbalancedParenthesis, at: opening.range) }
    index += 1
    return query
  }

  /// `énerg*` is a beginning, `*` everything.
  private static func word(_ text: String) -> Query {
    guard text.hasSuffix("*") else { return .word(text) }
    let stem = String(text.prefix { $0 != "*" })
    if stem.isEmpty, text.allSatisfy({ $0 == "*" }) { return .everything }
    return stem.count == text.count - 1 ? .prefix(stem) : .word(text)
  }

  /// What lacks an operand: the operator before, or the sign that stands where one should be.
  private func missingOperand() -> QueryError {
    let place = current ?? places[index - 1]
    let sign: String =
      switch place.item {
      case .or: "or"
      case .and: "and"
      case .not: "not"
      case .minus: "-"
      case .comma: ","
      case .close: ")"
      default: ""
      }
    if place.item == .close, depth == 0 { return QueryError(.unbalancedParenthesis, at: place.range) }
    return QueryError(.missingOperand(sign), at: place.range)
  }
}

extension QueryParser {
  /// A field and its values. Those of several words need no quotes where the first alone means nothing:
  /// `country:South Africa`, `date:juin 2022`.
  private mutating func filter(_ name: String, _ place: QueryScanner.Place) throws(QueryError) -> Query {
    guard let field = Field(named: name) else {
      throw QueryError(
        .unknownField(name), at: place.range.lowerBound..<place.range.upperBound - 1,
        suggestions: Field.suggestions(for: name), allowed: Field.allCases.map(\.rawValue))
    }
    var parts: [Query] = []
    repeat {
      if !parts.isEmpty { index += 1 }
      parts.append(try value(of: field, place))
    } while current?.item == .comma
    return .any(parts)
  }

  private mutating func value(of field: Field, _ name: QueryScanner.Place) throws(QueryError) -> Query {
    guard let place = current else { throw QueryError(.emptyValue(field), at: name.range) }
    switch place.item {
    case .quoted(let text):
      index += 1
      guard !text.isEmpty else { throw QueryError(.emptyValue(field), at: place.range) }
      return .filter(try values.filter(field, text, at: place.range))
    case .word(let text):
      index += 1
      if let filter = try? values.withoutSuggestions.filter(field, text, at: place.range) { return .filter(filter) }
      if let longer = longerValue(of: field, text) { return .filter(longer) }
      return .filter(try values.filter(field, text, at: place.range))
    default: throw QueryError(.emptyValue(field), at: name.range)
    }
  }

  /// The most words that a value without quotes may take: "l'année dernière", "7 juin 2022..9 juin 2022".
  private static let mostWords = 6

  /// A value that goes on in the words that follow; null where that makes none.
  private mutating func longerValue(of field: Field, _ first: String) -> Filter? {
    guard field != .title, field != .publisher, field != .id else { return nil }
    let values = values.withoutSuggestions
    var text = first
    for offset in 0..<Self.mostWords - 1 {
      guard index + offset < places.count, case .word(let next) = places[index + offset].item else { return nil }
      text += " " + next
      if let filter = try? values.filter(field, text, at: 0..<0) {
        index += offset + 1
        return filter
      }
    }
    return nil
  }
}
