import Communique
import Concordance
import SQLiteStore
import TextAnalysis

/// Links documents that belong together and aligns their agreements, within the caller's transaction.
struct LinkWriter {
  let connection: Connection
  /// Made when first two texts are compared, as it takes the whole lexicon.
  let reader: () throws(SQLiteError) -> ProfileReader
  /// Reads a stored document; null where there is none of that id.
  let stored: (Int64) throws(SQLiteError) -> Communique?
  let memo: PartnerMemo
  private var search: PartnerSearch { PartnerSearch(connection: connection) }

  /// Looks for the partners of a document that was just written, and links it with them; its earlier links go.
  ///
  /// - Returns: the documents whose links changed.
  func relink(
    _ document: Int64, _ communique: Communique, under keys: PartnerKeys
  ) throws(SQLiteError) -> Set<Int64> {
    memo.forget(document)
    try memo.catchUp()
    var changed = try removeLinks(of: document)
    try search.unfile(document)
    let candidates = try search.plausible(search.candidates(for: document, under: keys), for: communique, memo)
    try search.file(document, under: keys)
    let choices = try LinkChoices(connection).choices(for: communique.file)
    guard !candidates.isEmpty || !choices.chosen.isEmpty else {
      return changed.union(changed.isEmpty ? [] : [document])
    }
    let facts = DocumentFacts(communique, reader: try reader())
    for candidate in candidates where !choices.contains(candidate) {
      changed.formUnion(try link(document, facts, candidate))
    }
    for choice in choices.chosen {
      guard let other = try self.facts(choice.document) else { continue }
      try insert(document, facts, choice.document, other, choice.kind, confidence: 1)
      changed.insert(choice.document)
    }
    if !changed.isEmpty { changed.insert(document) }
    return changed
  }

  /// Links two documents where their texts say so.
  private func link(
    _ document: Int64, _ facts: DocumentFacts, _ candidate: Int64
  ) throws(SQLiteError) -> Set<Int64> {
    let isVersion = try language(of: candidate) != facts.language
    guard try isPromising(candidate, facts.sketch, isVersion: isVersion), let other = try self.facts(candidate) else {
      return []
    }
    let likeness = DocumentLikeness(facts, other)
    guard likeness.isEnough else { return [] }
    try insert(document, facts, candidate, other, isVersion ? .version : .duplicate, confidence: likeness.confidence)
    return [candidate]
  }

  /// Whether the bytes of two texts leave a chance that they belong together: quick to tell, and seldom wrong.
  private func isPromising(_ candidate: Int64, _ sketch: TextSketch, isVersion: Bool) throws(SQLiteError) -> Bool {
    let text = try connection.first("SELECT text FROM document_text WHERE document = ?", [.integer(candidate)]) {
      $0.text(0)
    }
    guard let text else { return false }
    let other = TextSketch(text)
    return isVersion
      ? sketch.namesInCommon(with: other) >= Self.fewestNames : Shingles(sketch).shared(with: Shingles(other)) > 0
  }

  private func language(of document: Int64) throws(SQLiteError) -> Language? {
    try connection.first("SELECT language FROM document WHERE id = ?", [.integer(document)]) {
      $0.optionalText(0).flatMap(Language.init(rawValue:))
    } ?? nil
  }

  /// Versions share half of their names and numbers and more; most others less than this.
  private static let fewestNames = 0.25

  /// Links two documents, in both directions, and aligns their agreements.
  func insert(
    _ one: Int64, _ facts: DocumentFacts, _ two: Int64, _ others: DocumentFacts, _ kind: DocumentLink,
    confidence: Double
  ) throws(SQLiteError) {
    try remove(one, two)
    for (from, to) in [(one, two), (two, one)] {
      try connection.run(
        "INSERT INTO document_link (document, kind, other, confidence) VALUES (?, ?, ?, ?)",
        .integer(from), .text(kind.rawValue), .integer(to), .real(confidence))
    }
    let left = try agreements(of: one)
    let right = try agreements(of: two)
    for pair in AgreementAlignment(facts, others).pairs where pair.left < left.count && pair.right < right.count {
      for (from, to) in [(left[pair.left], right[pair.right]), (right[pair.right], left[pair.left])] {
        try connection.run(
          "INSERT OR REPLACE INTO alignment (agreement, other, score) VALUES (?, ?, ?)",
          .integer(from), .integer(to), .real(pair.score))
      }
    }
  }

  /// Takes the link of two documents away, and the alignment of their agreements.
  func remove(_ one: Int64, _ two: Int64) throws(SQLiteError) {
    for (from, to) in [(one, two), (two, one)] {
      try connection.run("DELETE FROM document_link WHERE document = ? AND other = ?", .integer(from), .integer(to))
      try connection.run(
        """
        DELETE FROM alignment
        WHERE agreement IN (SELECT id FROM agreement WHERE document = ?)
          AND other IN (SELECT id FROM agreement WHERE document = ?)
        """, .integer(from), .integer(to))
    }
  }

  /// - Returns: those it was linked with.
  private func removeLinks(of document: Int64) throws(SQLiteError) -> Set<Int64> {
    let others = try connection.all("SELECT other FROM document_link WHERE document = ?", [.integer(document)]) {
      $0.integer(0)
    }
    for other in others { try remove(document, other) }
    return Set(others)
  }

  private func agreements(of document: Int64) throws(SQLiteError) -> [Int64] {
    try connection.all("SELECT id FROM agreement WHERE document = ? ORDER BY position", [.integer(document)]) {
      $0.integer(0)
    }
  }

  /// A stored document, ready to be compared; null where there is none of that id.
  func facts(_ document: Int64) throws(SQLiteError) -> DocumentFacts? {
    guard let communique = try stored(document) else { return nil }
    return DocumentFacts(communique, reader: try reader())
  }
}
