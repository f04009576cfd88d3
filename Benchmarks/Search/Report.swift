@preconcurrency import Glibc
import KnowledgeBase

/// Measures all questions on one store and prints a table.
struct Report {
  let path: String
  let size: Int
  let kb: String?
  let runs: Int

  func print() throws {
    let base = try KnowledgeBase(path: path, mode: .read)
    let rare = try rareWord(base)
    Swift.print("\n\(size) agreements, medians in ms, \(runs) runs; rare word: \(rare)")
    Swift.print(
      row(["question", "total", "one-shot", "p95", "best", "in process", "p95", "sqlite3", "best", "sqlite-utils"]))
    for question in Question.all {
      let question = question.with(rare: rare)
      let query = try Query.parse(question.text)
      var total = 0
      let inProcess = try Timing.of(runs) { total = try ask(base, question, query) }
      let oneShot = Timing.of(runs) { _ = run(program, shellArguments(question)) }
      let plain = plainSQL(question)
      Swift.print(
        row([
          question.name, "\(total)", format(oneShot.median), format(oneShot.p95), format(oneShot.best),
          format(inProcess.median), format(inProcess.p95), plain.median, plain.best, sqliteUtils(question),
        ]))
    }
    let start = Timing.of(runs) { _ = run(program, ["--version"]) }
    Swift.print(row(["start-up: --version", "", format(start.median), format(start.p95), format(start.best)]))
    let byID = Timing.of(runs) { _ = run("sqlite3", ["-readonly", path, "SELECT * FROM agreement WHERE id = 4711"]) }
    Swift.print(row(["sqlite3 by id", "", "", "", "", "", "", format(byID.median), format(byID.best)]))
  }

  /// Seconds after which plain SQL has lost.
  private static let patience = 20

  private func plainSQL(_ question: Question) -> (median: String, best: String) {
    let arguments = ["-readonly", path, question.sql]
    let start = Timing.now
    if run("timeout", ["\(Self.patience)", "sqlite3"] + arguments) == 124 {
      return ("> \(Self.patience)000", "")
    }
    // Slow ones say enough in few runs.
    let count = Timing.now - start > 500 ? 2 : runs
    let timing = Timing.of(count) { _ = run("sqlite3", arguments) }
    return (format(timing.median), format(timing.best))
  }

  /// A word that a handful of agreements have.
  private func rareWord(_ base: KnowledgeBase) throws -> String {
    let candidates = try base.completions(of: nil, startingWith: "z", limit: 100_000)
    return candidates.last { $0.count >= 3 && $0.term.utf8.count == 6 }?.term ?? candidates.last?.term ?? "zzz"
  }

  private func ask(_ base: KnowledgeBase, _ question: Question, _ query: Query) throws -> Int {
    switch question.answer {
    case .list: try base.search(query, order: query.usualOrder, limit: 20).total
    case .count: try base.count(query)
    case .facets(let facet): try base.facets([facet], of: query).total
    }
  }

  private var program: String { kb ?? CommandLine.arguments[0] }

  private func shellArguments(_ question: Question) -> [String] {
    guard kb == nil else {
      switch question.answer {
      case .list: return ["query", "--db", path, question.text]
      case .count: return ["query", "--db", path, "--count", question.text]
      case .facets(let facet): return ["facets", "--db", path, facet.rawValue, question.text]
      }
    }
    let answer: String =
      switch question.answer {
      case .list: "list"
      case .count: "count"
      case .facets(let facet): facet.rawValue
      }
    return ["--one-shot", path, answer, question.text]
  }

  private func sqliteUtils(_ question: Question) -> String {
    guard let words = question.words else { return "" }
    let arguments = ["search", path, "search", words, "--limit", "20"]
    guard run("sqlite-utils", ["--version"]) == 0 else { return "not installed" }
    return format(Timing.of(3) { _ = run("sqlite-utils", arguments) }.median)
  }

  private func format(_ milliseconds: Double) -> String {
    let tenths = Int((milliseconds * 100).rounded())
    let hundredths = tenths % 100
    return "\(tenths / 100)." + (hundredths < 10 ? "0" : "") + "\(hundredths)"
  }

  private func row(_ cells: [String]) -> String {
    let widths = [26, 7, 9, 8, 8, 10, 8, 9, 8, 13]
    return zip(cells, widths).map { cell, width in
      let padding = String(repeating: " ", count: max(0, width - cell.count))
      return width == 26 ? cell + padding : padding + cell
    }.joined(separator: " ")
  }
}
