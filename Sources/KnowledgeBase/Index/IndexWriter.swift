import Communique
import TextAnalysis
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

  /// Indexes the agreements of a document; `ranks` has one for each.
  func add(_ communique: Communique, document: Int64, ranks: [Int64]) throws(SQLiteError) {
    let title = try titleColumn(communique)
    let publisher = communique.publisher.map { Label(kind: .publisher, value: $0) }
    // Only agreements make labels: a document without any has none to count.
    var publisherLabel: Int64?
    if let publisher, !ranks.isEmpty { publisherLabel = try labels.id(of: publisher) }
    for (position, agreement) in communique.agreements.enumerated() {
      let meta = MetaToken.all(
        of: agreement, in: communique, taxonomy, document: document, position: position,
        publisherLabel: publisherLabel)
      try addText(of: agreement, communique.language, title: title, meta: meta, rank: ranks[position])
      try addLabels(Label.labels(of: agreement, in: communique, taxonomy), rank: ranks[position])
    }
  }

  /// Takes the agreements of those ranks out, by what the index holds of them: it may have been made with
  /// another vocabulary.
  func remove(ranks: [Int64]) throws(SQLiteError) {
    for rank in ranks {
      let columns = try connection.first("SELECT raw, en, fr, concept FROM search WHERE rowid = ?", [.integer(rank)]) {
        (row) in (0..<4).map { row.text($0) }
      }
      for (route, column) in zip(Route.allCases, columns ?? []) {
        ledger.count(Set(column.split(separator: " ").map(String.init)), route, by: -1)
      }
      try removeLabels(rank: rank)
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
  private func addText(
    of agreement: Agreement, _ language: Language?, title: String, meta: [String], rank: Int64
  ) throws(SQLiteError) {
    let text = AnalyzedText(agreement.text, in: language, lexicon: lexicon, stemmers: stemmers)
    let concepts = text.concepts.union(agreement.parties.map(ConceptForm.concept(of:)))
    let raw = text.tokens.map(\.raw)
    ledger.count(Set(raw), .raw, by: 1)
    ledger.count(Set(text.english), .english, by: 1)
    ledger.count(Set(text.french), .french, by: 1)
    ledger.count(concepts, .concept, by: 1)
    try learnAccents(text.tokens, language ?? .english)
    try connection.with(
      "INSERT INTO search (rowid, raw, en, fr, concept, title, meta) VALUES (?, ?, ?, ?, ?, ?, ?)"
    ) { (statement) throws(SQLiteError) in
      try statement.bind(rank, at: 1)
      try statement.bind(raw.joined(separator: " "), at: 2)
      try statement.bind(text.english.joined(separator: " "), at: 3)
      try statement.bind(text.french.joined(separator: " "), at: 4)
      try statement.bind(concepts.sorted().joined(separator: " "), at: 5)
      try statement.bind(title, at: 6)
      try statement.bind(meta.joined(separator: " "), at: 7)
      try statement.run()
    }
  }

  /// The title's words, and their stems after them.
  private func titleColumn(_ communique: Communique) throws(SQLiteError) -> String {
    guard let title = communique.title else { return "" }
    let language = communique.language ?? .english
    let tokens = Tokenizer.tokens(title)
    try learnAccents(tokens, language)
    return (tokens.map(\.raw) + tokens.map { stemmers.stem($0.stemmable, language) }).joined(separator: " ")
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

  private func addLabels(_ values: [Label], rank: Int64) throws(SQLiteError) {
    var ids: [(id: Int64, kind: Label.Kind)] = []
    for label in values { ids.append((try labels.id(of: label), label.kind)) }
    ledger.count(ids, by: 1)
    try connection.with("INSERT INTO agreement_label (rank, labels) VALUES (?, ?)") {
      (statement) throws(SQLiteError) in
      try statement.bind(rank, at: 1)
      try statement.bind(LabelCodec.encoded(ids.map(\.id)), at: 2)
      try statement.run()
    }
  }

  private func removeLabels(rank: Int64) throws(SQLiteError) {
    let ids = try connection.first("SELECT labels FROM agreement_label WHERE rank = ?", [.integer(rank)]) { (row) in
      row.withBytes(0) { bytes in
        var ids: [Int64] = []
        LabelCodec.decode(bytes) { ids.append(Int64($0)) }
        return ids
      }
    }
    var known: [(id: Int64, kind: Label.Kind)] = []
    for id in ids ?? [] {
      if let kind = try labels.kind(of: id) { known.append((id, kind)) }
    }
    ledger.count(known, by: -1)
  }
}
