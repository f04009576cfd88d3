import Communique
import TextAnalysis

/// Makes profiles of texts. Remembers stems as it goes, and is not shared between threads.
package final class ProfileReader {
  private let lexicon: Lexicon
  private let stemmers: Stemmers
  private lazy var english = NumberReader(.english)
  private lazy var french = NumberReader(.french)

  package init(lexicon: Lexicon, stemmers: Stemmers) {
    self.lexicon = lexicon
    self.stemmers = stemmers
  }

  /// How much of a text is looked at, in bytes: what a communiqué is shows long before, and treaties with all their
  /// annexes should not cost more than communiqués.
  private static let longest = 262_144

  /// The features of a text; one in neither language is read as English.
  package func profile(of text: String, in language: Language?) -> TextProfile {
    let reading = language ?? .english
    let whole = text.utf8.count
    let text = whole > Self.longest ? String(decoding: text.utf8.prefix(Self.longest), as: UTF8.self) : text
    let tokens = Tokenizer.tokens(text)
    let stems = tokens.map { stemmers.stem($0.stemmable, reading) }
    var features: [Feature] = []
    features.reserveCapacity(tokens.count * 2)
    for match in lexicon.matches(in: tokens, stems: stems, reading) {
      features.append(Feature(.concept, match.concept.utf8, at: tokens[match.tokens.lowerBound].range.lowerBound))
    }
    for number in numbers(in: tokens, reading) {
      features.append(Feature(.number, number.value.utf8, at: tokens[number.token].range.lowerBound))
    }
    addWords(tokens, stems, Array(text.utf8), to: &features)
    features.sort { ($0.offset, $0.kind.rawValue) < ($1.offset, $1.kind.rawValue) }
    return TextProfile(language: language, length: whole, features: features)
  }

  func numbers(in tokens: [Token], _ language: Language) -> [NumberReader.Number] {
    (language == .english ? english : french).numbers(in: tokens)
  }

  private func addWords(_ tokens: [Token], _ stems: [String], _ bytes: [UInt8], to features: inout [Feature]) {
    for index in ConceptForm.meaningful(tokens) {
      let word = tokens[index].raw.utf8
      let place = tokens[index].range.lowerBound
      guard let first = word.first, first < UInt8(ascii: "0") || first > UInt8(ascii: "9") else { continue }
      features.append(Feature(.stem, stems[index].utf8, at: place))
      if Self.isCapital(bytes, at: place), let consonants = Cognate.consonants(of: word) {
        features.append(Feature(.name, consonants, at: place))
      }
      if let beginning = Cognate.beginning(of: word) { features.append(Feature(.cognate, beginning, at: place)) }
    }
  }

  /// An ASCII capital, or a Latin one with an accent.
  private static func isCapital(_ bytes: [UInt8], at place: Int) -> Bool {
    let first = bytes[place]
    if first < 0x80 { return first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") }
    return first == 0xC3 && place + 1 < bytes.count && bytes[place + 1] < 0x9F
  }
}
