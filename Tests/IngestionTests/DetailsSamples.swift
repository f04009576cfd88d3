import Communique
import Ingestion
import Testing

/// A made-up communiqué around one sentence, of 14 May 2024, between China and Kazakhstan.
enum DetailSample {
  static func agreements(_ sentence: String, _ language: Language) async -> [Agreement] {
    await read(sentence, language).agreements
  }

  static func read(_ sentence: String, _ language: Language) async -> Communique {
    await SharedReader.shared.read(lead(language) + sentence + "\n")
  }

  private static func lead(_ language: Language) -> String {
    switch language {
    case .english:
      """
      Foreign Ministers of China and Kazakhstan hold talks

      BEIJING, 14 May 2024 -- Chinese Foreign Minister Wang Yi met with his Kazakh counterpart Murat Nurtleu in Beijing.


      """
    case .french:
      """
      Entretiens entre les ministres chinois et kazakh des Affaires étrangères

      BEIJING, 14 mai 2024 -- Le ministre chinois des Affaires étrangères Wang Yi a rencontré le ministre kazakh des Affaires étrangères Murat Nurtleu.


      """
    }
  }
}

/// One reader for all tests: making its vocabulary takes longer than any text of theirs.
private actor SharedReader {
  static let shared = SharedReader()
  private let reader = CommuniqueReader()

  func read(_ text: String) -> Communique { reader.read(text, file: "sample.txt") }
}

/// One sentence and what its first agreement is to have.
struct Case<Value: Sendable>: Sendable, CustomTestStringConvertible {
  var language: Language
  var sentence: String
  var expected: Value

  init(_ language: Language, _ sentence: String, _ expected: Value) {
    self.language = language
    self.sentence = sentence
    self.expected = expected
  }

  var testDescription: String { "\(language.rawValue): \(sentence)" }
}
