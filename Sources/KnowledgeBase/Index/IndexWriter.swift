import Communique
import SQLiteStore
import Vocabulary

/// Keeps the search index and all counts in step with the agreements, within the caller's transaction.
final class IndexWriter {
  private let connection: Connection
  private let stemmers: Stemmers
  private let lexicon: Lexicon
  private let taxonomy = Taxonomy()
  private let labels: LabelTable
  private var ledger = Ledger()
  /// Words without accents whose stem the store knows already.
  private var knownAccentedStems: Set<AccentedStem> = []

  init(_ connection: Connection, lexicon: Lexicon, stemmers: Stemmers) {
    self.connection = connection
    self.lexicon = lexicon
    self.stemmers = stemmers
    labels = LabelTable(connection)
  }

  /// Indexes the agreements of a document, each for itself; `ranks` has one for each.
  func add(_ communique: Communique, document: Int64, ranks: [Int64]) throws(SQLiteError) {
    let setting = AgreementSetting(communique, document: document)
    let title = try titleWords(setting)
    for (position, agreement) in communique.agreements.enumerated() {
      var row = try row(of: agreement, setting, position: position)
      row.title = title
      try insert(row, rank: ranks[position])
      try addLabels(try labelIDs(agreement, setting), rank: ranks[position])
    }
  }

  /// Takes the agreements of those ranks out, by what the index holds of them: it may have been made with
  /// another vocabulary.
  func remove(ranks: [Int64]) throws(SQLiteError) {
    for rank in ranks {
      let columns = try connection.first("SELECT raw, en, fr, concept FROM search WHERE rowid = ?", [.integer(rank)]) {
        (row) in (0..<4).map { row.text($0) }
      }
      let words = (columns ?? []).map { Set($0.split(separator: " ").map(String.init)) }
      for (route, words) in zip(Route.allCases, words) { ledger.all.count(words, route, by: -1) }
      try removeLabels(rank: rank)
      try removeVersions(rank: rank, words: words)
      try connection.run("DELETE FROM search WHERE rowid = ?", .integer(rank))
      try connection.run("DELETE FROM agreement_label WHERE rank = ?", .integer(rank))
    }
  }

  /// Writes the counts; the last thing before the transaction ends.
  func finish() throws(SQLiteError) { try ledger.write(to: connection) }

  /// Forgets what a failed transaction left unwritten.
  func abandon() {
    ledger = Ledger()
    labels.forget()
    knownAccentedStems.removeAll()
  }
}

extension IndexWriter {
  private func row(
    of agreement: Agreement, _ setting: AgreementSetting, position: Int
  ) throws(SQLiteError) -> IndexRow {
    let text = AnalyzedText(agreement.text, in: setting.language, lexicon: lexicon, stemmers: stemmers)
    try learnAccents(text.tokens, setting.language ?? .english)
    var row = IndexRow()
    row.raw = text.tokens.map(\.raw)
    row.english = text.english
    row.french = text.french
    row.concepts = text.concepts.union(agreement.parties.map(ConceptForm.concept(of:)))
    row.meta = try filters(of: agreement, setting, position: position)
    return row
  }

  private func filters(
    of agreement: Agreement, _ setting: AgreementSetting, position: Int
  ) throws(SQLiteError) -> [String] {
    var publisherLabel: Int64?
    if let publisher = setting.publisher {
      publisherLabel = try labels.id(of: Label(kind: .publisher, value: publisher))
    }
    return MetaToken.all(of: agreement, in: setting, taxonomy, position: position, publisherLabel: publisherLabel)
  }

  /// The title's words, and their stems after them.
  private func titleWords(_ setting: AgreementSetting) throws(SQLiteError) -> [String] {
    guard let title = setting.title else { return [] }
    let language = setting.language ?? .english
    let tokens = Tokenizer.tokens(title)
    try learnAccents(tokens, language)
    return tokens.map(\.raw) + tokens.map { stemmers.stem($0.stemmable, language) }
  }

  private func learnAccents(_ tokens: [Token], _ language: Language) throws(SQLiteError) {
    for token in tokens {
      guard let lost = AccentedStem(token, language, stemmers), knownAccentedStems.insert(lost).inserted else {
        continue
      }
      try connection.run(
        "INSERT OR IGNORE INTO accented_stem (word, language, stem) VALUES (?, ?, ?)",
        .text(lost.word), .text(lost.language.rawValue), .text(lost.stem))
    }
  }

  private func insert(_ row: IndexRow, rank: Int64) throws(SQLiteError) {
    for (route, words) in zip(Route.allCases, row.words) { ledger.all.count(words, route, by: 1) }
    try connection.with(
      "INSERT INTO search (rowid, raw, en, fr, concept, title, meta) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ) { (statement) throws(SQLiteError) in
      try statement.bind(rank, at: 1)
      try statement.bind(row.raw.joined(separator: " "), at: 2)
      try statement.bind(row.english.joined(separator: " "), at: 3)
      try statement.bind(row.french.joined(separator: " "), at: 4)
      try statement.bind(row.concepts.sorted().joined(separator: " "), at: 5)
      try statement.bind(row.title.joined(separator: " "), at: 6)
      try statement.bind(row.meta.joined(separator: " "), at: 7)
      try statement.run()
    }
  }
}

extension IndexWriter {
  typealias LabelID = (id: Int64, kind: Label.Kind)

  private func labelIDs(_ agreement: Agreement, _ setting: AgreementSetting) throws(SQLiteError) -> [LabelID] {
    var ids: [LabelID] = []
    for label in Label.labels(of: agreement, in: setting, taxonomy) {
      ids.append((try labels.id(of: label), label.kind))
    }
    return ids
  }

  private func addLabels(_ ids: [LabelID], rank: Int64) throws(SQLiteError) {
    ledger.all.count(ids, by: 1)
    try connection.with("INSERT INTO agreement_label (rank, labels) VALUES (?, ?)") {
      (statement) throws(SQLiteError) in
      try statement.bind(rank, at: 1)
      try statement.bind(LabelCodec.encoded(ids.map(\.id)), at: 2)
      try statement.run()
    }
  }

  private func removeLabels(rank: Int64) throws(SQLiteError) {
    let ids = try connection.first("SELECT labels FROM agreement_label WHERE rank = ?", [.integer(rank)]) {
      LabelCodec.decoded($0, 0)
    }
    ledger.all.count(try known(ids ?? []), by: -1)
  }

  private func known(_ ids: [Int64]) throws(SQLiteError) -> [LabelID] {
    var known: [LabelID] = []
    for id in ids {
      if let kind = try labels.kind(of: id) { known.append((id, kind)) }
    }
    return known
  }
}

extension IndexWriter {
  /// Indexes an agreement with what it takes from its versions in other documents.
  ///
  /// - Parameter version: how it is shown among them; null where it has none.
  func add(
    _ stored: StoredAgreement, as member: VersionMember, _ version: VersionRow?, partners: VersionPartners
  ) throws(SQLiteError) {
    let setting = AgreementSetting(stored.document)
    var row = try row(of: stored.agreement, setting, position: member.position)
    row.title = try titleWords(setting)
    var titles = [row.title]
    for other in partners.others {
      let setting = AgreementSetting(other.document)
      row.append(try self.row(of: other.agreement, setting, position: 0))
      let title = try titleWords(setting)
      if !titles.contains(title) { titles.append(title) }
    }
    row.title = Array(titles.joined(separator: [IndexRow.gap]))
    let ids = try labelIDs(stored.agreement, setting)
    if let version { try addVersions(version, partners, own: ids, on: setting.date, to: &row, rank: member.rank) }
    try insert(row, rank: member.rank)
    try addLabels(ids, rank: member.rank)
    try connection.run(
      "UPDATE agreement SET details = (details & ~?) | ? WHERE id = ?",
      .integer(AgreementDetails.versions.rawValue), .integer(version == nil ? 0 : AgreementDetails.versions.rawValue),
      .integer(stored.id))
  }

  private func addVersions(
    _ version: VersionRow, _ partners: VersionPartners, own: [LabelID], on date: CalendarDate?, to row: inout IndexRow,
    rank: Int64
  ) throws(SQLiteError) {
    var shared: [Int: [UInt8]] = [:]
    let words = row.words
    for (number, agreements) in partners.preferred.sorted(by: { $0.key < $1.key }) {
      row.meta.append(version.moved & number == 0 ? MetaToken.hidden(in: number) : MetaToken.moved(in: number))
      var theirs: Set<Int64> = []
      var dates: [CalendarDate] = []
      for (stored, position) in agreements {
        let setting = AgreementSetting(stored.document)
        dates += setting.date.map { [$0] } ?? []
        theirs.formUnion(try labelIDs(stored.agreement, setting).map(\.id))
        row.meta += try filters(of: stored.agreement, setting, position: position)
          .map { MetaToken.ofTheShown($0, in: number) }
      }
      var common = own.filter { theirs.contains($0.id) }
      if let date, !common.contains(where: { $0.kind == .month }), dates.contains(where: { $0.year == date.year }) {
        common.append((try labels.id(of: Label(kind: .year, value: String(date.description.prefix(4)))), .year))
      }
      shared[number] = LabelCodec.encoded(common.map(\.id))
      ledger.changeHidden(in: number) { counts in
        counts.count(common, by: 1)
        for (route, words) in zip(Route.allCases, words) { counts.count(words, route, by: 1) }
      }
    }
    try connection.run(
      """
      INSERT INTO version_row (rank, partners, hidden, moved, shared_en, shared_fr) VALUES (?, ?, ?, ?, ?, ?)
      """,
      .integer(rank), .text(version.partners.map(String.init).joined(separator: " ")), .integer(version.hidden),
      .integer(version.moved), shared[Versions.number(of: .english)].map(Value.blob) ?? .null,
      shared[Versions.number(of: .french)].map(Value.blob) ?? .null)
  }

  private func removeVersions(rank: Int64, words: [Set<String>]) throws(SQLiteError) {
    let found = try connection.first(
      "SELECT shared_en, shared_fr FROM version_row WHERE rank = ?", [.integer(rank)]
    ) { (row) in
      Language.allCases.map { language -> [Int64]? in
        let column = language == .english ? 0 : 1
        return row.isNull(column) ? nil : LabelCodec.decoded(row, column)
      }
    }
    guard let found else { return }
    for (language, shared) in zip(Language.allCases, found) {
      guard let shared else { continue }
      let common = try known(shared)
      ledger.changeHidden(in: Versions.number(of: language)) { counts in
        counts.count(common, by: -1)
        for (route, words) in zip(Route.allCases, words) { counts.count(words, route, by: -1) }
      }
    }
    try connection.run("DELETE FROM version_row WHERE rank = ?", .integer(rank))
  }
}
