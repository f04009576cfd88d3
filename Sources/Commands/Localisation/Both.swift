import Communique

/// A piece of interface text in both languages, side by side, so that a missing half cannot compile.
///
/// `{0}`, `{1}` … stand for values that are put in when the text is shown.
struct Both: Sendable, Hashable {
  let english: String
  let french: String

  init(_ english: String, _ french: String) {
    self.english = english
    self.french = french
  }

  /// The text in one language, with the values in place; values come from outside and are made safe to show.
  func text(_ language: Language, _ values: String...) -> String { filled(language, values) }

  func filled(_ language: Language, _ values: [String]) -> String {
    var result = language == .french ? Typography.french(french) : english
    for (index, value) in values.enumerated() {
      result = result.replacing("{\(index)}", by: Sanitising.oneLine(value))
    }
    return result
  }
}

/// French typography: what may not be parted from what stands before it.
enum Typography {
  /// Blanks before `:`, `;`, `?`, `!`, `»` and after `«` become no-break spaces; the table has plain blanks, which
  /// can be seen and typed.
  static func french(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var output: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let rest = bytes[(index + 1)...]
      let isGlued = byte == 0x20 && (isHighPunctuation(rest) || output.suffix(2) == [0xC2, 0xAB])
      if isGlued { output.append(contentsOf: [0xC2, 0xA0]) } else { output.append(byte) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isHighPunctuation(_ rest: ArraySlice<UInt8>) -> Bool {
    switch rest.first {
    case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"): true
    case 0xC2: rest.dropFirst().first == 0xBB
    default: false
    }
  }
}

/// The forms of a word for one and for several: French says "0 engagement", English "0 agreements".
struct Counted: Sendable, Hashable {
  let one: Both
  let several: Both

  /// The number with the word: "1 agreement", "1,234 agreements", "1 234 engagements".
  func text(_ language: Language, _ count: Int) -> String {
    Numbers.shown(count, language) + " " + word(language, count)
  }

  func word(_ language: Language, _ count: Int) -> String {
    let isSingular = language == .french ? count < 2 : count == 1
    return (isSingular ? one : several).text(language)
  }
}

extension String {
  /// Foundation's `replacingOccurrences`, which this module does without.
  func replacing(_ part: String, by replacement: String) -> String {
    guard !part.isEmpty else { return self }
    let bytes = Array(utf8)
    let wanted = Array(part.utf8)
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == wanted[0], bytes[index...].starts(with: wanted) {
        output.append(contentsOf: replacement.utf8)
        index += wanted.count
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

}
