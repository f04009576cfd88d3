import SQLiteStore

/// The ids of labels, remembered: labels are only ever added.
final class LabelTable {
  private let connection: Connection
  private var ids: [Label: Int64] = [:]
  private var kinds: [Int64: Label.Kind] = [:]

  init(_ connection: Connection) { self.connection = connection }

  /// The id of a label, which is added where it is new.
  func id(of label: Label) throws(SQLiteError) -> Int64 {
    if let id = ids[label] { return id }
    let values: [Value] = [.text(label.kind.rawValue), .text(label.value)]
    let found = try connection.first("SELECT id FROM label WHERE facet = ? AND value = ?", values) { $0.integer(0) }
    let id: Int64
    if let found {
      id = found
    } else {
      try connection.run("INSERT INTO label (facet, value) VALUES (?, ?)", values[0], values[1])
      id = connection.lastInsertedRow
    }
    ids[label] = id
    kinds[id] = label.kind
    return id
  }

  /// What a label id is a value of; null for an id that does not exist, or is of a kind unknown here.
  func kind(of id: Int64) throws(SQLiteError) -> Label.Kind? {
    if let kind = kinds[id] { return kind }
    let name = try connection.first("SELECT facet FROM label WHERE id = ?", [.integer(id)]) { $0.text(0) }
    let kind = name.flatMap(Label.Kind.init(rawValue:))
    kinds[id] = kind
    return kind
  }

  /// A label that exists.
  struct Known {
    let id: Int64
    let kind: Label.Kind
  }

  /// The labels of a set as `agreement_label` has it, without those of unknown kinds.
  func known(_ set: [UInt8]) throws(SQLiteError) -> [Known] {
    var known: [Known] = []
    for id in LabelCodec.decoded(set) {
      if let kind = try kind(of: id) { known.append(Known(id: id, kind: kind)) }
    }
    return known
  }

  /// Forgets everything: labels added by a transaction that failed are not there.
  func forget() {
    ids.removeAll()
    kinds.removeAll()
  }
}
