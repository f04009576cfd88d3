import Communique
import SQLiteStore

/// A query as labels: each group's labels are alternatives, of which an agreement bears at most one, and all
/// groups must be met. Only then are sums of kept counts totals.
struct LabelConditions {
  struct Group {
    let kind: Label.Kind
    /// Of those labels that the store has.
    var ids: [Int64]
  }

  private(set) var groups: [Group] = []

  /// Null where the query says more than labels can.
  init?(_ query: Query, _ connection: Connection) throws(SQLiteError) {
    let parts: [Query] =
      switch query {
      case .everything: []
      case .and(let parts): parts
      default: [query]
      }
    for part in parts {
      guard let group = try Self.group(part, connection) else { return nil }
      groups.append(group)
    }
  }

  private static func group(_ part: Query, _ connection: Connection) throws(SQLiteError) -> Group? {
    switch part {
    case .filter(let filter): return try group(filter, connection)
    case .or(let parts):
      var merged: Group?
      for part in parts {
        // Several countries or domains may hold for one agreement: their counts do not add up.
        guard let group = try group(part, connection), group.kind != .country, group.kind != .domain,
          merged.map({ $0.kind == group.kind }) ?? true
        else { return nil }
        let known = merged?.ids ?? []
        merged = Group(kind: group.kind, ids: known + group.ids.filter { !known.contains($0) })
      }
      return merged
    default: return nil
    }
  }

  private static func group(_ filter: Filter, _ connection: Connection) throws(SQLiteError) -> Group? {
    func group(_ kind: Label.Kind, _ values: [String]) throws(SQLiteError) -> Group {
      var ids: [Int64] = []
      for value in values {
        let id = try connection.first(
          "SELECT id FROM label WHERE facet = ? AND value = ?", [.text(kind.rawValue), .text(value)]
        ) { $0.integer(0) }
        if let id { ids.append(id) }
      }
      return Group(kind: kind, ids: ids)
    }
    switch filter {
    case .country(let party): return try group(.country, [party.rawValue])
    case .domain(let domain): return try group(.domain, [domain.rawValue])
    case .language(let language): return try group(.language, [language.rawValue])
    case .kind(let kind): return try group(.kind, [kind.rawValue])
    case .strength(let range):
      return try group(.strength, Strength.allCases.filter(range.contains).map(\.rawValue))
    case .publisher(let name):
      return Group(kind: .publisher, ids: try PublisherNames(connection).labels(named: name))
    case .parties(let parties):
      let codes = Set(parties.map(\.rawValue)).sorted()
      return codes.count == 2 ? try group(.pair, [codes.joined(separator: "+")]) : nil
    case .date, .since, .until, .title, .by, .id, .document: return nil
    }
  }
}
