import Communique
import Vocabulary

/// Reads the values of fields, in both languages.
struct FieldValues {
  private let today: CalendarDate?
  /// Looking for the nearest names goes through all of them: not where an error is only a try.
  private let suggests: Bool
  /// Names looked up before: a list may hold the same a thousand times.
  private let known: KnownNames

  init(today: CalendarDate?) { self.init(today: today, suggests: true, known: KnownNames()) }

  private init(today: CalendarDate?, suggests: Bool, known: KnownNames) {
    self.today = today
    self.suggests = suggests
    self.known = known
  }

  var withoutSuggestions: FieldValues { FieldValues(today: today, suggests: false, known: known) }

  /// A list as typed in a flag: all of it one value where it can be (labels have commas), else split at commas.
  func query(_ field: Field, list: String) throws(QueryError) -> Query {
    let trimmed = Self.trimmed(list, 0..<list.utf8.count)
    guard !trimmed.text.isEmpty else { throw QueryError(.emptyValue(field), at: 0..<list.utf8.count) }
    do {
      return .filter(try filter(field, trimmed.text, at: trimmed.range))
    } catch {
      let bytes = Array(list.utf8)
      guard bytes.contains(UInt8(ascii: ",")) else { throw error }
      var parts: [Query] = []
      var start = 0
      for end in bytes.indices.filter({ bytes[$0] == UInt8(ascii: ",") }) + [bytes.count] {
        let part = Self.trimmed(String(decoding: bytes[start..<end], as: UTF8.self), start..<end)
        guard !part.text.isEmpty else { throw QueryError(.emptyValue(field), at: start..<end) }
        parts.append(.filter(try filter(field, part.text, at: part.range)))
        start = end + 1
      }
      return .any(parts)
    }
  }

  /// One value of a field, at that place of the input.
  func filter(_ field: Field, _ text: String, at range: Range<Int>) throws(QueryError) -> Filter {
    switch field {
    case .country: return .country(try party(text, at: range))
    case .by: return .by(try party(text, at: range))
    case .parties: return .parties(try parties(text, at: range))
    case .domain: return .domain(try domain(text, at: range))
    case .date: return .date(try dates(text, at: range))
    case .since: return .since(try since(text, at: range))
    case .until: return .until(try until(text, at: range))
    case .language: return .language(try language(text, at: range))
    case .strength: return .strength(try StrengthValue.range(text, at: range))
    case .kind: return .kind(try kind(text, at: range))
    case .title: return .title(try plain(text, field, at: range))
    case .publisher: return .publisher(try plain(text, field, at: range))
    case .id: return .id(try identifier(text, at: range))
    case .document: return .document(try identifier(text, at: range))
    }
  }

  /// Free text as it can be printed: between quotes, on one line.
  private func plain(_ text: String, _ field: Field, at range: Range<Int>) throws(QueryError) -> String {
    let plain = text.split(whereSeparator: { $0.isWhitespace || $0 == "\"" || $0 == "\0" }).joined(separator: " ")
    if plain.isEmpty { throw QueryError(.emptyValue(field), at: range) }
    return plain
  }

  private static func trimmed(_ text: String, _ range: Range<Int>) -> (text: String, range: Range<Int>) {
    let start = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let rest = text.utf8.dropFirst(start)
    let end = rest.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
    let kept = String(decoding: rest.dropLast(end), as: UTF8.self)
    return (kept, range.lowerBound + start..<max(range.lowerBound + start, range.upperBound - end))
  }
}

extension FieldValues {
  private func party(_ text: String, at range: Range<Int>) throws(QueryError) -> Party {
    if let party = known.party(text) { return party }
    let found = suggests ? Names.suggestions(forParty: text) : []
    let near = found.map { QueryError.Suggestion(text: $0.name, code: $0.code) }
    throw QueryError(.unknownCountry(text), at: range, suggestions: near)
  }

  /// Names joined by `+`, of which some hold a plus themselves.
  private func parties(_ text: String, at range: Range<Int>) throws(QueryError) -> [Party] {
    var found: [Party] = []
    var pending = ""
    for piece in text.split(separator: "+", omittingEmptySubsequences: false) {
      pending += (pending.isEmpty ? "" : "+") + piece
      guard let party = known.party(pending) else { continue }
      found.append(party)
      pending = ""
    }
    if let whole = known.party(text) { return [whole] }
    guard pending.isEmpty, !found.isEmpty else {
      if pending.isEmpty { throw QueryError(.badParties(text), at: range) }
      _ = try party(pending, at: range)
      throw QueryError(.badParties(text), at: range)
    }
    return Set(found).sorted()
  }

  private func domain(_ text: String, at range: Range<Int>) throws(QueryError) -> Domain {
    if let domain = known.domain(text) { return domain }
    let found = suggests ? Names.suggestions(forDomain: text) : []
    let near = found.map { QueryError.Suggestion(text: $0.name, code: $0.code) }
    throw QueryError(.unknownDomain(text), at: range, suggestions: near, allowed: Names.domains.map(\.rawValue))
  }

  private func dates(_ text: String, at range: Range<Int>) throws(QueryError) -> DateRange {
    try DateParser(today: today).range(text, at: range)
  }

  private func since(_ text: String, at range: Range<Int>) throws(QueryError) -> CalendarDate {
    guard let first = try dates(text, at: range).first else { throw QueryError(.badDate(text), at: range) }
    return first
  }

  private func until(_ text: String, at range: Range<Int>) throws(QueryError) -> CalendarDate {
    guard let last = try dates(text, at: range).last else { throw QueryError(.badDate(text), at: range) }
    return last
  }

  private func language(_ text: String, at range: Range<Int>) throws(QueryError) -> Language {
    switch Folding.folded(text) {
    case "fr", "french", "francais", "francaise": return .french
    case "en", "english", "anglais", "anglaise": return .english
    default: throw QueryError(.unknownLanguage(text), at: range, allowed: Language.allCases.map(\.rawValue))
    }
  }

  private func kind(_ text: String, at range: Range<Int>) throws(QueryError) -> AgreementKind {
    switch Folding.folded(text) {
    case "commitment", "commitments", "engagement", "engagements", "action": return .commitment
    case "instrument", "instruments", "document", "documents": return .instrument
    default: throw QueryError(.unknownKind(text), at: range, allowed: AgreementKind.allCases.map(\.rawValue))
    }
  }

  private func identifier(_ text: String, at range: Range<Int>) throws(QueryError) -> Int64 {
    guard let id = Int64(text), id > 0 else { throw QueryError(.badIdentifier(text), at: range) }
    return id
  }
}

/// What names were found to stand for.
private final class KnownNames {
  private var parties: [String: Party?] = [:]
  private var domains: [String: Domain?] = [:]

  func party(_ name: String) -> Party? {
    if let known = parties[name] { return known }
    let party = Names.party(named: name)
    parties[name] = .some(party)
    return party
  }

  func domain(_ name: String) -> Domain? {
    if let known = domains[name] { return known }
    let domain = Names.domain(named: name)
    domains[name] = .some(domain)
    return domain
  }
}
