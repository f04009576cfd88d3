import Communique

// The JSON contract of `docs/user-guide.md`: keys are English and only ever added; what is absent is null.

extension JSON {
  static func date(_ date: CalendarDate?) -> JSON { .string(date?.description) }

  /// An agreement as `kb extract` writes it: all but `id` and `document`.
  static func agreement(_ agreement: Agreement, language: Language?, date: CalendarDate?) -> JSON {
    .object([
      "text": .string(agreement.text),
      "start": .int(agreement.span.lowerBound),
      "end": .int(agreement.span.upperBound),
      "parties": .strings(agreement.parties.map(\.rawValue)),
      "domains": .strings(agreement.domains.map(\.rawValue)),
      "strength": .string(agreement.strength.rawValue),
      "kind": .string(agreement.kind.rawValue),
      "date": .date(date),
      "language": .string(language?.rawValue),
      "mutuality": .string(agreement.mutuality.rawValue),
      "due_on": .date(agreement.deadline?.date),
      "due_precision": .string(agreement.deadline?.precision.rawValue),
      "amounts": .array(agreement.amounts.map(amount)),
      "instruments": .strings(agreement.instruments),
      "speaker": .string(agreement.speaker),
      "evidence": .array(agreement.evidence.reasons.map(reason)),
    ])
  }

  /// A file's line of `kb extract --format jsonl`.
  static func communique(_ communique: Communique) -> JSON {
    .object([
      "file": .string(communique.file),
      "language": .string(communique.language?.rawValue),
      "title": .string(communique.title),
      "publisher": .string(communique.publisher),
      "published_on": .date(communique.publishedOn),
      "held_on": .date(communique.heldOn),
      "parties": .strings(communique.parties.map(\.rawValue)),
      "agreements": .array(
        communique.agreements.map { agreement($0, language: communique.language, date: communique.date) }),
    ])
  }

  static func amount(_ amount: Amount) -> JSON {
    .object(["value": .double(amount.value), "currency": .string(amount.currency)])
  }

  /// Why a field is as it is: `start` and `end` are byte offsets into the text, null where no words decided.
  static func reason(_ reason: Evidence.Reason) -> JSON {
    .object([
      "field": .string(reason.field),
      "rule": .string(reason.rule),
      "start": reason.span.map { .int($0.lowerBound) } ?? .null,
      "end": reason.span.map { .int($0.upperBound) } ?? .null,
    ])
  }

  static func setAside(_ passage: SetAside) -> JSON {
    .object([
      "start": .int(passage.span.lowerBound), "end": .int(passage.span.upperBound),
      "reason": .string(passage.reason),
    ])
  }
}
