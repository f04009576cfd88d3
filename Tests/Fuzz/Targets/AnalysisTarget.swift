import Communique
import Ingestion

/// The analysis: whatever the text, every span lies in it, and every quote is its words.
final class AnalysisTarget: FuzzTarget {
  static let name = "analysis"
  static let corpus = ["Tests/Fuzz/Corpus/analysis"]
  static let words = [
    "The two sides agreed to ", "Les deux parties sont convenues de ", " and ", " et ", "will ", "s'engage à ", "China",
    "le Kazakhstan", "visa", " by 2030", " d'ici à 2030", "“", "”", "« ", " »", ". ", "; ", ", ", "\n\n",
    "$100 million",
    "8 June 2022", "mardi", "Xinhua | ", "Article 1", "shall ", "- ", "1. ", "to ", "not ", "ne … pas ",
  ]

  private let reader = CommuniqueReader()

  func run(_ input: [UInt8]) throws {
    try Faithfulness.check(reader.read(String(decoding: input, as: UTF8.self), file: "input"))
  }
}
