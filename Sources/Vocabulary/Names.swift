import Communique

/// The names of parties and domains: from what a user types to a code, and from a code to its label.
///
/// Nothing is built beforehand: a question names a country or two, and one pass over the embedded table costs
/// less than making an index of it at every start.
public enum Names {
  /// A name near to one that is unknown.
  public struct Suggestion: Sendable, Hashable {
    /// The name in the vocabulary's spelling.
    public var name: String
    public var code: String
    /// Edits (insertions, deletions, substitutions, swaps) between the two, folded.
    public var distance: Int
  }

  /// The state or organisation of that name in either language: short or formal name, demonym, capital,
  /// metonym, acronym or ISO code, whatever the case and accents. Null where it is unknown.
  public static func party(named text: String) -> Party? {
    let wanted = folded(text)
    guard !wanted.isEmpty else { return nil }
    return match(wanted, in: .countries, columns: 0..<14).map { Party($0) }
      ?? match(wanted, in: .organisations, columns: nameColumnsOfOrganisations).map { Party($0) }
  }

  /// The domain of that code, label or synonym in either language. Null where it is unknown.
  public static func domain(named text: String) -> Domain? {
    let wanted = folded(text)
    guard !wanted.isEmpty else { return nil }
    return match(wanted, in: .domains, columns: domainColumns).map { Domain($0) }
      ?? domainLabelPart(wanted) ?? match(wanted, in: .domainTerms, columns: 2..<4).map { Domain($0) }
  }

  /// The label of a party in a language; its code where the vocabulary does not know it.
  public static func label(_ party: Party, in language: Language) -> String {
    let column = language == .english ? 2 : 3
    let row = Table(.countries).row(code: party.rawValue) ?? Table(.organisations).row(code: party.rawValue)
    return row?[column] ?? party.rawValue
  }

  /// The label of a domain in a language; its code where the vocabulary does not know it.
  public static func label(_ domain: Domain, in language: Language) -> String {
    Table(.domains).row(code: domain.rawValue)?[language == .english ? 2 : 3] ?? domain.rawValue
  }

  /// All domains, in the order of the vocabulary.
  public static var domains: [Domain] { Table(.domains).map { Domain($0[0]) } }

  /// The domain under which a domain counts too ("nuclear" → "energy"); null for most.
  public static func parent(of domain: Domain) -> Domain? {
    guard let code = Table(.domains).row(code: domain.rawValue)?[1], !code.isEmpty else { return nil }
    return Domain(code)
  }

  /// The domains that count for a domain in searches: itself and its children.
  public static func family(of domain: Domain) -> [Domain] {
    [domain] + Table(.domains).filter { $0[1] == domain.rawValue }.map { Domain($0[0]) }
  }

  /// Whether the code is a state's (else an organisation's, or unknown).
  public static func isState(_ party: Party) -> Bool {
    Table(.countries).row(code: party.rawValue) != nil
  }
}

extension Names {
  /// The nearest names of states and organisations, best first; at most `limit`, none too far off.
  public static func suggestions(forParty text: String, limit: Int = 3) -> [Suggestion] {
    nearest(
      to: folded(text), limit: limit,
      in: [(.countries, Array(2..<14)), (.organisations, Array(2..<8))])
  }

  /// The nearest codes, labels and synonyms of domains, best first; at most `limit`, none too far off.
  public static func suggestions(forDomain text: String, limit: Int = 3) -> [Suggestion] {
    nearest(to: folded(text), limit: limit, in: [(.domains, domainColumns), (.domainTerms, [2, 3])])
  }
}

extension Names {
  private static let nameColumnsOfOrganisations = [0, 2, 3, 4, 5, 6, 7]
  private static let domainColumns = [0, 2, 3]

  /// Folded, with hyphens as blanks: "États-Unis" and "etats unis" are one name.
  package static func folded(_ text: some StringProtocol) -> String {
    let bytes = Folding.folded(text).utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: " ") : $0 }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: " ")
    return words.joined(separator: " ")
  }

  private static func match(_ wanted: String, in file: Table.File, columns: some Sequence<Int>) -> String? {
    let wantedBytes = Array(wanted.utf8)
    var buffer: [UInt8] = []
    for row in Table(file) {
      for column in columns {
        for value in row.bytes(column).split(separator: UInt8(ascii: "|"))
        where value.count >= wantedBytes.count && value.count <= wantedBytes.count * 2 + 2 {
          buffer.removeAll(keepingCapacity: true)
          Folding.append(UnsafeBufferPointer(rebasing: value), to: &buffer)
          for index in buffer.indices where buffer[index] == UInt8(ascii: "-") { buffer[index] = UInt8(ascii: " ") }
          if buffer == wantedBytes { return row[0] }
        }
      }
    }
    return nil
  }

  /// Labels list several things ("Trade, customs"): each of them names the domain.
  private static func domainLabelPart(_ wanted: String) -> Domain? {
    for row in Table(.domains) {
      for column in 2..<4 where row[column].split(separator: ",").contains(where: { folded($0) == wanted }) {
        return Domain(row[0])
      }
    }
    return nil
  }

  private static func nearest(
    to wanted: String, limit: Int, in places: [(Table.File, [Int])]
  ) -> [Suggestion] {
    let wantedBytes = Array(wanted.utf8)
    // A third of the letters may differ: beyond that a suggestion helps nobody.
    let furthest = max(1, wantedBytes.count / 3)
    var found: [Suggestion] = []
    for (file, columns) in places {
      for row in Table(file) {
        for column in columns {
          for value in row.values(column) where !value.contains("*") {
            let candidate = Array(folded(value).utf8)
            guard abs(candidate.count - wantedBytes.count) <= furthest else { continue }
            let distance = editDistance(wantedBytes, candidate, atMost: furthest)
            if distance <= furthest { found.append(Suggestion(name: value, code: row[0], distance: distance)) }
          }
        }
      }
    }
    return best(of: found, limit: limit)
  }

  /// The nearest first, each code once; on ties the order of the vocabulary.
  private static func best(of found: [Suggestion], limit: Int) -> [Suggestion] {
    var codes: Set<String> = []
    let sorted = found.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
    return Array(sorted.map(\.element).filter { codes.insert($0.code).inserted }.prefix(limit))
  }
}
