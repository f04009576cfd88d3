import Communique
import Vocabulary

/// The grammar of one language, word by word: from the word classes and verbs of the vocabulary, and from the
/// endings of verbs.
///
/// - English: "strengthen" is an infinitive of `verbs.tsv`, so "strengthening" is a gerund, "strengthened" past.
/// - French: "renforcer" is an infinitive by its ending, "renforcera" a future, "renforcerait" a conditional.
final class Grammar {
  let language: Language
  private var listed: [[UInt8]: Traits] = [:]

  init(language: Language) {
    self.language = language
    readClasses()
    readVerbs()
  }

  /// The traits of a word given by its folded bytes.
  func traits(of word: UnsafeBufferPointer<UInt8>) -> Traits {
    guard !word.isEmpty else { return [] }
    let bytes = Array(word)
    let known = listed[bytes] ?? []
    return language == .french ? known.union(frenchForm(bytes, known)) : known.union(EnglishVerb.form(bytes, known))
  }

  private func add(_ traits: Traits, to word: String) {
    listed[Array(Folding.folded(word).utf8), default: []].formUnion(traits)
  }

  private func readClasses() {
    for row in Table(.wordClasses) {
      guard let trait = Traits.byClassName[row[0]] else { continue }
      for word in row.values(language == .english ? 1 : 2) { add(trait, to: word) }
    }
  }

  private func readVerbs() {
    for row in Table(.verbs) {
      var traits: Traits = .infinitive
      switch row[2] {
      case "exploratory": traits.insert(.exploratory)
      case "intended": traits.insert(.intended)
      default: break
      }
      if language == .french {
        add(traits, to: row[1])
      } else {
        addEnglishForms(of: row[0], traits)
      }
    }
  }
}

// MARK: - English

extension Grammar {
  private func addEnglishForms(of base: String, _ traits: Traits) {
    add(traits, to: base)
    let lowering = traits.intersection([.exploratory, .intended])
    add(lowering.union(.gerund), to: EnglishVerb.gerund(of: base))
    for form in EnglishVerb.past(of: base) { add(lowering.union(.past), to: form) }
    add(lowering.union(.thirdPerson), to: EnglishVerb.thirdPerson(of: base))
  }
}

/// The forms of English verbs.
enum EnglishVerb {
  /// A word in -ing that no list has is a gerund; nouns and prepositions in -ing are listed in `notGerunds`.
  static func form(_ word: [UInt8], _ known: Traits) -> Traits {
    guard known.isEmpty, word.count >= 7, word.suffix(3) == [0x69, 0x6E, 0x67] else { return [] }
    return notGerunds.contains(String(decoding: word, as: UTF8.self)) ? [] : .gerund
  }

  private static let notGerunds: Set<String> = [
    "nothing", "anything", "something", "everything", "morning", "evening", "outstanding", "ongoing", "upcoming",
    "existing", "leading", "lasting", "incoming", "outgoing", "notwithstanding", "neighboring", "neighbouring",
    "surrounding", "corresponding", "remaining", "emerging", "growing", "developing", "pressing", "wellbeing",
    "longstanding", "according", "concerning", "regarding", "following", "including", "excluding", "pending",
    "standing", "underlying", "overarching", "far-reaching", "challenging", "encouraging", "participating",
  ]

  static func gerund(of base: String) -> String {
    if base.hasSuffix("ie") { return base.dropLast(2) + "ying" }
    if base.hasSuffix("e"), !base.hasSuffix("ee"), base != "be" { return base.dropLast() + "ing" }
    return doubled(base) + "ing"
  }

  static func past(of base: String) -> [String] {
    if let forms = irregular[base] { return forms }
    if base.hasSuffix("e") { return [base + "d"] }
    if base.hasSuffix("y"), let before = base.dropLast().last, !isVowel(before) { return [base.dropLast() + "ied"] }
    return [doubled(base) + "ed"]
  }

  static func thirdPerson(of base: String) -> String {
    if base.hasSuffix("y"), let before = base.dropLast().last, !isVowel(before) { return base.dropLast() + "ies" }
    let sibilants = ["s", "x", "z", "ch", "sh", "o"]
    return base + (sibilants.contains { base.hasSuffix($0) } ? "es" : "s")
  }

  /// "plan" → "plann": a single consonant after a single stressed vowel doubles.
  private static func doubled(_ base: String) -> String {
    doubling.contains(base) ? base + String(base.suffix(1)) : base
  }

  private static func isVowel(_ letter: Character) -> Bool { "aeiou".contains(letter) }

  private static let doubling: Set<String> = [
    "plan", "cut", "set", "stop", "deter", "commit", "submit", "permit", "transfer", "admit", "ship", "tap", "let",
    "get", "put", "win", "run", "transmit", "refer", "occur", "spur", "control", "step", "begin", "repel", "equip",
    "opt", "swim", "map", "ban", "cancel", "fulfil", "enrol", "drop", "level", "signal",
  ]

  private static let irregular: [String: [String]] = [
    "begin": ["began", "begun"], "bind": ["bound"], "bear": ["bore", "borne"], "become": ["became", "become"],
    "break": ["broke", "broken"], "bring": ["brought"], "build": ["built"], "rebuild": ["rebuilt"], "buy": ["bought"],
    "choose": ["chose", "chosen"], "come": ["came"], "cut": ["cut"], "do": ["did", "done"], "draw": ["drew", "drawn"],
    "drive": ["drove", "driven"], "feed": ["fed"], "fight": ["fought"], "find": ["found"], "fly": ["flew", "flown"],
    "get": ["got"], "give": ["gave", "given"], "go": ["went", "gone"], "have": ["had"], "hold": ["held"],
    "keep": ["kept"], "know": ["knew", "known"], "lay": ["laid"], "lead": ["led"], "lend": ["lent"], "let": ["let"],
    "make": ["made"], "meet": ["met"], "oversee": ["oversaw", "overseen"], "overcome": ["overcame"], "pay": ["paid"],
    "put": ["put"], "run": ["ran"], "see": ["saw", "seen"], "seek": ["sought"], "sell": ["sold"], "send": ["sent"],
    "set": ["set"], "show": ["showed", "shown"], "speak": ["spoke", "spoken"], "stand": ["stood"],
    "strive": ["strove", "striven"], "take": ["took", "taken"], "teach": ["taught"], "think": ["thought"],
    "undertake": ["undertook", "undertaken"], "uphold": ["upheld"], "win": ["won"],
    "withdraw": ["withdrew", "withdrawn"],
    "be": ["was", "were", "been"], "read": ["read"],
  ]
}

// MARK: - French

extension Grammar {
  private func frenchForm(_ word: [UInt8], _ known: Traits) -> Traits {
    guard word.count >= 4 else { return [] }
    var found: Traits = []
    if hasSuffix(word, "er") || hasSuffix(word, "ir") || hasSuffix(word, "oir") {
      if word.count >= 5, !FrenchNouns.inErOrIr.contains(word) { found.insert(.infinitive) }
    }
    if let stem = stem(of: word, endings: ["ra", "ront", "rons", "rez", "rai", "ras"]), isFutureStem(stem) {
      if !FrenchNouns.notFuture.contains(word), !FrenchNouns.hasStemInR(word, endings: ["ons", "ont"]) {
        found.insert(.future)
      }
    }
    if let stem = stem(of: word, endings: ["rait", "raient", "rions", "riez", "rais"]), isFutureStem(stem),
      !FrenchNouns.hasStemInR(word, endings: ["ait", "aient", "ions"])
    {
      found.insert(.conditional)
    }
    if word.count >= 6, hasSuffix(word, "ant"), !FrenchNouns.inAnt.contains(word) { found.insert(.gerund) }
    // "pourra", "devrait" permit or advise; they are listed as such and are no future of their own.
    if known.contains(.may) || known.contains(.be) || known.contains(.have) {
      found.subtract([.future, .conditional])
    }
    return found
  }

  private func hasSuffix(_ word: [UInt8], _ suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard word.count >= count else { return false }
    for index in 0..<count where word[word.count - count + index] != suffix.utf8Start[index] { return false }
    return true
  }

  private func stem(of word: [UInt8], endings: [StaticString]) -> ArraySlice<UInt8>? {
    for ending in endings where hasSuffix(word, ending) { return word.dropLast(ending.utf8CodeUnitCount) }
    return nil
  }

  /// The stem before -ra: "renforce", "ouvri", "met·t", "prend", "pou·r", "i" …
  private func isFutureStem(_ stem: ArraySlice<UInt8>) -> Bool {
    guard stem.count >= 2, let last = stem.last else { return false }
    return [
      UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "t"), UInt8(ascii: "d"), UInt8(ascii: "v"),
      UInt8(ascii: "r"), UInt8(ascii: "u"),
    ].contains(last)
  }
}

/// French words that look like a form of a verb and are none.
enum FrenchNouns {
  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.split(separator: " ").map { Array($0.utf8) })
  }

  /// Whether the word is a present or imperfect of a verb whose stem ends in r: "coopérons", "adhérait".
  static func hasStemInR(_ word: [UInt8], endings: [String]) -> Bool {
    endings.contains { ending in
      word.count > ending.utf8.count && Array(word.suffix(ending.utf8.count)) == Array(ending.utf8)
        && stemsInR.contains(Array(word.dropLast(ending.utf8.count)))
    }
  }

  private static let stemsInR = set(
    """
    esper consider cooper prefer montr entr ouvr assur rencontr demeur oper reiter celebr liber ger differ adher \
    acceler tir desir retir inspir aspir admir mesur jur figur procur dur offr souffr declar prepar restaur amelior \
    attir rentr couvr decouvr tolor recouvr administr enregistr illustr demontr suggerer sugger transfer refer inser \
    confer gener recuper coopter libr adhr exager verr proliferer prolifer remuner rassur instaur separ compar repar
    """)

  static let inErOrIr = set(
    """
    premier dernier papier dossier dossiers atelier janvier fevrier courrier foyer metier chantier quartier cahier \
    financier etranger particulier regulier singulier entier leger calendrier frontalier transfrontalier immobilier \
    hotelier policier officier ouvrier hier hiver enfer avenir loisir desir plaisir souvenir soupir cancer danger \
    berger verger clavier escalier levier palier sentier grenier chevalier conseiller cavalier minier routier laitier \
    cotier portuaire forestier petrolier gazier sucrier cotonnier rizier fruitier charbonnier hospitalier amer alger \
    niger tanger quartier-general cuir elixir vizir emir noir soir espoir miroir pouvoirs devoirs terroir manoir \
    couloir reservoir abattoir trottoir laboratoire memoire territoire obligatoire super power leader hacker container \
    boxer poster inter super saber singulier prisonnier passager messager usager meurtrier heritier rentier banquier \
    bouclier pilier collier dossier routiers entrepreneurial altier plenier cher super ester master pionnier tanker \
    cluster partner order under over after other number member together per clair steer peer career premier-ministre
    """)

  static let notFuture = set("opera camera contra sera infra supra ultra extra etcetera terra cobra front affront")

  static let inAnt = set(
    """
    avant devant pendant cependant durant autant pourtant maintenant important importante enfant montant courant \
    instant volant carburant dirigeant representant participant combattant habitant etudiant assistant constant \
    suffisant croissant puissant existant suivant restant garant migrant croissant independant consequent instant \
    brillant gagnant permanent debutant commercant elegant restaurant geant restant fabricant exploitant negociant
    """)
}
