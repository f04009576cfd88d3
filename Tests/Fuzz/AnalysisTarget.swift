import Communique
import Ingestion

/// The analysis: whatever the text, every span lies in it, and every quote is its words.
final class AnalysisTarget: FuzzTarget {
  static let name = "analysis"
  static let words = [
    "The two sides agreed to ", "Les deux parties sont convenues de ", " and ", " et ", "will ", "s'engage à ", "China",
    "le Kazakhstan", "visa", " by 2030", " d'ici à 2030", "“", "”", "« ", " »", ". ", "; ", ", ", "\n\n",
    "$100 million",
    "8 June 2022", "mardi", "Xinhua | ", "Article 1", "shall ", "- ", "1. ", "to ", "not ", "ne … pas ",
  ]

  private let reader = CommuniqueReader()

  func run(_ input: [UInt8]) throws {
    let communique = reader.read(String(decoding: input, as: UTF8.self), file: "input")
    let bytes = Array(communique.text.utf8)
    func check(_ span: Range<Int>, _ what: String) throws {
      guard span.lowerBound >= 0, span.upperBound <= bytes.count else {
        throw Fault("\(what) at \(span) of \(bytes.count)")
      }
    }
    var end = 0
    for agreement in communique.agreements {
      try check(agreement.span, "agreement")
      guard bytes[agreement.span].elementsEqual(agreement.text.utf8) else {
        throw Fault("unfaithful at \(agreement.span)")
      }
      guard agreement.span.lowerBound >= end, !agreement.span.isEmpty else {
        throw Fault("overlap at \(agreement.span)")
      }
      end = agreement.span.upperBound
      // Parties may be missing: of a treaty, what names them can have been cut away.
      guard (1...4).contains(agreement.domains.count) else { throw Fault("domains at \(agreement.span)") }
      for reason in agreement.evidence.reasons { if let span = reason.span { try check(span, reason.rule) } }
    }
    for passage in communique.setAside { try check(passage.span, passage.reason) }
  }
}
