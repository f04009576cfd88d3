import Communique
import SQLiteStore

/// Writes agreements. Its statements are kept: they run some ten times an agreement.
final class AgreementWriter {
  private let connection: Connection
  private let agreement, party, domain, amount, instrument, evidence: Statement

  init(_ connection: Connection) throws(SQLiteError) {
    self.connection = connection
    agreement = try connection.prepared(
      """
      INSERT INTO agreement (id, document, position, rank, date, start, "end", text, kind, strength, mutuality,
        deadline, deadline_precision, speaker, details)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    party = try connection.prepared("INSERT INTO agreement_party (agreement, position, party) VALUES (?, ?, ?)")
    domain = try connection.prepared("INSERT INTO agreement_domain (agreement, position, domain) VALUES (?, ?, ?)")
    amount = try connection.prepared(
      "INSERT INTO agreement_amount (agreement, position, value, currency) VALUES (?, ?, ?, ?)")
    instrument = try connection.prepared(
      "INSERT INTO agreement_instrument (agreement, position, name) VALUES (?, ?, ?)")
    evidence = try connection.prepared(
      """
      INSERT INTO agreement_evidence (agreement, position, field, rule, start, "end")
      VALUES (?, ?, ?, ?, ?, ?)
      """)
  }

  /// Writes the agreements of a document.
  ///
  /// - Parameters:
  ///   - ranks: one an agreement.
  ///   - kept: ids to be used again, by the words of the agreement that had them, the first one last.
  func insert(
    _ communique: Communique, document: Int64, ranks: [Int64], keeping kept: [String: [Int64]]
  ) throws(SQLiteError) {
    let date = Value.text(communique.date?.description)
    var kept = kept
    for (position, agreement) in communique.agreements.enumerated() {
      let id = kept.isEmpty ? nil : kept[agreement.text]?.popLast()
      try insert(agreement, id: id, document: document, position: position, rank: ranks[position], date: date)
    }
  }

  /// - Parameter id: the id to have; null for the next.
  private func insert(
    _ agreement: Agreement, id: Int64?, document: Int64, position: Int, rank: Int64, date: Value
  ) throws(SQLiteError) {
    try self.agreement.run(
      id.map(Value.integer) ?? .null, .integer(document), .integer(position), .integer(rank), date,
      .integer(agreement.span.lowerBound), .integer(agreement.span.upperBound),
      .text(agreement.text), .text(agreement.kind.rawValue), .text(agreement.strength.rawValue),
      .text(agreement.mutuality.rawValue), .text(agreement.deadline?.date.description),
      .text(agreement.deadline?.precision.rawValue), .text(agreement.speaker),
      .integer(AgreementDetails(of: agreement).rawValue))
    try insertLists(of: agreement, id: id ?? connection.lastInsertedRow)
  }

  private func insertLists(of agreement: Agreement, id: Int64) throws(SQLiteError) {
    for (position, party) in agreement.parties.enumerated() {
      try self.party.run(.integer(id), .integer(position), .text(party.rawValue))
    }
    for (position, domain) in agreement.domains.enumerated() {
      try self.domain.run(.integer(id), .integer(position), .text(domain.rawValue))
    }
    for (position, amount) in agreement.amounts.enumerated() {
      try self.amount.run(.integer(id), .integer(position), .real(amount.value), .text(amount.currency))
    }
    for (position, name) in agreement.instruments.enumerated() {
      try instrument.run(.integer(id), .integer(position), .text(name))
    }
    for (position, reason) in agreement.evidence.reasons.enumerated() {
      try evidence.run(
        .integer(id), .integer(position), .text(reason.field), .text(reason.rule),
        reason.span.map { .integer($0.lowerBound) } ?? .null, reason.span.map { .integer($0.upperBound) } ?? .null)
    }
  }
}

/// Which of the lists that most agreements lack an agreement has: a page of a list is read without looking for them.
struct AgreementDetails: OptionSet {
  let rawValue: Int

  static let amounts = AgreementDetails(rawValue: 1)
  static let instruments = AgreementDetails(rawValue: 2)
  static let evidence = AgreementDetails(rawValue: 4)
  /// The same undertaking stands in other documents too: kept by the index, not by what the agreement itself holds.
  static let versions = AgreementDetails(rawValue: 8)

  init(rawValue: Int) { self.rawValue = rawValue }

  init(of agreement: Agreement) {
    self = []
    if !agreement.amounts.isEmpty { insert(.amounts) }
    if !agreement.instruments.isEmpty { insert(.instruments) }
    if !agreement.evidence.reasons.isEmpty { insert(.evidence) }
  }
}
