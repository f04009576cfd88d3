import Communique
import KnowledgeBase

/// Why an agreement was read as it was.
struct Explanation {
  private let stored: StoredAgreement
  private let communique: Communique?

  init(_ stored: StoredAgreement, _ communique: Communique?) {
    self.stored = stored
    self.communique = communique
  }

  var json: JSON {
    .object([
      "id": .int(Int(stored.id)),
      "text": .string(stored.agreement.text),
      "start": .int(stored.agreement.span.lowerBound),
      "end": .int(stored.agreement.span.upperBound),
      "reasons": .array(
        stored.agreement.evidence.reasons.map { reason in
          JSON.object(["value": .string(value(of: reason.field))]).merged(with: JSON.reason(reason))
            .adding(["words": .string(words(at: reason.span))])
        }),
      "document": .object(["id": .int(Int(stored.document.id)), "file": .string(stored.document.file)]),
      "set_aside": .array(
        (communique?.setAside ?? []).map { JSON.setAside($0).adding(["text": .string(words(at: $0.span))]) }),
    ])
  }

  func write(to page: Page) {
    let language = page.context.language
    let width = max(20, min(page.width, 100))
    page.output.write(line: page.style.paint("id \(stored.id)", .number))
    for line in Wrapping.lines(Sanitising.oneLine(stored.agreement.text), width: width - 2) {
      page.output.write(line: "  " + line)
    }
    page.output.write(line: "")
    page.output.write(line: page.style.paint(Words.label.reasons.text(language), .title))
    let reasons = stored.agreement.evidence.reasons.map { reason in
      (
        reason.field,
        [value(of: reason.field), reason.rule, words(at: reason.span).map { "“\($0)”" }]
          .compactMap { $0 }.joined(separator: " — ")
      )
    }
    AgreementDetail.write(
      reasons.isEmpty ? [("", Words.label.noReasons.text(language))] : reasons, width: width, to: page)
    writeSetAside(width: width, to: page)
  }

  private func writeSetAside(width: Int, to page: Page) {
    guard let passages = communique?.setAside, !passages.isEmpty else { return }
    page.output.write(line: "")
    page.output.write(line: page.style.paint(Words.label.setAside.text(page.context.language), .title))
    let lines = passages.map { passage in
      (passage.reason, "“" + (words(at: passage.span) ?? "") + "”")
    }
    AgreementDetail.write(lines, width: width, to: page)
  }

  private func words(at span: Range<Int>?) -> String? {
    guard let span, let text = communique?.text else { return nil }
    return Slicing.text(of: text, at: span)
  }

  /// What the field came out as; null for fields that are no value of their own ("detection").
  private func value(of field: String) -> String? {
    let agreement = stored.agreement
    switch field {
    case "parties": return agreement.parties.map(\.rawValue).joined(separator: ", ")
    case "domains", "domain": return agreement.domains.map(\.rawValue).joined(separator: ", ")
    case "strength": return agreement.strength.rawValue
    case "kind": return agreement.kind.rawValue
    case "mutuality": return agreement.mutuality.rawValue
    case "deadline": return agreement.deadline?.date.description
    case "speaker": return agreement.speaker
    case "date": return stored.document.date?.description
    default: return nil
    }
  }
}
