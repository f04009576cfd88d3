/// The folded spelling of a word as rules compare it: a view of bytes that live as long as the lexicon, or of a
/// literal in the binary, so that `word == "the"` makes no string and hashes nothing.
///
/// Unsafe pointers, because a rule may ask for the spelling of every token; the lexicon never moves its bytes.
struct Spelling: Equatable, ExpressibleByStringLiteral {
  let start: UnsafePointer<UInt8>
  let count: Int

  @inline(__always) init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  @inline(__always) init(stringLiteral literal: StaticString) {
    start = literal.utf8Start
    count = literal.utf8CodeUnitCount
  }

  /// What marks and numbers have.
  @inline(__always) static var none: Spelling { "" }

  var isEmpty: Bool { count == 0 }

  /// The spelling as a string of its own.
  var text: String { String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self) }

  @inline(__always) static func == (one: Spelling, other: Spelling) -> Bool {
    one.count == other.count && one.begins(with: other)
  }

  @inline(__always) func hasPrefix(_ other: Spelling) -> Bool { count >= other.count && begins(with: other) }

  @inline(__always) func hasSuffix(_ other: Spelling) -> Bool {
    count >= other.count && Spelling(start: start + (count - other.count), count: other.count).begins(with: other)
  }

  /// Whether the bytes of `other` stand here; this must be as long.
  @inline(__always) private func begins(with other: Spelling) -> Bool {
    var index = 0
    while index < other.count {
      if start[index] != other.start[index] { return false }
      index += 1
    }
    return true
  }
}

// The bytes are never written to once there is a spelling of them.
extension Spelling: @unchecked Sendable {}
