/// A JSON value, with the members of objects in the order in which they are written.
package enum JSON: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent that fits.
  case int(Int)
  case double(Double)
  case string(String)
  case array([JSON])
  case object([Member])

  package struct Member: Sendable, Hashable {
    package let key: String
    package let value: JSON

    package init(key: String, value: JSON) {
      self.key = key
      self.value = value
    }
  }

  package static func object(_ members: KeyValuePairs<String, JSON>) -> JSON {
    .object(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The string, or null where there is none.
  package static func string(_ text: String?) -> JSON { text.map { .string($0) } ?? .null }

  package static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map { .string($0) }) }

  /// The members of an object with others after them.
  package func adding(_ members: KeyValuePairs<String, JSON>) -> JSON {
    guard case .object(let own) = self else { return self }
    return .object(own + members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The members of one object after those of another.
  package func merged(with other: JSON) -> JSON {
    guard case .object(let own) = self, case .object(let others) = other else { return self }
    return .object(own + others)
  }

  /// The value of an object's member; null where there is none.
  package subscript(key: String) -> JSON {
    guard case .object(let members) = self else { return .null }
    return members.first { $0.key == key }?.value ?? .null
  }
}

extension JSON {
  /// The text of a string; null for all else.
  package var string: String? { if case .string(let text) = self { text } else { nil } }

  /// A whole number; null for all else, fractions too.
  package var int: Int? { if case .int(let number) = self { number } else { nil } }

  /// Any number; null for all else.
  package var number: Double? {
    switch self {
    case .int(let number): Double(number)
    case .double(let number): number
    default: nil
    }
  }

  package var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

  /// The elements of an array; null for all else.
  package var elements: [JSON]? { if case .array(let values) = self { values } else { nil } }

  /// The members of an object; null for all else.
  package var members: [Member]? { if case .object(let members) = self { members } else { nil } }
}
