import Communique
import Vocabulary

/// Completes an agreement with what its own words tell beside parties, strength and domain: the deadline, sums of
/// money, instruments, who said it, and whether it is mutual.
///
/// Each step reads the action's words or its sentence and nothing else, so that the whole costs one more look at the
/// part of a text that makes agreements.
struct Details {
  private let draft: Draft
  private let phrases: PhraseReader
  private let instruments: InstrumentNames
  private let speakers: SpeakerFinder
  private let mutuality: MutualityRule

  init(_ draft: Draft) {
    self.draft = draft
    phrases = PhraseReader(draft)
    instruments = InstrumentNames(phrases)
    speakers = SpeakerFinder(phrases)
    mutuality = MutualityRule(phrases)
  }

  /// Sets the deadline, amounts, instruments, speaker and mutuality of an agreement, with their evidence.
  ///
  /// - Parameters:
  ///   - agreement: its text, parties and kind are decided already.
  ///   - tokens: the action.
  ///   - sentence: the sentence in which it stands.
  ///   - subject: the words that told whom it binds; null for none.
  func complete(_ agreement: inout Agreement, tokens: Range<Int>, sentence: Range<Int>, subject: Range<Int>?) {
    complete(deadlineOf: &agreement, tokens, sentence)
    let amounts = AmountFinder(phrases, parties: agreement.parties).amounts(in: tokens)
    agreement.amounts = amounts.map(\.amount)
    for found in amounts { note("amounts", found.rule, found.tokens, &agreement) }

    let names = instruments.names(in: tokens, kind: agreement.kind)
    agreement.instruments = names.map { draft.text(draft.span($0)) }
    for name in names where agreement.kind == .commitment { note("instruments", "named", name, &agreement) }

    if let speaker = speakers.speaker(of: tokens, in: sentence) {
      agreement.speaker = speaker.name
      note("speaker", speaker.rule, speaker.tokens, &agreement)
    }
    let verdict = mutuality.mutuality(of: agreement.parties.count, tokens: tokens, in: sentence, subject: subject)
    agreement.mutuality = verdict.mutuality
    if let words = verdict.words { note("mutuality", "reciprocal-words", words, &agreement) }
  }

  private func complete(deadlineOf agreement: inout Agreement, _ tokens: Range<Int>, _ sentence: Range<Int>) {
    let finder = DeadlineFinder(phrases, reference: draft.heldOn ?? draft.publishedOn)
    guard let found = finder.deadline(of: tokens, in: sentence) else { return }
    agreement.deadline = found.deadline
    note("deadline", found.rule, found.tokens, &agreement)
  }

  private func note(_ field: String, _ rule: String, _ tokens: Range<Int>, _ agreement: inout Agreement) {
    agreement.evidence.reasons.append(Evidence.Reason(field: field, rule: rule, span: draft.span(tokens)))
  }
}
