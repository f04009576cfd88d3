import Communique
import Vocabulary

/// A cue: a phrase that tells an undertaking, or one that tells none; a row of `cues.tsv`.
struct Cue {
  enum Role: String {
    /// An agreement hangs on it.
    case commit
    /// A statement that is no agreement.
    case drop
    /// A request or proposal: cues in its reach do not count.
    case ask
  }

  enum Complement: String {
    /// An infinitive.
    case inf
    /// An infinitive, a gerund or a noun.
    case any
    /// A noun phrase.
    case noun
    /// A clause, subject included.
    case that
    /// The verb group itself.
    case finite
    /// A list or lines that follow.
    case list
    /// The name of a document, body or programme.
    case instrument
    case none
  }

  var name: String
  var role: Role
  var strength: Strength
  var complement: Complement
}

/// One wording of a cue: letters and gaps.
struct CuePattern {
  enum Element {
    case letter(Int32)
    /// Up to eight words.
    case gap
    /// The next word must be an infinitive; it is not part of the cue.
    case infinitive
  }

  var cue: Int
  var elements: [Element]
}

/// The cues of one language, ready to be matched.
final class CueBook {
  private(set) var cues: [Cue] = []
  /// Patterns by their first letter; letters past the last that starts one are left out.
  private var patterns: ContiguousArray<[CuePattern]> = []
  private var classLetters: [String: Int32] = [:]
  private let isFrench: Bool

  init(language: Language, alphabet: PhraseAlphabet) {
    isFrench = language == .french
    let classes = Dictionary(
      uniqueKeysWithValues: Table(.wordClasses).map { ($0[0], $0.values(language == .english ? 1 : 2)) })
    for row in Table(.cues) {
      guard let role = Cue.Role(rawValue: row[1]), let complement = Cue.Complement(rawValue: row[3]) else {
        assertionFailure("cues.tsv: \(row[0])")
        continue
      }
      cues.append(
        Cue(name: row[0], role: role, strength: Strength(rawValue: row[2]) ?? .exploratory, complement: complement))
      for wording in row.values(language == .english ? 4 : 5) {
        add(wording, cue: cues.count - 1, classes: classes, alphabet: alphabet)
      }
    }
  }

  func patterns(startingWith letter: Int32) -> [CuePattern] {
    Int(letter) < patterns.count ? patterns[Int(letter)] : []
  }

  /// The letters that start a pattern.
  var firstLetters: Set<Int32> { Set(patterns.indices.filter { !patterns[$0].isEmpty }.map(Int32.init)) }

  private func add(
    _ wording: String, cue: Int, classes: [String: [String]], alphabet: PhraseAlphabet
  ) {
    let elements = wording.split(separator: " ").map { element($0, classes: classes, alphabet: alphabet) }
    guard case .letter(let first)? = elements.first else { return }
    while patterns.count <= Int(first) { patterns.append([]) }
    patterns[Int(first)].append(CuePattern(cue: cue, elements: elements))
  }

  private func element(
    _ text: Substring, classes: [String: [String]], alphabet: PhraseAlphabet
  ) -> CuePattern.Element {
    if text == "..." { return .gap }
    if text == "<inf>" { return .infinitive }
    if let letter = classLetters[String(text)] { return .letter(letter) }
    let words: [String]
    if text.first == "<" {
      words = classes[String(text.dropFirst().dropLast())] ?? []
    } else {
      words = text.split(separator: "/").map(String.init).flatMap { isFrench ? FrenchParticiple.forms(of: $0) : [$0] }
    }
    let folded = words.map { Array(Folding.folded($0).utf8) }
    let letter = folded.count == 1 ? alphabet.letter(for: folded[0]) : alphabet.letter(forClass: folded)
    classLetters[String(text)] = letter
    return .letter(letter)
  }
}

/// The inflected forms of a French participle.
enum FrenchParticiple {
  /// "signé" → signé, signée, signés, signées; a word that is no participle in -é stands alone.
  static func forms(of word: String) -> [String] {
    word.hasSuffix("é") ? [word, word + "e", word + "s", word + "es"] : [word]
  }
}
