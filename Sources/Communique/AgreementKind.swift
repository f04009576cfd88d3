/// What an agreement is: an action that is undertaken, or a document that was concluded.
public enum AgreementKind: String, Sendable, CaseIterable, Hashable {
  case commitment
  /// A named document, body or programme concluded, signed, adopted or launched.
  case instrument
}

/// Whether an agreement binds several parties alike, one alone, or each towards the other in turn.
public enum Mutuality: String, Sendable, CaseIterable, Hashable {
  /// Several parties together: "the two sides agreed to …".
  case joint
  /// One party alone: "China stands ready to …".
  case unilateral
  /// Each towards the other: "each side will grant the other …", "se soutenir mutuellement".
  case reciprocal
}
