/// What the grammar of one language says of a word; a word can be several things ("may", "que").
///
/// Classes are listed word by word in `word-classes.tsv`, verbs in `verbs.tsv`; forms of verbs are told by
/// their endings (see `Grammar`).
package struct Traits: OptionSet {
  package let rawValue: UInt64
  package init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  package static let be = Traits(bit: 0)
  package static let have = Traits(bit: 1)
  package static let determiner = Traits(bit: 2)
  package static let preposition = Traits(bit: 3)
  package static let and = Traits(bit: 4)
  package static let that = Traits(bit: 5)
  package static let relative = Traits(bit: 6)
  package static let subordinator = Traits(bit: 7)
  package static let negation = Traits(bit: 8)
  package static let pluralPronoun = Traits(bit: 9)
  package static let singularPronoun = Traits(bit: 10)
  package static let we = Traits(bit: 11)
  package static let i = Traits(bit: 12)
  package static let will = Traits(bit: 13)
  package static let would = Traits(bit: 14)
  package static let may = Traits(bit: 15)
  package static let to = Traits(bit: 16)
  package static let de = Traits(bit: 17)
  package static let a = Traits(bit: 18)
  package static let purpose = Traits(bit: 19)
  package static let clauseVerb = Traits(bit: 20)
  package static let reporting = Traits(bit: 21)
  package static let office = Traits(bit: 22)
  package static let government = Traits(bit: 23)
  package static let honorific = Traits(bit: 24)
  package static let groupNoun = Traits(bit: 25)
  package static let groupCount = Traits(bit: 26)
  package static let meetingNoun = Traits(bit: 27)
  package static let cooperation = Traits(bit: 28)
  package static let month = Traits(bit: 29)
  package static let weekday = Traits(bit: 30)
  package static let existing = Traits(bit: 31)
  package static let instrumentNoun = Traits(bit: 32)
  /// English: the base form of a verb of `verbs.tsv`. French: an infinitive.
  package static let infinitive = Traits(bit: 33)
  /// "strengthening", "renforçant".
  package static let gerund = Traits(bit: 34)
  /// "strengthened": past tense or participle of an English verb; French participles are in `clauseVerb`.
  package static let past = Traits(bit: 35)
  /// French simple future: "ouvriront".
  package static let future = Traits(bit: 36)
  /// French conditional: "ouvrirait".
  package static let conditional = Traits(bit: 37)
  package static let exploratory = Traits(bit: 38)
  package static let intended = Traits(bit: 39)
  /// An adverb that can stand inside a cue without changing it: "also", "également".
  package static let adverb = Traits(bit: 40)
  package static let thingPronoun = Traits(bit: 41)
  package static let se = Traits(bit: 42)
  /// "strengthens": third person of an English verb.
  package static let thirdPerson = Traits(bit: 43)
  package static let clitic = Traits(bit: 44)
  package static let doVerb = Traits(bit: 45)
  /// A phrase of the cues starts with it.
  package static let startsCue = Traits(bit: 46)
  /// A name of the gazetteer starts with it.
  package static let startsName = Traits(bit: 47)
  /// A domain term starts with it.
  package static let startsTerm = Traits(bit: 48)
  /// "relating", "aimed": an adjective made of a verb that hangs on a noun.
  package static let timeNoun = Traits(bit: 49)

  /// A phrase of the page furniture starts with it.
  package static let startsFurniture = Traits(bit: 50)

  /// A publisher's mark starts with it.
  package static let startsPublisher = Traits(bit: 51)

  /// A phrase of the details (sums, deadlines, speakers …) starts with it.
  package static let startsDetail = Traits(bit: 52)

  /// The classes of `word-classes.tsv` by name.
  static let byClassName: [String: Traits] = [
    "be": .be, "have": .have, "determiner": .determiner, "preposition": .preposition, "and": .and, "that": .that,
    "relative": .relative, "subordinator": .subordinator, "negation": .negation,
    "plural-pronoun": .pluralPronoun, "singular-pronoun": .singularPronoun, "thing-pronoun": .thingPronoun,
    "we": .we, "i": .i, "will": .will, "would": .would, "may": .may, "to": .to, "de": .de, "a": .a,
    "purpose": .purpose, "se": .se, "clause-verb": .clauseVerb, "reporting": .reporting, "office": .office,
    "government": .government, "honorific": .honorific, "group-noun": .groupNoun, "group-count": .groupCount,
    "meeting-noun": .meetingNoun, "cooperation-verb": .cooperation, "month": .month, "weekday": .weekday,
    "existing": .existing, "instrument-noun": .instrumentNoun, "adverb": .adverb, "clitic": .clitic,
    "do": .doVerb, "time-noun": .timeNoun,
  ]
}
