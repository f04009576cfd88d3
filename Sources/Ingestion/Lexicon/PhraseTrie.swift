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
  /// Open addressing: keys are `node << 32 | letter`, 0 for an empty slot.
  private var keys: ContiguousArray<UInt64> = []
  private var targets: ContiguousArray<Int32> = []
  private var mask = 0
  private var nodeValues: ContiguousArray<[Int32]> = [[]]
  /// The values of all nodes, node after node, and where each node's begin.
  private var values: ContiguousArray<Int32> = []
  private var valueStarts: ContiguousArray<Int32> = []
  /// Whether a phrase starts with this letter.
  private var startsPhrase: ContiguousArray<Bool> = []

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

  /// Makes the trie ready to match; to be called once, when all phrases are in.
  func freeze(alphabet: PhraseAlphabet) {
    var size = 16
    while size < building.count * 2 { size *= 2 }
    keys = ContiguousArray(repeating: 0, count: size)
    targets = ContiguousArray(repeating: 0, count: size)
    mask = size - 1
    startsPhrase = ContiguousArray(repeating: false, count: Int(alphabet.count) + 1)
    for (edge, target) in building {
      if edge.node == 0 { startsPhrase[Int(edge.letter)] = true }
      var slot = Self.hash(edge.node, edge.letter) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = Self.key(edge.node, edge.letter)
      targets[slot] = target
    }
    building = [:]
    for list in nodeValues {
      valueStarts.append(Int32(values.count))
      values.append(contentsOf: list)
    }
    valueStarts.append(Int32(values.count))
    nodeValues = []
  }

  /// Calls `body` with every phrase that starts at token `start` and ends before `limit`.
  ///
  /// Words are compared, marks end a phrase; whether tokens are joined by a hyphen or a blank makes no difference.
  func matches(
    at start: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon, _ body: (Match) -> Void
  ) {
    walk(node: 0, at: start, limit: limit, tokens: tokens, lexicon: lexicon, body)
  }

  /// Whether any phrase starts with this word.
  func starts(with word: Int32, lexicon: Lexicon) -> Bool {
    let range = lexicon.letterRanges[Int(word)]
    for index in range where startsPhrase[Int(lexicon.letters[Int(index)])] { return true }
    return false
  }

  private func walk(
    node: Int32, at position: Int, limit: Int, tokens: UnsafeBufferPointer<Token>, lexicon: Lexicon, _ body: (Match) -> Void
  ) {
    guard position < limit, tokens[position].kind == .word else { return }
    for index in lexicon.letterRanges[Int(tokens[position].word)] {
      let target = step(node, lexicon.letters[Int(index)])
      guard target > 0 else { continue }
      for place in valueStarts[Int(target)]..<valueStarts[Int(target) + 1] {
        body(Match(value: values[Int(place)], end: position + 1))
      }
      walk(node: target, at: position + 1, limit: limit, tokens: tokens, lexicon: lexicon, body)
    }
  }

  private func step(_ node: Int32, _ letter: Int32) -> Int32 {
    let key = Self.key(node, letter)
    var slot = Self.hash(node, letter) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return targets[slot] }
      slot = (slot + 1) & mask
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
