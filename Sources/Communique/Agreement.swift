/// One discrete, publicly expressed statement of future action, or a document just concluded, by which
/// its parties bind or orient themselves.
public struct Agreement: Sendable, Hashable {
  /// The action clause word for word, without its cue and without the final full stop.
  public var text: String
  /// Where `text` stands in the communiqué: UTF-8 byte offsets, half open. The source's bytes there are `text`.
  public var span: Range<Int>
  /// Those whom it binds, in the order in which the text brings them; never twice.
  public var parties: [Party]
  public var kind: AgreementKind
  public var strength: Strength
  /// One to four, the main one first.
  public var domains: [Domain]
  public var mutuality: Mutuality
  /// The day by which the action is due, where its words name one.
  public var deadline: Deadline?
  /// Sums of money that the action names.
  public var amounts: [Amount]
  /// Documents, bodies and programmes that the action names, word for word.
  public var instruments: [String]
  /// The person who is quoted or reported as saying it, as named in the text.
  public var speaker: String?
  /// Which cue, rule and words decided each field.
  public var evidence: Evidence

  public init(
    text: String, span: Range<Int>, parties: [Party], kind: AgreementKind = .commitment, strength: Strength,
    domains: [Domain], mutuality: Mutuality? = nil, deadline: Deadline? = nil, amounts: [Amount] = [],
    instruments: [String] = [], speaker: String? = nil, evidence: Evidence = Evidence()
  ) {
    self.text = text
    self.span = span
    self.parties = parties
    self.kind = kind
    self.strength = strength
    self.domains = domains
    self.mutuality = mutuality ?? (parties.count > 1 ? .joint : .unilateral)
    self.deadline = deadline
    self.amounts = amounts
    self.instruments = instruments
    self.speaker = speaker
    self.evidence = evidence
  }
}
