/// Reads JSON (RFC 8259), strictly: no comments, no trailing commas, no repeated member, no text after the value, no
/// bytes that are not UTF-8, no halves of surrogate pairs, and no more nesting than asked for. What it reads is foreign.
package struct JSONReader {
  /// Why a text is no JSON, and where.
  package struct Failure: Error, Hashable, Sendable {
    package enum Reason: String, Sendable, CaseIterable {
      /// The text ends before the value does.
      case end
      /// A byte that cannot stand there.
      case byte
      /// A line end or another control character in a string, which JSON wants escaped.
      case control
      /// A backslash with what cannot follow it, or half of a surrogate pair.
      case escape
      case notUTF8
      /// Not in the form of JSON's numbers, or too large for a double.
      case number
      /// An object has two members of one name.
      case repeated
      case tooDeep
      /// The value is followed by something.
      case trailing
    }

    package let reason: Reason
    /// UTF-8 byte offset into the text.
    package let offset: Int
  }

  /// Arrays and objects inside one another, beyond which a text is taken for an attack on the stack.
  package static let usualDepth = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private let maximumDepth: Int
  private var position = 0
  private var depth = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
  }

  /// The one value that a text holds, with blanks around it or none.
  ///
  /// - Parameter bytes: UTF-8, without byte order mark.
  package static func value(
    of bytes: UnsafeBufferPointer<UInt8>, maximumDepth: Int = usualDepth
  ) throws(Failure) -> JSON {
    var reader = JSONReader(bytes, maximumDepth: maximumDepth)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.position == bytes.count else { throw reader.failure(.trailing) }
    return value
  }

  package static func value(of bytes: [UInt8], maximumDepth: Int = usualDepth) throws(Failure) -> JSON {
    // The closure's own error type is lost on the way through the standard library.
    let result = bytes.withUnsafeBufferPointer { (bytes) -> Result<JSON, Failure> in
      do throws(Failure) {
        return .success(try value(of: bytes, maximumDepth: maximumDepth))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  package static func value(of text: String, maximumDepth: Int = usualDepth) throws(Failure) -> JSON {
    try value(of: Array(text.utf8), maximumDepth: maximumDepth)
  }
}

extension JSONReader {
  private func failure(_ reason: Failure.Reason, at offset: Int? = nil) -> Failure {
    Failure(reason: reason, offset: offset ?? position)
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  /// The next byte that is no blank, which stays where it is.
  private mutating func next() throws(Failure) -> UInt8 {
    skipBlanks()
    guard position < bytes.count else { throw failure(.end) }
    return bytes[position]
  }

  private mutating func value() throws(Failure) -> JSON {
    switch try next() {
    case UInt8(ascii: "{"): return try nested { (reader) throws(Failure) in try reader.object() }
    case UInt8(ascii: "["): return try nested { (reader) throws(Failure) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw failure(.byte)
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSON) throws(Failure) -> JSON {
    let start = position
    for index in 0..<word.utf8CodeUnitCount {
      guard start + index < bytes.count else { throw failure(.end, at: bytes.count) }
      guard bytes[start + index] == word.utf8Start[index] else { throw failure(.byte, at: start + index) }
    }
    position += word.utf8CodeUnitCount
    return value
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(Failure) -> JSON
  ) throws(Failure) -> JSON {
    guard depth < maximumDepth else { throw failure(.tooDeep) }
    depth += 1
    position += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func array() throws(Failure) -> JSON {
    var elements: [JSON] = []
    if try takes(UInt8(ascii: "]")) { return .array(elements) }
    while true {
      elements.append(try value())
      if try takes(UInt8(ascii: "]")) { return .array(elements) }
      guard try takes(UInt8(ascii: ",")) else { throw failure(.byte) }
    }
  }

  private mutating func object() throws(Failure) -> JSON {
    var members: [JSON.Member] = []
    var keys: Set<String> = []
    if try takes(UInt8(ascii: "}")) { return .object(members) }
    while true {
      guard try next() == UInt8(ascii: "\"") else { throw failure(.byte) }
      let start = position
      let key = try string()
      guard keys.insert(key).inserted else { throw failure(.repeated, at: start) }
      guard try takes(UInt8(ascii: ":")) else { throw failure(.byte) }
      members.append(JSON.Member(key: key, value: try value()))
      if try takes(UInt8(ascii: "}")) { return .object(members) }
      guard try takes(UInt8(ascii: ",")) else { throw failure(.byte) }
    }
  }

  /// Goes past the next byte where it is this one.
  private mutating func takes(_ byte: UInt8) throws(Failure) -> Bool {
    guard try next() == byte else { return false }
    position += 1
    return true
  }
}

extension JSONReader {
  /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`
  private mutating func number() throws(Failure) -> JSON {
    let start = position
    var isWhole = true
    if current == UInt8(ascii: "-") { position += 1 }
    if current == UInt8(ascii: "0") { position += 1 } else { try digits() }
    if current == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try digits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let number = Int(text) { return .int(number) }
    guard let number = Double(text), number.isFinite else { throw failure(.number, at: start) }
    return .double(number)
  }

  private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func digits() throws(Failure) {
    let start = position
    while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    guard position > start else { throw failure(current == nil ? .end : .number) }
  }
}

extension JSONReader {
  /// A quoted string; the position is on its opening quote.
  private mutating func string() throws(Failure) -> String {
    position += 1
    let start = position
    skipPlain()
    // Most strings have no escape, and are taken as they are.
    if current == UInt8(ascii: "\"") {
      position += 1
      return try text(UnsafeBufferPointer(rebasing: bytes[start..<position - 1]), at: start)
    }
    var content = Array(bytes[start..<position])
    while true {
      guard let byte = current else { throw failure(.end) }
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return try content.withUnsafeBufferPointer { (bytes) throws(Failure) in try text(bytes, at: start) }
      case UInt8(ascii: "\\"): UTF8.encode(try escape()).map { content.append(contentsOf: $0) }
      default: throw failure(.control)
      }
      let plain = position
      skipPlain()
      content.append(contentsOf: bytes[plain..<position])
    }
  }

  /// Goes to the next quote, backslash or control character.
  private mutating func skipPlain() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      position += 1
    }
  }

  private func text(_ content: UnsafeBufferPointer<UInt8>, at start: Int) throws(Failure) -> String {
    guard let text = String(validating: content, as: UTF8.self) else { throw failure(.notUTF8, at: start) }
    return text
  }

  /// What an escape stands for; the position is on its backslash.
  private mutating func escape() throws(Failure) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let byte = current else { throw failure(.end) }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(at: start)
    default: throw failure(.escape, at: start)
    }
  }

  /// `\uXXXX`, or two of them for what lies beyond U+FFFF.
  private mutating func unicodeEscape(at start: Int) throws(Failure) -> Unicode.Scalar {
    let first = try hexadecimal(at: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard (0xD800..<0xDC00).contains(first), current == UInt8(ascii: "\\") else { throw failure(.escape, at: start) }
    position += 1
    guard current == UInt8(ascii: "u") else { throw failure(.escape, at: start) }
    position += 1
    let second = try hexadecimal(at: start)
    guard (0xDC00..<0xE000).contains(second) else { throw failure(.escape, at: start) }
    guard let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) else {
      throw failure(.escape, at: start)
    }
    return scalar
  }

  private mutating func hexadecimal(at start: Int) throws(Failure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = current else { throw failure(.end) }
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw failure(.escape, at: start)
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return value
  }
}
