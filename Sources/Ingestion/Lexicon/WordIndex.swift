/// The hash of a word, made while the word is read: eight letters at a time are mixed in.
struct WordHash {
  private var state: UInt64 = 0
  private var letters: UInt64 = 0
  private var count = 0

  @inline(__always) mutating func add(_ byte: UInt8) {
    letters = letters << 8 | UInt64(byte)
    count += 1
    if count & 7 == 0 { mix() }
  }

  /// All letters take part in it; never 0.
  @inline(__always) var value: UInt32 {
    var end = self
    end.mix()
    return UInt32(truncatingIfNeeded: end.state >> 32) | 1
  }

  @inline(__always) private mutating func mix() {
    state = (state ^ letters) &* 0x9E37_79B9_7F4A_7C15
    state ^= state >> 29
    letters = 0
  }
}

/// Finds word numbers by hash: open addressing, each slot a hash and a number, so that a word of the text is compared
/// with one word of the lexicon only.
///
/// Plain memory, because every word of a text is looked up here.
struct WordIndex {
  private struct Slot {
    /// 0 for an empty slot.
    var hash: UInt32 = 0
    var number: Int32 = 0
  }

  private var slots = Self.empty(1 << 12)
  private var count = 0

  /// The number with this hash that `isWanted`; null where there is none.
  @inline(__always) func find(_ hash: WordHash, _ isWanted: (Int32) -> Bool) -> Int32? {
    let wanted = hash.value
    var place = Int(wanted >> 1) & (slots.count - 1)
    while true {
      let slot = slots[place]
      if slot.hash == 0 { return nil }
      if slot.hash == wanted, isWanted(slot.number) { return slot.number }
      place = (place + 1) & (slots.count - 1)
    }
  }

  /// Adds a number that is not there yet.
  mutating func insert(_ number: Int32, hash: WordHash) {
    count += 1
    if count * 2 > slots.count { grow() }
    Self.place(Slot(hash: hash.value, number: number), in: slots)
  }

  func deallocate() { slots.deallocate() }

  private mutating func grow() {
    let larger = Self.empty(slots.count * 2)
    for slot in slots where slot.hash != 0 { Self.place(slot, in: larger) }
    slots.deallocate()
    slots = larger
  }

  private static func place(_ slot: Slot, in slots: UnsafeMutableBufferPointer<Slot>) {
    var place = Int(slot.hash >> 1) & (slots.count - 1)
    while slots[place].hash != 0 { place = (place + 1) & (slots.count - 1) }
    slots[place] = slot
  }

  private static func empty(_ count: Int) -> UnsafeMutableBufferPointer<Slot> {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: count)
    slots.initialize(repeating: Slot())
    return slots
  }
}

/// The bytes of words, kept where they never move.
struct BytePool {
  private static let blockSize = 1 << 16
  private var blocks: [UnsafeMutablePointer<UInt8>] = []
  private var used = Self.blockSize

  /// A copy of a word's bytes that stays until `deallocate`.
  mutating func keep(_ word: Spelling) -> Spelling {
    guard word.count > 0 else { return .none }
    if used + word.count > Self.blockSize {
      blocks.append(.allocate(capacity: max(Self.blockSize, word.count)))
      used = 0
    }
    let start = blocks[blocks.count - 1] + used
    start.initialize(from: word.start, count: word.count)
    used += word.count
    return Spelling(start: start, count: word.count)
  }

  func deallocate() { for block in blocks { block.deallocate() } }
}
