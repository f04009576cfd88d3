/// Phrases over a `PhraseAlphabet`, each with a value, matched against the words of a text.
///
/// A value is a number whose meaning is the caller's (a party, a row of the domain terms, a cue).
final class PhraseTrie {
  /// A phrase found in a text.
  struct Match {
    var value: Int32
    /// The token after its last.
    var end: Int
  }

  private struct Edge: Hashable {
    var node: Int32
    var letter: Int32
  }

  private var building: [Edge: Int32] = [:]
  private var nodeValues: ContiguousArray<[Int32]> = [[]]
  private var frozen = Frozen()

  /// The finished trie, in plain memory that lives as long as the trie.
  private struct Frozen {
    /// Open addressing: keys are `node << 32 | letter`, 0 for an empty slot.
    var keys = UnsafeMutableBufferPointer<UInt64>(start: nil, count: 0)
    var targets = UnsafeMutableBufferPointer<Int32>(start: nil, count: 0)
    var mask = 0
    /// The values of all nodes, node after node, and where each node's begin.
    var values = UnsafeMutableBufferPointer<Int32>(start: nil, count: 0)
    var valueStarts = UnsafeMutableBufferPointer<Int32>(start: nil, count: 0)
    /// Whether a phrase starts with this letter.
    var startsPhrase = UnsafeMutableBufferPointer<Bool>(start: nil, count: 0)

    func deallocate() {
      keys.deallocate()
      targets.deallocate()
      values.deallocate()
      valueStarts.deallocate()
      startsPhrase.deallocate()
    }
  }

  init() {}

  /// Adds a phrase: its words folded; a word may be `beginning*`.
  func insert(_ words: [[UInt8]], value: Int32, alphabet: PhraseAlphabet) {
    insert(letters: words.map { alphabet.letter(for: $0) }, value: value)
  }

  func insert(letters: [Int32], value: Int32) {
    guard !letters.isEmpty else { return }
    var node: Int32 = 0
    for letter in letters {
      let edge = Edge(node: node, letter: letter)
      if let next = building[edge] {
        node = next
      } else {
        let next = Int32(nodeValues.count)
        building[edge] = next
        nodeValues.append([])
        node = next
      }
    }
    if !nodeValues[Int(node)].contains(value) { nodeValues[Int(node)].append(value) }
  }

  deinit { frozen.deallocate() }

  /// Makes the trie ready to match; to be called once, when all phrases are in.
  func freeze(alphabet: PhraseAlphabet) {
    var size = 16
    while size < building.count * 2 { size *= 2 }
    frozen.keys = Self.allocate(size, 0)
    frozen.targets = Self.allocate(size, 0)
    frozen.mask = size - 1
    frozen.startsPhrase = Self.allocate(Int(alphabet.count) + 1, false)
    for (edge, target) in building {
      if edge.node == 0 { frozen.startsPhrase[Int(edge.letter)] = true }
      var slot = Self.hash(edge.node, edge.letter) & frozen.mask
      while frozen.keys[slot] != 0 { slot = (slot + 1) & frozen.mask }
      frozen.keys[slot] = Self.key(edge.node, edge.letter)
      frozen.targets[slot] = target
    }
    freezeValues()
    building = [:]
    nodeValues = []
  }

  private func freezeValues() {
    frozen.values = Self.allocate(nodeValues.reduce(0) { $0 + $1.count }, 0)
    frozen.valueStarts = Self.allocate(nodeValues.count + 1, 0)
    var place = 0
    for (node, list) in nodeValues.enumerated() {
      frozen.valueStarts[node] = Int32(place)
      for value in list {
        frozen.values[place] = value
        place += 1
      }
    }
    frozen.valueStarts[nodeValues.count] = Int32(place)
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
    Self.walk(
      frozen, node: 0, at: start, limit: limit, tokens: tokens, letters: lexicon.letters, ranges: lexicon.letterRanges, body)
  }

  /// Whether any phrase starts with this word.
  func starts(with word: Int32, lexicon: Lexicon) -> Bool {
    let range = lexicon.letterRanges[Int(word)]
    for index in range where frozen.startsPhrase[Int(lexicon.letters[Int(index)])] { return true }
    return false
  }

  private static func walk(
    _ frozen: Frozen, node: Int32, at position: Int, limit: Int, tokens: UnsafeBufferPointer<Token>,
    letters: UnsafeMutablePointer<Int32>, ranges: UnsafeMutablePointer<Range<Int32>>, _ body: (Match) -> Void
  ) {
    guard position < limit, tokens[position].kind == .word else { return }
    for index in ranges[Int(tokens[position].word)] {
      let target = step(frozen, node, letters[Int(index)])
      guard target > 0 else { continue }
      for place in frozen.valueStarts[Int(target)]..<frozen.valueStarts[Int(target) + 1] {
        body(Match(value: frozen.values[Int(place)], end: position + 1))
      }
      walk(
        frozen, node: target, at: position + 1, limit: limit, tokens: tokens, letters: letters, ranges: ranges, body)
    }
  }

  private static func step(_ frozen: Frozen, _ node: Int32, _ letter: Int32) -> Int32 {
    let key = key(node, letter)
    var slot = hash(node, letter) & frozen.mask
    while frozen.keys[slot] != 0 {
      if frozen.keys[slot] == key { return frozen.targets[slot] }
      slot = (slot + 1) & frozen.mask
    }
    return 0
  }

  private static func key(_ node: Int32, _ letter: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: letter))
  }

  private static func hash(_ node: Int32, _ letter: Int32) -> Int {
    let mixed = key(node, letter) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20)
  }
}
