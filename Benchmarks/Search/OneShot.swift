import KnowledgeBase

/// What `kb query` does, less its rendering: open, ask, write rows.
struct OneShot {
  let store: String
  let answer: String
  let text: String

  func run() throws {
    let base = try KnowledgeBase(path: store, mode: .read)
    let query = try Query.parse(text)
    switch answer {
    case "count": print(try base.count(query))
    case "list":
      let result = try base.search(query, order: query.usualOrder, limit: 20)
      for found in result.agreements {
        let date = found.document.date?.description ?? ""
        print(found.id, date, found.agreement.text, found.highlights.count, separator: "\t")
      }
      print(result.total)
    default:
      guard let facet = Facet(rawValue: answer) else { return }
      for row in try base.facets([facet], of: query).rows { print(row.values[0], row.count, separator: "\t") }
    }
  }
}
