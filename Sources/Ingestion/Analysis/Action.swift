import Communique
import Vocabulary

/// An action found in a sentence, before its fields are decided.
struct Action {
  var tokens: Range<Int>
  var event: Event
  var kind: AgreementKind
  var strength: Strength
  /// The verb that lowered the strength; null for none.
  var lowering: Int?
  /// Where the subject stands.
  var clause: Clause
  /// Whether a passive or impersonal cue ("il a été convenu") leaves the subject unsaid.
  var isImpersonal: Bool
  /// The item of a list takes its parties from the list's header.
  var header: [Int16]?
}
