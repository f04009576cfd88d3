/// The phrases of a trie while they are being collected.
struct PhraseTrieBuilder {
  private struct Node {
    var firstEdge: Int32 = -1
    var firstValue: Int32 = -1
  }

  /// Edges and values in lists, each element with the place of the next; -1 ends a list.
  private struct Link {
    var content: PhraseTrie.Edge
    var next: Int32
  }

  private var nodes: ContiguousArray<Node> = [Node()]
  private var links: ContiguousArray<Link> = []
  /// The edges of the root, by letter: it has thousands.
  private var roots: ContiguousArray<Int32> = []
  private(set) var valueCount = 0

  var nodeCount: Int { nodes.count }

  /// Adds a phrase with its value; twice the same value counts once.
  mutating func insert(_ letters: [Int32], value: Int32) {
    guard !letters.isEmpty else { return }
    var node = 0
    for letter in letters { node = target(of: letter, from: node) }
    var last: Int32 = -1
    var link = nodes[node].firstValue
    while link >= 0 {
      if links[Int(link)].content.target == value { return }
      last = link
      link = links[Int(link)].next
    }
    links.append(Link(content: PhraseTrie.Edge(letter: 0, target: value), next: -1))
    valueCount += 1
    if last < 0 {
      nodes[node].firstValue = Int32(links.count - 1)
    } else {
      links[Int(last)].next = Int32(links.count - 1)
    }
  }

  /// The edges of a node, in no order.
  func edges(of node: Int) -> [PhraseTrie.Edge] {
    guard node > 0 else {
      return roots.enumerated().compactMap { $1 > 0 ? PhraseTrie.Edge(letter: Int32($0), target: $1) : nil }
    }
    return list(from: nodes[node].firstEdge)
  }

  /// The values of the phrases that end at a node, in the order in which they came.
  func values(of node: Int) -> [Int32] { list(from: nodes[node].firstValue).map(\.target) }

  private func list(from first: Int32) -> [PhraseTrie.Edge] {
    var found: [PhraseTrie.Edge] = []
    var link = first
    while link >= 0 {
      found.append(links[Int(link)].content)
      link = links[Int(link)].next
    }
    return found
  }

  private mutating func target(of letter: Int32, from node: Int) -> Int {
    if node == 0 { return root(of: letter) }
    var link = nodes[node].firstEdge
    while link >= 0 {
      if links[Int(link)].content.letter == letter { return Int(links[Int(link)].content.target) }
      link = links[Int(link)].next
    }
    nodes.append(Node())
    let made = nodes.count - 1
    links.append(Link(content: PhraseTrie.Edge(letter: letter, target: Int32(made)), next: nodes[node].firstEdge))
    nodes[node].firstEdge = Int32(links.count - 1)
    return made
  }

  private mutating func root(of letter: Int32) -> Int {
    while roots.count <= Int(letter) { roots.append(0) }
    if roots[Int(letter)] > 0 { return Int(roots[Int(letter)]) }
    nodes.append(Node())
    roots[Int(letter)] = Int32(nodes.count - 1)
    return nodes.count - 1
  }
}
