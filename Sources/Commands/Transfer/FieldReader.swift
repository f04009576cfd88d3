import Communique
import JSONText

/// Why an object of an import is not what it has to be.
enum FieldProblem: Error, Hashable {
  case noObject(String)
  case missing(String)
  /// A later program may have added it: what it says would be lost.
  case unknown(String)
  case badValue(String)
}

/// Takes the members of a JSON object one by one; what is missing, left over or of another kind is an error.
struct FieldReader {
  private let name: String
  private var rest: [String: JSON]

  /// - Parameter name: what the object is called in errors.
  init(_ value: JSON, _ name: String) throws(FieldProblem) {
    guard let members = value.members else { throw .noObject(name) }
    self.name = name
    rest = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// After the last member: there must be no other.
  func finish() throws(FieldProblem) {
    if let key = rest.keys.min() { throw .unknown(name + "." + key) }
  }

  mutating func value(_ key: String) throws(FieldProblem) -> JSON {
    guard let value = rest.removeValue(forKey: key) else { throw .missing(name + "." + key) }
    return value
  }

  /// What `read` makes of a member that is there; null where its value is null.
  mutating func optional<Value>(_ key: String, _ read: (JSON) -> Value?) throws(FieldProblem) -> Value? {
    let value = try value(key)
    if value == .null { return nil }
    guard let result = read(value) else { throw .badValue(name + "." + key) }
    return result
  }

  mutating func required<Value>(_ key: String, _ read: (JSON) -> Value?) throws(FieldProblem) -> Value {
    guard let result = read(try value(key)) else { throw .badValue(name + "." + key) }
    return result
  }

  mutating func string(_ key: String) throws(FieldProblem) -> String { try required(key, \.string) }
  mutating func optionalString(_ key: String) throws(FieldProblem) -> String? { try optional(key, \.string) }
  mutating func int(_ key: String) throws(FieldProblem) -> Int { try required(key, \.int) }
  mutating func number(_ key: String) throws(FieldProblem) -> Double { try required(key, \.number) }

  mutating func id(_ key: String) throws(FieldProblem) -> Int64 { Int64(try int(key)) }

  mutating func date(_ key: String) throws(FieldProblem) -> CalendarDate? {
    try optional(key) { $0.string.flatMap(CalendarDate.init(iso:)) }
  }

  /// A value of a closed list of codes.
  mutating func code<Code: RawRepresentable<String>>(
    _ key: String, _ type: Code.Type
  ) throws(FieldProblem) -> Code {
    try required(key) { $0.string.flatMap(Code.init(rawValue:)) }
  }

  mutating func optionalCode<Code: RawRepresentable<String>>(
    _ key: String, _ type: Code.Type
  ) throws(FieldProblem) -> Code? {
    try optional(key) { $0.string.flatMap(Code.init(rawValue:)) }
  }

  /// An array, each element read by `read`.
  mutating func list<Element>(_ key: String, _ read: (JSON) -> Element?) throws(FieldProblem) -> [Element] {
    try required(key) { value in
      guard let elements = value.elements else { return nil }
      let list = elements.compactMap(read)
      return list.count == elements.count ? list : nil
    }
  }

  /// An array of objects.
  mutating func objects<Element>(
    _ key: String, _ read: (inout FieldReader) throws(FieldProblem) -> Element
  ) throws(FieldProblem) -> [Element] {
    var list: [Element] = []
    for element in try required(key, \.elements) {
      var fields = try FieldReader(element, key)
      list.append(try read(&fields))
      try fields.finish()
    }
    return list
  }

  mutating func strings(_ key: String) throws(FieldProblem) -> [String] { try list(key, \.string) }

  /// `start` and `end`, half open.
  mutating func span() throws(FieldProblem) -> Range<Int> {
    let start = try int("start")
    let end = try int("end")
    guard start >= 0, end >= start else { throw .badValue(name + ".end") }
    return start..<end
  }

  /// The same, or null for both.
  mutating func optionalSpan() throws(FieldProblem) -> Range<Int>? {
    if rest["start"] == .null, rest["end"] == .null {
      _ = try value("start")
      _ = try value("end")
      return nil
    }
    return try span()
  }
}
