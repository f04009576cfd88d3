import Communique

extension Communique {
  /// What was read, as text for people: one line a fact about the document, then one line an agreement.
  var printedTree: String {
    var lines = [
      "language   " + (language?.rawValue ?? "-"),
      "title      " + (title ?? "-"),
      "publisher  " + (publisher ?? "-"),
      "published  " + (publishedOn?.description ?? "-"),
      "held       " + (heldOn?.description ?? "-"),
      "parties    " + parties.printed,
      "",
    ]
    lines += agreements.map(\.printedLine)
    return lines.map(\.onOneLine).joined(separator: "\n") + "\n"
  }
}

extension Agreement {
  /// `decided  commitment  CHN KAZ  trade energy  due 2030-12-31 (year)  | expand cooperation in …`; what an
  /// agreement has not (a deadline, a sum, a speaker), its line leaves out.
  var printedLine: String {
    var facts = [
      strength.rawValue, kind.rawValue, parties.printed, domains.map(\.rawValue).joined(separator: " "),
    ]
    if mutuality != (parties.count > 1 ? .joint : .unilateral) { facts.append(mutuality.rawValue) }
    if let deadline { facts.append("due \(deadline.date) (\(deadline.precision.rawValue))") }
    facts += amounts.map { "\($0.currency) \($0.value.printed)" }
    facts += instruments.map { "«\($0)»" }
    if let speaker { facts.append("by \(speaker)") }
    return facts.joined(separator: "  ") + "  | " + text
  }
}

extension [Party] {
  fileprivate var printed: String { isEmpty ? "-" : map(\.rawValue).joined(separator: " ") }
}

extension Double {
  /// Without the fraction where it is whole.
  fileprivate var printed: String { Int(exactly: self).map(String.init) ?? String(self) }
}

extension String {
  /// Runs of line breaks and the blanks around them as one blank.
  fileprivate var onOneLine: String {
    split(whereSeparator: \.isNewline).map { $0.trimmed }.joined(separator: " ")
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
