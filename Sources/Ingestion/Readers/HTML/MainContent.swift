/// Finds the part of a page that is its article.
///
/// Rules, the first that applies: the `<article>`, `articleBody` or `<main>` that holds most of the page's running text;
/// else the smallest part that holds four fifths of it. Running text is what stands outside of links and furniture.
struct MainContent {
  let tree: MarkupTree
  let furniture: HTMLFurniture
  private let headlines: [Int]
  private let running: [Int32]

  init(_ tree: MarkupTree, _ furniture: HTMLFurniture) {
    self.tree = tree
    self.furniture = furniture
    headlines = tree.all("h1").filter { !furniture.contains($0) }
    var running: [Int32] = [0]
    running.reserveCapacity(tree.nodes.count + 1)
    var linkEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      var count: Int32 = 0
      if node.isText {
        if index >= linkEnd, !furniture.contains(index) {
          for byte in tree.bytes[node.content] where byte > 0x20 { count += 1 }
        }
      } else if tree.names[Int(node.name)] == "a", tree.attribute("href", of: index) != nil {
        linkEnd = max(linkEnd, Int(node.end))
      }
      running.append(running[index] + count)
    }
    self.running = running
  }

  /// The node; null where the page has no running text.
  func find() -> Int? {
    let all = Int(running[tree.nodes.count])
    guard all > 0 else { return nil }
    for candidates in [tree.all("article"), bodies, tree.all("main") + mains] {
      let best = candidates.max { (letters($0), -$0) < (letters($1), -$1) }
      if let best, letters(best) * 2 >= all { return best }
    }
    return densest(all)
  }

  private var bodies: [Int] {
    tree.nodes.indices.filter { tree.attribute("itemprop", of: $0)?.contains("articleBody") ?? false }
  }

  private var mains: [Int] { tree.nodes.indices.filter { tree.attribute("role", of: $0) == "main" } }

  /// Goes down from the whole as long as one part holds nearly all.
  private func densest(_ all: Int) -> Int? {
    var found: Int?
    while true {
      let heaviest = tree.children(of: found).filter { !tree.nodes[$0].isText && isContainer($0) }
        .max { letters($0) < letters($1) }
      guard let heaviest, letters(heaviest) * 5 >= all * 4 else { return found }
      // A headline beside the body belongs to it.
      if let found, hasHeadline(found, outside: heaviest) { return found }
      found = heaviest
    }
  }

  private func hasHeadline(_ node: Int, outside child: Int) -> Bool {
    guard headlines.count == 1 else { return false }
    func holds(_ node: Int) -> Bool { (node..<Int(tree.nodes[node].end)).contains(headlines[0]) }
    return holds(node) && !holds(child)
  }

  private func isContainer(_ node: Int) -> Bool {
    !furniture.contains(node)
      && ["html", "body", "div", "section", "main", "article", "table", "tbody", "tr", "td", "center", "font", "span"]
        .contains(tree.name(node))
  }

  private func letters(_ node: Int) -> Int { Int(running[Int(tree.nodes[node].end)] - running[node]) }
}
