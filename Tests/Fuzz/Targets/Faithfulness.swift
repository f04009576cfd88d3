import Communique

/// What holds for every communiqué that was read, whatever its text.
enum Faithfulness {
  static func check(_ communique: Communique) throws {
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
      guard agreement.amounts.allSatisfy(\.value.isFinite) else { throw Fault("an amount at \(agreement.span)") }
      for reason in agreement.evidence.reasons { if let span = reason.span { try check(span, reason.rule) } }
    }
    for passage in communique.setAside { try check(passage.span, passage.reason) }
  }
}
