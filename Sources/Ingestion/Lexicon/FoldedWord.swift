import Vocabulary

/// A word while it is being read: its folded bytes and their hash.
struct FoldedWord {
  /// Room for the longest word told apart by all its letters; of a longer one the first count.
  static let capacity = 256

  private let bytes: UnsafeMutablePointer<UInt8>
  private var count = 0
  private(set) var hash = WordHash()

  /// - Parameter scratch: room for `capacity` bytes, free until the next word is read.
  @inline(__always) init(in scratch: UnsafeMutablePointer<UInt8>) { bytes = scratch }

  /// Valid until the next word is read.
  @inline(__always) var spelling: Spelling { Spelling(start: bytes, count: count) }

  @inline(__always) mutating func append(_ byte: UInt8) {
    guard count < Self.capacity else { return }
    bytes[count] = byte
    count += 1
    hash.add(byte)
  }
}

/// What `Folding` makes of the letters of U+00C0 … U+024F, looked up without a call: one or two bytes, the first lowest.
enum LatinFolding {
  static let range: Range<UInt32> = 0xC0..<0x250

  static let table: ContiguousArray<UInt16> = ContiguousArray(
    range.map { scalar in
      let encoded = [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)]
      var folded: [UInt8] = []
      _ = encoded.withUnsafeBufferPointer { Folding.appendWide($0, at: 0, to: &folded) }
      return folded.reversed().reduce(0) { $0 << 8 | UInt16($1) }
    })

  /// The bytes of a letter's folded form; null beyond the table.
  @inline(__always) static func pair(_ scalar: UInt32, in table: ContiguousArray<UInt16>) -> UInt16? {
    range.contains(scalar) ? table[Int(scalar - 0xC0)] : nil
  }
}
