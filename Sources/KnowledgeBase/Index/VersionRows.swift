import Communique
import SQLiteStore

/// How the index shows agreements that are one undertaking with agreements of other documents: their rows carry the
/// words of all, and lists in a language show one of them.
///
/// Kept from `alignment`, within the caller's transaction.
struct VersionRows {
  let connection: Connection
  let index: IndexWriter

  /// Documents that share an undertaking with one of these, as the index has it now: to be asked before a change that
  /// may part them.
  func sharers(of documents: Set<Int64>) throws(SQLiteError) -> Set<Int64> {
    var known = documents
    var next = documents
    while !next.isEmpty {
      var found: Set<Int64> = []
      for document in next {
        try connection.each(
          """
          SELECT version_row.partners
          FROM agreement JOIN version_row ON version_row.rank = agreement.rank
          WHERE agreement.document = ?
          """, [.integer(document)]
        ) { (row) throws(SQLiteError) in
          for partner in VersionRow.partners(row.text(0)) {
            if let other = try self.document(ofAgreement: partner) { found.insert(other) }
          }
        }
        found.formUnion(
          try connection.all(
            """
            SELECT DISTINCT other.document
            FROM agreement
              JOIN alignment ON alignment.agreement = agreement.id
              JOIN agreement AS other ON other.id = alignment.other
            WHERE agreement.document = ?
            """, [.integer(document)]
          ) { $0.integer(0) })
      }
      next = found.subtracting(known)
      known.formUnion(next)
    }
    return known
  }

  /// Indexes anew whatever is shown otherwise than before, in the whole store. Document by document with those that
  /// share undertakings with it: a bound on memory.
  func makeAll() throws(SQLiteError) {
    var rest = Set(
      try connection.all(
        "SELECT DISTINCT agreement.document FROM alignment JOIN agreement ON agreement.id = alignment.agreement"
      ) { $0.integer(0) })
    while let first = rest.first {
      let sharers = try sharers(of: [first])
      index.versionsChanged(sharers)
      rest.subtract(sharers)
      try index.finish()
    }
  }

  /// Indexes anew what is shown otherwise than before.
  ///
  /// - Parameters:
  ///   - documents: all that may share an undertaking now, or did (`sharers`).
  ///   - changed: those whose agreements are other than they were; what shares with them is indexed anew in any case.
  func refresh(_ documents: Set<Int64>, changed: Set<Int64>) throws(SQLiteError) {
    let all = try sharers(of: documents)
    let agreements = try self.agreements(of: all)
    guard !agreements.isEmpty else { return }
    let groups = try Self.groups(agreements, alignment: alignment(of: all))
    var rows: [VersionedRow] = []
    for member in agreements {
      let group = groups[member.id] ?? [member]
      let version = VersionRow(of: member, in: group)
      let before = try storedRow(rank: member.rank)
      let isTouched = group.count > 1 && group.contains { changed.contains($0.document) }
      guard version != before || isTouched, let row = try row(of: member, version, in: group) else { continue }
      rows.append(row)
      try connection.run(
        "UPDATE agreement SET details = (details & ~?1) | ?2 WHERE id = ?3",
        .integer(AgreementDetails.versions.rawValue),
        .integer(version == nil ? 0 : AgreementDetails.versions.rawValue), .integer(member.id))
    }
    try index.replace(rows)
  }

  private func row(
    of member: VersionMember, _ version: VersionRow?, in group: [VersionMember]
  ) throws(SQLiteError) -> VersionedRow? {
    guard var row = try index.ownRow(rank: member.rank) else { return nil }
    var others: [Int64: IndexedRow] = [:]
    for other in group where other.document != member.document {
      others[other.id] = try index.ownRow(rank: other.rank)
    }
    var shared: [Int: [UInt8]] = [:]
    for language in Language.allCases {
      let preferred = VersionRow.preferred(to: member, in: group, language)
      guard let first = preferred.first else { continue }
      let number = Versions.number(of: language)
      let isMoved = first.date != member.date
      let filters = preferred.flatMap { others[$0.id]?.meta.split(separator: " ") ?? [] }
      let words = [isMoved ? MetaToken.moved(in: number) : MetaToken.hidden(in: number)]
      row.meta += IndexedRow.gap
      row.meta += (words + filters.map { MetaToken.ofTheShown(String($0), in: number) }).joined(separator: " ")
      shared[number] = try index.shared(
        row.labels, with: preferred.compactMap { others[$0.id]?.labels }, year: member.sharedYear(preferred))
    }
    for other in group { if let other = others[other.id] { row.append(other) } }
    return VersionedRow(row: row, version: version, shared: shared)
  }

  private func document(ofAgreement id: Int64) throws(SQLiteError) -> Int64? {
    try connection.first("SELECT document FROM agreement WHERE id = ?", [.integer(id)]) { $0.integer(0) }
  }

  private func storedRow(rank: Int64) throws(SQLiteError) -> VersionRow? {
    try connection.first("SELECT partners, hidden, moved FROM version_row WHERE rank = ?", [.integer(rank)]) { (row) in
      VersionRow(partners: VersionRow.partners(row.text(0)), hidden: row.int(1), moved: row.int(2))
    }
  }

  private func agreements(of documents: Set<Int64>) throws(SQLiteError) -> [VersionMember] {
    var members: [VersionMember] = []
    for document in documents.sorted() {
      members += try connection.all(
        """
        SELECT agreement.id, agreement.rank, agreement.position, agreement.date, document.language
        FROM agreement JOIN document ON document.id = agreement.document
        WHERE agreement.document = ? ORDER BY agreement.position
        """, [.integer(document)]
      ) { (row) in
        VersionMember(
          id: row.integer(0), document: document, rank: row.integer(1), position: row.int(2),
          date: row.optionalText(3), language: row.optionalText(4).flatMap(Language.init(rawValue:)))
      }
    }
    return members
  }

  private func alignment(of documents: Set<Int64>) throws(SQLiteError) -> [(Int64, Int64)] {
    var pairs: [(Int64, Int64)] = []
    for document in documents {
      pairs += try connection.all(
        """
        SELECT alignment.agreement, alignment.other
        FROM agreement JOIN alignment ON alignment.agreement = agreement.id
        WHERE agreement.document = ?
        """, [.integer(document)]
      ) { ($0.integer(0), $0.integer(1)) }
    }
    return pairs
  }

  /// By each agreement that is one with others: all of them, in the order of their documents.
  private static func groups(
    _ agreements: [VersionMember], alignment: [(Int64, Int64)]
  ) -> [Int64: [VersionMember]] {
    var parent: [Int64: Int64] = [:]
    func root(_ id: Int64) -> Int64 {
      var id = id
      while let next = parent[id], next != id { id = next }
      return id
    }
    for (one, other) in alignment {
      let (a, b) = (root(one), root(other))
      if a != b { parent[max(a, b)] = min(a, b) }
    }
    var groups: [Int64: [VersionMember]] = [:]
    for member in agreements { groups[root(member.id), default: []].append(member) }
    var byMember: [Int64: [VersionMember]] = [:]
    for group in groups.values where group.count > 1 {
      for member in group { byMember[member.id] = group }
    }
    return byMember
  }
}

extension VersionMember {
  /// A year in which one of these is too, though none is in its month.
  fileprivate func sharedYear(_ others: [VersionMember]) -> String? {
    guard let date, !others.contains(where: { $0.date?.prefix(7) == date.prefix(7) }) else { return nil }
    return others.contains { $0.date?.prefix(4) == date.prefix(4) } ? String(date.prefix(4)) : nil
  }
}

/// An agreement, as far as showing it among its versions asks.
struct VersionMember: Hashable {
  let id: Int64
  let document: Int64
  let rank: Int64
  let position: Int
  /// ISO day.
  let date: String?
  let language: Language?
}

/// How one agreement is shown among its versions.
struct VersionRow: Hashable {
  /// Ids of the agreements of other documents that it is one with, ascending.
  let partners: [Int64]
  /// In which lists another is shown in its place, a bit each (`Versions.number`).
  let hidden: Int
  /// The same, where that other has another date.
  let moved: Int

  init(partners: [Int64], hidden: Int, moved: Int) {
    self.partners = partners
    self.hidden = hidden
    self.moved = moved
  }

  /// Null for an agreement that stands in one document alone.
  init?(of member: VersionMember, in group: [VersionMember]) {
    partners = group.filter { $0.document != member.document }.map(\.id).sorted()
    guard !partners.isEmpty else { return nil }
    var (hidden, moved) = (0, 0)
    for language in Language.allCases {
      guard let first = Self.preferred(to: member, in: group, language).first else { continue }
      hidden |= Versions.number(of: language)
      if first.date != member.date { moved |= Versions.number(of: language) }
    }
    self.hidden = hidden
    self.moved = moved
  }

  /// What lists in a language show in an agreement's place, where it matches too: those of documents in that language
  /// come before others, and of these the document that was stored first. The first to be shown comes first.
  static func preferred(
    to member: VersionMember, in group: [VersionMember], _ language: Language
  ) -> [VersionMember] {
    func order(_ member: VersionMember) -> (Int, Int64) { (member.language == language ? 0 : 1, member.document) }
    return group.filter { order($0) < order(member) }.sorted { left, right in
      (order(left).0, order(left).1, left.position) < (order(right).0, order(right).1, right.position)
    }
  }

  static func partners(_ text: String) -> [Int64] { text.split(separator: " ").compactMap { Int64($0) } }
}
