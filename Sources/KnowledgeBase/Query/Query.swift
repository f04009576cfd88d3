import Communique

/// What is asked of the store. The shell, the command line's words and its flags all build this tree.
///
/// Trees are kept in one shape, so that equal questions are equal values: build them with `all`, `any`,
/// `negation`, the parser or `field`, which flatten nested groups and drop repetitions.
public indirect enum Query: Sendable, Hashable {
  case everything
  /// A word as typed, in any of its forms and in the other language; one that holds several words
  /// ("États-Unis") asks for them side by side.
  case word(String)
  /// A word's beginning: `énerg*`.
  case prefix(String)
  /// Words side by side, in that order.
  case phrase(String)
  case filter(Filter)
  case not(Query)
  case and([Query])
  case or([Query])
}

extension Query {
  /// What matches every part. Parts that filter by the same field are alternatives: `country` twice means
  /// either (flags and bare queries alike); `intersection` takes them all.
  public static func all(_ parts: [Query]) -> Query {
    var merged: [Query] = []
    for part in parts {
      if let field = part.field, let place = merged.firstIndex(where: { $0.field == field }) {
        merged[place] = any([merged[place], part])
      } else {
        merged.append(part)
      }
    }
    return intersection(merged)
  }

  /// What matches every part, also where several filter by the same field.
  public static func intersection(_ parts: [Query]) -> Query {
    var flat: [Query] = []
    for part in parts {
      switch part {
      case .everything: continue
      case .and(let inner): flat.append(contentsOf: inner)
      default: flat.append(part)
      }
    }
    flat = flat.withoutRepetitions
    return flat.isEmpty ? .everything : flat.count == 1 ? flat[0] : .and(flat)
  }

  /// What matches at least one part; everything where there is none.
  public static func any(_ parts: [Query]) -> Query {
    var flat: [Query] = []
    for part in parts {
      switch part {
      case .everything: return .everything
      case .or(let inner): flat.append(contentsOf: inner)
      default: flat.append(part)
      }
    }
    flat = flat.withoutRepetitions
    return flat.isEmpty ? .everything : flat.count == 1 ? flat[0] : .or(flat)
  }

  /// What does not match.
  public static func negation(_ query: Query) -> Query {
    if case .not(let inner) = query { return inner }
    return .not(query)
  }

  /// Plain words, whatever signs and operators they hold: each must match.
  public static func words(_ text: String) -> Query {
    intersection(text.split(whereSeparator: \.isWhitespace).map { plainWord(String($0)) })
  }
}

extension Query {
  /// The field that all of it filters by; null for words, mixtures and negations.
  var field: Field? {
    switch self {
    case .filter(let filter): filter.field
    case .or(let parts):
      parts.dropFirst().reduce(parts.first?.field) { $0 == $1.field ? $0 : nil }
    default: nil
    }
  }

  /// Whether it asks for words, so that relevance means something.
  public var hasWords: Bool {
    switch self {
    case .word, .prefix, .phrase: true
    case .filter(.title): true
    case .everything, .filter, .not: false
    case .and(let parts), .or(let parts): parts.contains(where: \.hasWords)
    }
  }

  /// The order that suits it where the user asks for none: relevance for words, date for lists.
  public var usualOrder: Order { hasWords ? .relevance : .date }
}

extension [Query] {
  fileprivate var withoutRepetitions: [Query] {
    var seen: Set<Query> = []
    return filter { seen.insert($0).inserted }
  }
}
