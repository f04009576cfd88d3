import Communique

/// Why an agreement is as it is: a line a field, "parties: the-two-sides — “Les deux parties”".
enum EvidenceLines {
  static func lines(_ agreement: Agreement, text: String) -> [String] {
    agreement.evidence.reasons.map { reason in
      let words = reason.span.flatMap { Slicing.text(of: text, at: $0) }.map { " — “" + Sanitising.oneLine($0) + "”" }
      return Sanitising.oneLine(reason.field + ": " + reason.rule) + (words ?? "")
    }
  }
}

/// Parts of a text by UTF-8 byte offsets.
enum Slicing {
  /// Null where the offsets lie outside.
  static func text(of text: String, at span: Range<Int>) -> String? {
    guard span.lowerBound >= 0, span.upperBound <= text.utf8.count else { return nil }
    let start = text.utf8.index(text.utf8.startIndex, offsetBy: span.lowerBound)
    let end = text.utf8.index(start, offsetBy: span.count)
    return String(decoding: text.utf8[start..<end], as: UTF8.self)
  }
}
