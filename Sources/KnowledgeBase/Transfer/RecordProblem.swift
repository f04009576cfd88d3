import Communique

/// Why a record cannot be taken into a store. `subject` names what it concerns: `document 3`, `agreement 17`, a file.
public struct RecordProblem: Error, Sendable, Hashable {
  public enum Reason: String, Sendable, CaseIterable {
    /// The first record is not the counts, or a later one is.
    case misplaced
    /// There are more or fewer records than the counts say: something was cut off.
    case counts
    /// An id that is not within 1 … 2⁵³, or that another has.
    case identifier
    /// Nothing before has that id.
    case unknown
    /// The text is not the one that the digest was made of.
    case digest
    /// A span is not within the text, or its words are not there.
    case span
    /// Page starts that do not ascend, or lie outside the text.
    case pages
    /// A code that is empty, repeated, too long, or not in printable ASCII.
    case code
    /// A number out of its range, or none.
    case number
    /// A name that is empty.
    case name
  }

  public let reason: Reason
  public let subject: String
}

extension DocumentRecord {
  /// What is wrong with it in itself; null where nothing is. Foreign data is not believed.
  func problem() -> RecordProblem? {
    func problem(_ reason: RecordProblem.Reason) -> RecordProblem {
      RecordProblem(reason: reason, subject: "document \(id)")
    }
    // The largest id decides the next: one at the end of the numbers would be a store's last.
    let ids = 1...Int64(1 << 53)
    guard ids.contains(id), agreementIDs.count == communique.agreements.count, agreementIDs.allSatisfy(ids.contains)
    else { return problem(.identifier) }
    guard !communique.file.isEmpty else { return problem(.name) }
    guard sha256 == SHA256.hexadecimal(of: communique.text) else { return problem(.digest) }
    let length = communique.text.utf8.count
    let pages = communique.pages
    guard zip(pages, pages.dropFirst()).allSatisfy({ $0 <= $1 }), pages.allSatisfy({ (0...length).contains($0) })
    else { return problem(.pages) }
    guard Code.areFine(communique.parties.map(\.rawValue)) else { return problem(.code) }
    guard communique.setAside.allSatisfy({ $0.span.lowerBound >= 0 && $0.span.upperBound <= length }) else {
      return problem(.span)
    }
    for version in history {
      guard version.version > 0, version.agreements >= 0 else { return problem(.number) }
      guard version.sha256 == SHA256.hexadecimal(of: version.text) else { return problem(.digest) }
    }
    guard Set(history.map(\.version)).count == history.count else { return problem(.identifier) }
    return agreementProblem()
  }

  private func agreementProblem() -> RecordProblem? {
    var text = communique.text
    return text.withUTF8 { bytes in
      for (id, agreement) in zip(agreementIDs, communique.agreements) {
        if let reason = agreement.problem(in: bytes) {
          return RecordProblem(reason: reason, subject: "agreement \(id)")
        }
      }
      return nil
    }
  }
}

extension Agreement {
  fileprivate func problem(in source: UnsafeBufferPointer<UInt8>) -> RecordProblem.Reason? {
    guard span.lowerBound >= 0, span.upperBound <= source.count, source[span].elementsEqual(text.utf8) else {
      return .span
    }
    for reason in evidence.reasons {
      guard let span = reason.span else { continue }
      guard span.lowerBound >= 0, span.upperBound <= source.count else { return .span }
    }
    guard Code.areFine(parties.map(\.rawValue)), Code.areFine(domains.map(\.rawValue)) else { return .code }
    guard amounts.allSatisfy({ $0.value.isFinite }) else { return .number }
    return amounts.allSatisfy { Code.isFine($0.currency) } ? nil : .code
  }
}

/// Codes of parties, domains and currencies. Any may be carried, as a larger vocabulary may have made them.
private enum Code {
  static func areFine(_ codes: [String]) -> Bool { Set(codes).count == codes.count && codes.allSatisfy(isFine) }

  static func isFine(_ code: String) -> Bool {
    (1...64).contains(code.utf8.count) && code.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }
}
