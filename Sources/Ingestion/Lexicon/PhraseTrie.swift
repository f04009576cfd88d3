/// Phrases over a `PhraseAlphabet`, each with a value, matched against the words of a text.
///
/// A value is a number whose meaning is the caller's (a party, a row of the domain terms, a cue).
///
/// Plain memory, each node's edges side by side and sorted: every text is matched against several tries, token by token.
final class PhraseTrie {
  /// A phrase found in a text.
  struct Match {
    var value: Int32
    /// The token after its last.
    var end: Int
  }

  private var building = PhraseTrieBuilder()
  private var nodes = UnsafeMutableBufferPointer<Node>(start: nil, count: 0)
  private var edges = UnsafeMutableBufferPointer<Edge>(start: nil, count: 0)
  private var values = UnsafeMutableBufferPointer<Int32>(start: nil, count: 0)
  /// The node after each letter that a phrase can start with; 0 for the others.
  private var roots = UnsafeMutableBufferPointer<Int32>(start: nil, count: 0)
  /// For each word number, where the nodes after it stand in `starts`: worked out once a word, asked for at each token.
  private let startRanges = UnsafeMutablePointer<Range<Int32>>.allocate(capacity: Lexicon.capacity + 1)
  private var starts: ContiguousArray<Int32> = []

  /// Where a node's edges and values begin; they end where the next node's begin.
  struct Node {
    var edges: Int32 = 0
    var values: Int32 = 0
  }

  struct Edge {
    var letter: Int32
    var target: Int32
  }

  init() {
    // Number 0 stands for words that the lexicon has no room for.
    startRanges.initialize(to: 0..<0)
  }

  deinit {
    nodes.deallocate()
    edges.deallocate()
    values.deallocate()
    roots.deallocate()
    startRanges.deallocate()
  }

  /// Adds a phrase: its words folded; a word may be `beginning*`.
  func insert(_ words: [[UInt8]], value: Int32, alphabet: PhraseAlphabet) {
    building.insert(words.map { alphabet.letter(for: $0) }, value: value)
  }

  /// Makes the trie ready to match; to be called once, when all phrases are in.
  func freeze(alphabet: PhraseAlphabet) {
    let count = building.nodeCount
    nodes = Self.allocate(count + 1, Node())
    edges = Self.allocate(count, Edge(letter: 0, target: 0))
    values = Self.allocate(building.valueCount, 0)
    roots = Self.allocate(Int(alphabet.count) + 1, 0)
    for edge in building.edges(of: 0) { roots[Int(edge.letter)] = edge.target }
    var place = Node()
    for node in 0..<count {
      nodes[node] = place
      for value in building.values(of: node) {
        values[Int(place.values)] = value
        place.values += 1
      }
      // The root's edges are in `roots`.
      guard node > 0 else { continue }
      for edge in building.edges(of: node).sorted(by: { $0.letter < $1.letter }) {
        edges[Int(place.edges)] = edge
        place.edges += 1
      }
    }
    nodes[count] = place
    building = PhraseTrieBuilder()
  }

  private static func allocate<Element>(_ count: Int, _ value: Element) -> UnsafeMutableBufferPointer<Element> {
    let buffer = UnsafeMutableBufferPointer<Element>.allocate(capacity: count)
    buffer.initialize(repeating: value)
    return buffer
  }

  /// Calls `body` with every phrase that starts at token `start` and ends before `limit`.
  ///
  /// Words are compared, marks end a phrase; whether tokens are joined by a hyphen or a blank makes no difference.
  func matches(
    at start: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon, _ body: (Match) -> Void
  ) {
    guard start < limit, tokens[start].kind == .word else { return }
    for index in startRanges[Int(tokens[start].word)] {
      visit(starts[Int(index)], after: start, limit: limit, tokens: tokens, lexicon: lexicon, body)
    }
  }

  /// Notes a word that is new to the lexicon.
  ///
  /// - Returns: whether any phrase starts with it.
  func learn(_ word: Int32, letters: some Sequence<Int32>) -> Bool {
    let first = Int32(starts.count)
    for letter in letters where Int(letter) < roots.count && roots[Int(letter)] > 0 {
      starts.append(roots[Int(letter)])
    }
    (startRanges + Int(word)).initialize(to: first..<Int32(starts.count))
    return Int32(starts.count) > first
  }

  /// Reports the phrases that end at a node, reached with the token at `position`, and goes on from there.
  private func visit(
    _ node: Int32, after position: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon,
    _ body: (Match) -> Void
  ) {
    let here = nodes[Int(node)]
    let next = nodes[Int(node) + 1]
    for place in here.values..<next.values { body(Match(value: values[Int(place)], end: position + 1)) }
    guard here.edges < next.edges, position + 1 < limit, tokens[position + 1].kind == .word else { return }
    for index in lexicon.letterRanges[Int(tokens[position + 1].word)] {
      let target = target(of: lexicon.letters[Int(index)], in: Int(here.edges)..<Int(next.edges))
      guard target > 0 else { continue }
      visit(target, after: position + 1, limit: limit, tokens: tokens, lexicon: lexicon, body)
    }
  }

  /// The node to which a letter leads from the node with these edges; 0 for none.
  private func target(of letter: Int32, in range: Range<Int>) -> Int32 {
    var low = range.lowerBound
    var high = range.upperBound
    while high - low > 4 {
      let middle = (low + high) / 2
      if edges[middle].letter <= letter { low = middle } else { high = middle }
    }
    while low < high {
      if edges[low].letter == letter { return edges[low].target }
      low += 1
    }
    return 0
  }
}
