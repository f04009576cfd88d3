import Communique
import Vocabulary

/// Reads a number at a place of the text, in figures or in words, with its scale.
///
/// - English: "1,500,000", "9.94 million", "25m", "half a billion", "twenty-five thousand".
/// - French: "1 500 000", "1.500.000", "9,94 millions", "548M", "un milliard et demi", "deux cent cinquante millions".
///
/// A lone comma before three figures parts thousands in English and decimals in French; a lone stop the other way
/// round, but in French before a scale. The French "billion" is 10^12.
struct QuantityReader {
  struct Quantity {
    var value: Double
    /// The token after its last.
    var end: Int
    /// What its scale (million, bn) stands for; 1 for none.
    var scale = 1.0
    var isScaled: Bool { scale > 1 }
  }

  /// What is as large is no quantity, but a run of digits or of scales.
  private static let tooLarge = 1e18

  private let phrases: PhraseReader
  private var draft: Draft { phrases.draft }

  init(_ phrases: PhraseReader) { self.phrases = phrases }

  /// The number at a token; null for none. "a" and "un" count only before a scale or a unit of time.
  func quantity(at start: Int, limit: Int) -> Quantity? {
    guard start < limit else { return nil }
    let base = draft.tokens[start].kind == .number ? figures(at: start, limit) : words(at: start, limit)
    guard let base else { return nil }
    let quantity = scaled(base, limit)
    return quantity.value < Self.tooLarge ? quantity : nil
  }

  // MARK: figures

  private func figures(at start: Int, _ limit: Int) -> Quantity? {
    let range = draft.tokens[start].range
    let digits = draft.bytes[range].prefix { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    let suffix = range.lowerBound + digits.count..<range.upperBound
    if suffix.isEmpty, let grouped = grouped(at: start, limit) { return grouped }
    let isBeforeScale = phrases.longest(.scale, at: start + 1, limit: limit) != nil || !suffix.isEmpty
    guard let value = value(of: digits, isBeforeScale: isBeforeScale) else { return nil }
    if suffix.isEmpty { return Quantity(value: value, end: start + 1) }
    guard let scale = phrases.book.suffixes[Folding.folded(draft.text(suffix))] else { return nil }
    return Quantity(value: value * scale, end: start + 1, scale: scale)
  }

  /// "1 500 000": each further group has three figures.
  private func grouped(at start: Int, _ limit: Int) -> Quantity? {
    guard let first = plainNumber(start, figures: 1...3) else { return nil }
    var value = first
    var next = start + 1
    while next < limit, let group = plainNumber(next, figures: 3...3) {
      value = value * 1000 + group
      next += 1
    }
    return next > start + 1 ? Quantity(value: value, end: next) : nil
  }

  private func plainNumber(_ index: Int, figures: ClosedRange<Int>) -> Double? {
    let token = draft.tokens[index]
    guard token.kind == .number, figures.contains(token.range.count) else { return nil }
    var value = 0.0
    for byte in draft.bytes[token.range] {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Double(byte - 0x30)
    }
    return value
  }

  private func value(of digits: Slice<UnsafeBufferPointer<UInt8>>, isBeforeScale: Bool) -> Double? {
    guard let decimal = decimalMark(of: digits, isBeforeScale: isBeforeScale) else { return nil }
    var value = 0.0
    var divisor = 1.0
    for index in digits.indices {
      if digits[index] &- 0x30 < 10 {
        value = value * 10 + Double(digits[index] - 0x30)
        if index > decimal { divisor *= 10 }
      }
    }
    return value / divisor
  }

  /// Where the decimal mark stands: `Int.max` for none; null where the marks make no number ("1.5.2").
  private func decimalMark(of digits: Slice<UnsafeBufferPointer<UInt8>>, isBeforeScale: Bool) -> Int? {
    let marks = digits.indices.filter { digits[$0] &- 0x30 >= 10 }
    guard let last = marks.last else { return digits.isEmpty ? nil : Int.max }
    let sameMarks = marks.count(where: { digits[$0] == digits[last] })
    if marks.count > 1 {
      // "1,500,000" has no decimals, "1.500,25" has.
      guard sameMarks == 1 || sameMarks == marks.count else { return nil }
      if sameMarks == 1 { return last }
      let groups = zip(marks, marks.dropFirst() + [digits.endIndex])
      return groups.allSatisfy { $1 - $0 == 4 } ? Int.max : nil
    }
    guard digits.endIndex - last == 4 else { return last }
    let isThousandsMark = (digits[last] == UInt8(ascii: ",")) == (draft.language == .english)
    return isThousandsMark && !(isBeforeScale && draft.language == .french) ? Int.max : last
  }

  // MARK: words

  private func words(at start: Int, _ limit: Int) -> Quantity? {
    guard let first = phrases.longest([.number, .one], at: start, limit: limit) else { return nil }
    if first.kind == .one {
      let isCounted = phrases.longest([.scale, .unit], at: first.end, limit: limit) != nil
      return isCounted ? Quantity(value: 1, end: first.end) : nil
    }
    var value = first.value
    var end = first.end
    while let next = furtherNumber(after: value, at: end, limit), next.value >= 1 {
      value = Self.joined(value, next.value)
      end = next.end
    }
    return Quantity(value: value, end: end)
  }

  /// The next word of the number: "two hundred **and fifty**", "twenty-**five**".
  private func furtherNumber(after value: Double, at index: Int, _ limit: Int) -> PhraseReader.Match? {
    if let next = phrases.longest(.number, at: index, limit: limit) { return next }
    guard index < limit, value.truncatingRemainder(dividingBy: 100) == 0, phrases.isWord(index, ["and"]) else {
      return nil
    }
    return phrases.longest(.number, at: index + 1, limit: limit)
  }

  /// "deux cent" 200, "quatre-vingt" 80, "soixante-dix" 70, "twenty-five" 25.
  private static func joined(_ value: Double, _ next: Double) -> Double {
    if next == 100 || value == 4 && next == 20 { return value * next }
    return value + next
  }

  // MARK: scales

  private func scaled(_ base: Quantity, _ limit: Int) -> Quantity {
    var quantity = base
    while true {
      var next = quantity.end
      // "$25-million".
      if next + 1 < limit, draft.isMark(next, .other), draft.tokens[next + 1].shape.isDisjoint(with: .spaced) {
        next += 1
      }
      guard let scale = phrases.longest(.scale, at: next, limit: limit) else { return quantity }
      quantity.value *= scale.value
      quantity.end = scale.end
      quantity.scale *= scale.value
      addHalf(of: scale.value, to: &quantity, limit)
    }
  }

  /// "un milliard et demi".
  private func addHalf(of scale: Double, to quantity: inout Quantity, _ limit: Int) {
    guard phrases.longest(.link, at: quantity.end, limit: limit) != nil,
      let half = phrases.longest(.number, at: quantity.end + 1, limit: limit), half.value == 0.5
    else { return }
    quantity.value += scale / 2
    quantity.end = half.end
  }
}
