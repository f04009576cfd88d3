import Communique
import KnowledgeBase

/// Questions: read or refused with a place within them; what is read makes a question to the index, and is answered
/// without an error of SQLite.
final class QueryTarget: FuzzTarget {
  static let name = "queries"
  static let corpus = ["Tests/Fuzz/Corpus/queries"]
  static let words = [
    "country:", "pays:", "domain:", "domaine:", "date:", "2022-06..2023", "juin 2022", "strength:>=", "-", "not ",
    "sauf ",
    " or ", " ou ", "\"", "(", ")", "*", "AND", "NEAR(", "l'énergie", "États-Unis", "parties:CHN+KAZ", "id:", "kind:",
    "..",
  ]

  /// Answering takes ten times as long as reading: one in so many is answered.
  private static let runsBetweenAnswers: UInt32 = 16

  private let store: TemporaryStore

  init() throws { store = try TemporaryStore(filled: true) }

  func run(_ input: [UInt8]) throws {
    let text = String(decoding: input.prefix(2000), as: UTF8.self)
    let query: Query
    do throws(QueryError) {
      query = try Query.parse(text)
    } catch {
      guard error.range.lowerBound >= 0, error.range.upperBound <= text.utf8.count else {
        throw Fault("an error at \(error.range) of \(text.utf8.count)")
      }
      return
    }
    guard checksum(input) % Self.runsBetweenAnswers == 0 else {
      _ = try store.base.indexQuestion(query)
      return
    }
    let total = try store.base.count(query)
    let found = try store.base.search(query, order: .date)
    guard found.total == total else { throw Fault("\(found.total) found, \(total) counted") }
    for stored in found.agreements {
      for range in stored.highlights where range.upperBound > stored.agreement.text.utf8.count {
        throw Fault("a mark at \(range)")
      }
    }
  }
}
