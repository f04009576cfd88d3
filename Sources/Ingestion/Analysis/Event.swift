import Communique
import Vocabulary

/// Something said in a sentence: a cue of an undertaking, or a verb that tells something else.
struct Event {
  enum Kind {
    /// A cue of `cues.tsv`.
    case cue
    /// A French verb in the future, or in the conditional of reported speech.
    case future
    /// A finite verb that is no cue.
    case other
  }

  var kind: Kind
  /// The first word of its verb group: auxiliaries and negations included.
  var first: Int
  /// The cue's first word.
  var head: Int
  /// The token after the cue.
  var end: Int
  /// The cue's number in the book; -1 for none.
  var cue: Int
  var role: Cue.Role
  var strength: Strength
  var complement: Cue.Complement
  /// A finite verb of a clause, as against "their commitment to".
  var isFinite: Bool
  var isNegated: Bool
}
