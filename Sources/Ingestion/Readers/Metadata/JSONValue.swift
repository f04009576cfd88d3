/// A JSON value, as pages carry it in their markup. What is malformed is nothing.
enum JSONValue {
  case null, bool(Bool), number(String)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// - Parameter maxDepth: values inside values; beyond it the whole is nothing.
  init?(_ bytes: [UInt8], maxDepth: Int = 64) {
    var reader = JSONReader(bytes: bytes, maxDepth: maxDepth)
    guard let value = reader.value(depth: 0) else { return nil }
    self = value
  }

  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The string itself, or the first of an array of strings.
  var text: String? {
    switch self {
    case .string(let text): text
    case .array(let values): values.lazy.compactMap(\.text).first
    default: nil
    }
  }

  /// Itself or its elements.
  var elements: [JSONValue] {
    if case .array(let values) = self { values } else { [self] }
  }
}

private struct JSONReader {
  let bytes: [UInt8]
  let maxDepth: Int
  var index = 0

  init(bytes: [UInt8], maxDepth: Int) {
    self.bytes = bytes
    self.maxDepth = maxDepth
  }

  mutating func value(depth: Int) -> JSONValue? {
    skipSpace()
    guard depth <= maxDepth, index < bytes.count else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .string($0) }
    default: return word()
    }
  }

  private mutating func object(_ depth: Int) -> JSONValue? {
    index += 1
    var members: [(key: String, value: JSONValue)] = []
    while true {
      skipSpace()
      if take(UInt8(ascii: "}")) { return .object(members) }
      if take(UInt8(ascii: ",")) { continue }
      guard let key = string() else { return nil }
      skipSpace()
      guard take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
      members.append((key, value))
    }
  }

  private mutating func array(_ depth: Int) -> JSONValue? {
    index += 1
    var values: [JSONValue] = []
    while true {
      skipSpace()
      if take(UInt8(ascii: "]")) { return .array(values) }
      if take(UInt8(ascii: ",")) { continue }
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
    }
  }

  private mutating func word() -> JSONValue? {
    let start = index
    while index < bytes.count, !ASCII.isSpace(bytes[index]), ![0x2C, 0x5D, 0x7D].contains(bytes[index]) { index += 1 }
    switch String(decoding: bytes[start..<index], as: UTF8.self) {
    case "": return nil
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case let number: return .number(number)
    }
  }

  private mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var output: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: output, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        output.append(byte)
        continue
      }
      guard index < bytes.count else { return nil }
      let escape = bytes[index]
      index += 1
      switch escape {
      case UInt8(ascii: "n"): output.append(0x0A)
      case UInt8(ascii: "t"): output.append(0x09)
      case UInt8(ascii: "r"): output.append(0x0D)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): output.append(0x20)
      case UInt8(ascii: "u"):
        guard let scalar = scalar() else { return nil }
        output.append(contentsOf: String(scalar).utf8)
      default: output.append(escape)
      }
    }
    return nil
  }

  /// After `\u`; a pair of surrogates is one letter.
  private mutating func scalar() -> Unicode.Scalar? {
    guard let first = hexadecimal() else { return nil }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, index + 1 < bytes.count, bytes[index] == 0x5C, bytes[index + 1] == 0x75 else {
      return "\u{FFFD}"
    }
    index += 2
    guard let second = hexadecimal() else { return nil }
    guard second & 0xFC00 == 0xDC00 else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
  }

  private mutating func hexadecimal() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[index..<(index + 4)], as: UTF8.self)
    index += 4
    return UInt32(digits, radix: 16)
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipSpace() {
    while index < bytes.count, ASCII.isSpace(bytes[index]) { index += 1 }
  }
}
