import Communique
import Glibc
import KnowledgeBase
import Testing
import Vocabulary

/// The bilingual query cases of `Data/queries.tsv`, each asked of the agreements of `Data/agreements.tsv`.
@Suite(.serialized) struct QueryCasesTests {
  private static let kept = Result { try CaseStore() }
  private var base: CaseStore { get throws { try Self.kept.get() } }
  static let cases = Rows.read("queries.tsv").map { QueryCase($0) }

  @Test(.enabled(if: CaseStore.hasVocabulary), arguments: cases)
  func finds(_ wanted: QueryCase) throws {
    let query = try Query.parse(wanted.query)
    let result = try base.store.search(query, order: .relevance, limit: 100, exact: wanted.isExact)
    let found = result.agreements.map(\.document.file)
    #expect(Set(found.prefix(wanted.first.count)) == Set(wanted.first), "\(wanted.query): \(found)")
    #expect(Set(wanted.also).isSubset(of: found), "\(wanted.query): \(found)")
    #expect(Set(wanted.never).isDisjoint(with: found), "\(wanted.query): \(found)")
    #expect(result.total == found.count)
  }

  @Test func thereAreSixtyCasesInBothLanguages() { #expect(Self.cases.count >= 60) }
}

struct QueryCase: Sendable, CustomTestStringConvertible {
  let query: String
  let isExact: Bool
  let first: [String]
  let also: [String]
  let never: [String]

  init(_ row: [String]) {
    isExact = row[0].hasPrefix("!")
    query = isExact ? String(row[0].dropFirst()) : row[0]
    func keys(_ text: String) -> [String] { text == "-" ? [] : text.split(separator: " ").map(String.init) }
    (first, also, never) = (keys(row[1]), keys(row[2]), keys(row[3]))
  }

  var testDescription: String { (isExact ? "!" : "") + query }
}

final class CaseStore: @unchecked Sendable {
  /// The cases need the real lexicon.
  static var hasVocabulary: Bool { Names.party(named: "kazakhe") != nil }

  private let folder: TemporaryStore
  let store: KnowledgeBase

  init() throws {
    folder = try TemporaryStore()
    store = try folder.open()
    for row in Rows.read("agreements.tsv") {
      let clause = Sample.Clause(
        row[5], row[2].split(separator: ",").map(String.init), row[3].split(separator: ",").map(String.init),
        Strength(rawValue: row[4]) ?? .decided)
      _ = try store.ingest(
        Sample.communique(row[0], row[0].hasPrefix("f") ? .french : .english, date: row[1], [clause]))
    }
  }
}

/// Reads the test data beside this file.
enum Rows {
  static func read(_ name: String, _ here: String = #filePath) -> [[String]] {
    lines(name, here).filter { !$0.hasPrefix("#") && !$0.isEmpty }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  static func lines(_ name: String, _ here: String = #filePath) -> [String] {
    let folder = here.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    guard let file = fopen(folder + "/Data/" + name, "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }
}
