import Communique

extension Query {
  /// The question as it can be typed; it parses back to the same query. Values are codes and ISO dates.
  public var printed: String { if case .everything = self { "" } else { printed(inside: .alternatives) } }

  private enum Place { case alternatives, conjunction, operand }

  private func printed(inside place: Place) -> String {
    switch self {
    case .everything: "*"
    case .word(let text): text
    case .prefix(let text): text + "*"
    case .phrase(let text): "\"" + text + "\""
    case .filter(let filter): filter.field.rawValue + ":" + filter.printedValue
    case .not(let inner): "-" + inner.printed(inside: .operand)
    case .and(let parts): place == .operand ? "(" + Self.conjunction(parts) + ")" : Self.conjunction(parts)
    case .or(let parts): printedAlternatives(parts, place)
    }
  }

  private func printedAlternatives(_ parts: [Query], _ place: Place) -> String {
    if let field {
      let values = parts.map { if case .filter(let filter) = $0 { filter.printedValue } else { "" } }
      return field.rawValue + ":" + values.joined(separator: ",")
    }
    let text = parts.map { $0.printed(inside: .alternatives) }.joined(separator: " or ")
    return place == .alternatives ? text : "(" + text + ")"
  }

  /// Side by side; a second filter by a field needs an `and`, or it would be an alternative to the first.
  private static func conjunction(_ parts: [Query]) -> String {
    var fields: Set<Field> = []
    var text = ""
    for part in parts {
      let isRepeated = part.field.map { !fields.insert($0).inserted } ?? false
      text += (text.isEmpty ? "" : isRepeated ? " and " : " ") + part.printed(inside: .conjunction)
    }
    return text
  }
}

extension Filter {
  fileprivate var printedValue: String {
    switch self {
    case .country(let party), .by(let party): Self.quotedIfNeeded(party.rawValue)
    case .domain(let domain): Self.quotedIfNeeded(domain.rawValue)
    case .date(let range): range.printed
    case .since(let date), .until(let date): date.description
    case .language(let language): language.rawValue
    case .strength(let range): Self.printed(range)
    case .kind(let kind): kind.rawValue
    case .title(let text), .publisher(let text): "\"" + text + "\""
    case .parties(let parties): Self.quotedIfNeeded(parties.map(\.rawValue).joined(separator: "+"))
    case .id(let id), .document(let id): String(id)
    }
  }

  private static func quotedIfNeeded(_ code: String) -> String {
    code.utf8.allSatisfy { $0 > 0x20 && $0 != 0x28 && $0 != 0x29 && $0 != 0x2C && $0 != 0x7C && $0 < 0x80 }
      ? code : "\"" + code + "\""
  }

  private static func printed(_ range: ClosedRange<Strength>) -> String {
    if range.lowerBound == range.upperBound { return range.lowerBound.rawValue }
    if range.upperBound == .binding { return ">=" + range.lowerBound.rawValue }
    if range.lowerBound == .exploratory { return "<=" + range.upperBound.rawValue }
    return range.lowerBound.rawValue + ".." + range.upperBound.rawValue
  }
}

extension DateRange {
  /// As short as it can be said: `2022`, `2022-06`, `2022-06-07`, `2022-04..2022-06`, `..2023`.
  public var printed: String {
    if let first, first == last { return first.description }
    if let first, let last, first.day == 1, last == last.endOfMonth, first.year == last.year {
      if first.month == 1, last.month == 12 { return String(first.description.prefix(4)) }
      if first.month == last.month { return first.yearAndMonth }
    }
    // "2022..2023", but "2022-01..2022-03": a bare year would look like all of it.
    let isOneYear = first?.year == last?.year
    return (first.map { Self.start($0, mayBeYear: !isOneYear) } ?? "") + ".."
      + (last.map { Self.end($0, mayBeYear: !isOneYear) } ?? "")
  }

  /// The shortest span that starts that day.
  private static func start(_ date: CalendarDate, mayBeYear: Bool) -> String {
    if date.day > 1 { return date.description }
    return mayBeYear && date.month == 1 ? String(date.description.prefix(4)) : date.yearAndMonth
  }

  /// The shortest span that ends that day.
  private static func end(_ date: CalendarDate, mayBeYear: Bool) -> String {
    if date != date.endOfMonth { return date.description }
    return mayBeYear && date.month == 12 ? String(date.description.prefix(4)) : date.yearAndMonth
  }
}

extension Query {
  /// A typed word as a query that can be printed: what would read as a sign, a field or an operator is a phrase.
  static func plainWord(_ text: String) -> Query {
    if let parsed = try? parse(text), parsed == .word(text) { return parsed }
    let words = text.split(whereSeparator: { $0.isWhitespace || "\"“”„«»\0".contains($0) }).joined(separator: " ")
    return words.isEmpty ? .everything : .phrase(words)
  }
}
