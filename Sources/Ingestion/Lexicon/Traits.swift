/// What the grammar of one language says of a word; a word can be several things ("may", "que").
///
/// Classes are listed word by word in `word-classes.tsv`, verbs in `verbs.tsv`; forms of verbs are told by
/// their endings (see `Grammar`).
struct Traits: OptionSet {
  let rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  static let be = Traits(bit: 0)
  static let have = Traits(bit: 1)
  static let determiner = Traits(bit: 2)
  static let preposition = Traits(bit: 3)
  static let and = Traits(bit: 4)
  static let that = Traits(bit: 5)
  static let relative = Traits(bit: 6)
  static let subordinator = Traits(bit: 7)
  static let negation = Traits(bit: 8)
  static let pluralPronoun = Traits(bit: 9)
  static let singularPronoun = Traits(bit: 10)
  static let we = Traits(bit: 11)
  static let i = Traits(bit: 12)
  static let will = Traits(bit: 13)
  static let would = Traits(bit: 14)
  static let may = Traits(bit: 15)
  static let to = Traits(bit: 16)
  static let de = Traits(bit: 17)
  static let a = Traits(bit: 18)
  static let purpose = Traits(bit: 19)
  static let clauseVerb = Traits(bit: 20)
  static let reporting = Traits(bit: 21)
  static let office = Traits(bit: 22)
  static let government = Traits(bit: 23)
  static let honorific = Traits(bit: 24)
  static let groupNoun = Traits(bit: 25)
  static let groupCount = Traits(bit: 26)
  static let meetingNoun = Traits(bit: 27)
  static let cooperation = Traits(bit: 28)
  static let month = Traits(bit: 29)
  static let weekday = Traits(bit: 30)
  static let existing = Traits(bit: 31)
  static let instrumentNoun = Traits(bit: 32)
  /// English: the base form of a verb of `verbs.tsv`. French: an infinitive.
  static let infinitive = Traits(bit: 33)
  /// "strengthening", "renforçant".
  static let gerund = Traits(bit: 34)
  /// "strengthened": past tense or participle of an English verb; French participles are in `clauseVerb`.
  static let past = Traits(bit: 35)
  /// French simple future: "ouvriront".
  static let future = Traits(bit: 36)
  /// French conditional: "ouvrirait".
  static let conditional = Traits(bit: 37)
  static let exploratory = Traits(bit: 38)
  static let intended = Traits(bit: 39)
  /// An adverb that can stand inside a cue without changing it: "also", "également".
  static let adverb = Traits(bit: 40)
  static let thingPronoun = Traits(bit: 41)
  static let se = Traits(bit: 42)
  /// "strengthens": third person of an English verb.
  static let thirdPerson = Traits(bit: 43)
  static let clitic = Traits(bit: 44)
  static let doVerb = Traits(bit: 45)
  /// A phrase of the cues starts with it.
  static let startsCue = Traits(bit: 46)
  /// A name of the gazetteer starts with it.
  static let startsName = Traits(bit: 47)
  /// A domain term starts with it.
  static let startsTerm = Traits(bit: 48)
  /// "relating", "aimed": an adjective made of a verb that hangs on a noun.
  static let timeNoun = Traits(bit: 49)

  /// A phrase of the page furniture starts with it.
  static let startsFurniture = Traits(bit: 50)

  /// A publisher's mark starts with it.
  static let startsPublisher = Traits(bit: 51)

  /// A noun that carries an undertaking: "commitment", "volonté".
  static let cueNoun = Traits(bit: 52)

  /// A phrase of the details (sums, deadlines, speakers …) starts with it.
  static let startsDetail = Traits(bit: 53)

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
    "cue-noun": .cueNoun, "do": .doVerb, "time-noun": .timeNoun,
  ]
}
