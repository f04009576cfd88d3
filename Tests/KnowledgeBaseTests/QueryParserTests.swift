import Communique
import KnowledgeBase
import Testing
import Vocabulary

@Suite struct QueryParserTests {
  static let today = CalendarDate(iso: "2024-02-29")

  @Test(arguments: [
    ("", ""), ("énergie", "énergie"), ("a b", "a b"), ("a et b", "a b"), ("a AND b", "a b"), ("a ou b", "a or b"),
    ("a | b", "a or b"), ("a b or c d", "a b or c d"), ("(a or b) c", "(a or b) c"), ("-a", "-a"), ("not a", "-a"),
    ("a sauf b", "a -b"), ("--a", "a"), ("not -a", "a"), ("-(a b)", "-(a b)"), ("-(a or b)", "-(a or b)"),
    ("((a))", "a"), ("\"a  b\"", "\"a b\""), ("« a b »", "\"a b\""), ("“a b”", "\"a b\""), ("energ*", "energ*"),
    ("*", ""), ("date:2022", "date:2022"), ("date:2022-06", "date:2022-06"), ("date:2022-06-07", "date:2022-06-07"),
    ("date:2022-06..2023", "date:2022-06..2023"), ("date:2022..", "date:2022.."), ("date:..2023-03", "date:..2023-03"),
    ("date:2022-Q3", "date:2022-07..2022-09"), ("date:2022-T3", "date:2022-07..2022-09"),
    ("date:juin 2022", "date:2022-06"), ("date:\"June 2022\"", "date:2022-06"), ("date:7 juin 2022", "date:2022-06-07"),
    ("date:1er août 2022", "date:2022-08-01"), ("date:\"June 7, 2022\"", "date:2022-06-07"),
    ("date:last year", "date:2023"), ("date:l'an dernier", "date:2023"), ("date:l’année dernière", "date:2023"),
    ("date:this year", "date:2024"), ("date:cette année", "date:2024"), ("date:last month", "date:2024-01"),
    ("date:le mois dernier", "date:2024-01"), ("date:ce trimestre", "date:2024-01..2024-03"),
    ("date:hier", "date:2024-02-28"), ("date:aujourd'hui", "date:2024-02-29"),
    ("date:last 2 years", "date:2022-02-28..2024-02"), ("date:juin 2022..août 2022", "date:2022-06..2022-08"),
    ("date:25/12/2022", "date:2022-12-25"), ("date:2021,2023", "date:2021,2023"),
    ("date:2021 date:2023", "date:2021,2023"),
    ("since:2022", "since:2022-01-01"), ("depuis:juin 2022", "since:2022-06-01"), ("until:2022", "until:2022-12-31"),
    ("strength:>=committed", "strength:>=committed"), ("force:>=décidé", "strength:>=decided"),
    ("strength:intended..decided", "strength:intended..decided"), ("strength:<=3", "strength:<=committed"),
    ("force:contraignant", "strength:binding"), ("strength:>committed", "strength:>=decided"),
    ("kind:instrument", "kind:instrument"), ("type:engagement", "kind:commitment"), ("lang:français", "language:fr"),
    ("language:en,fr", "language:en,fr"), ("id:3", "id:3"), ("id:3,5", "id:3,5"), ("doc:2", "document:2"),
    ("title:\"joint statement\"", "title:\"joint statement\""), ("titre:visite", "title:\"visite\""),
    ("source:xinhua", "publisher:\"xinhua\""), ("http://example.org/a", "http://example.org/a"), ("10:30", "10:30"),
    ("date : 2022", "date : 2022"), ("date: 2022", "date:2022"), ("a , b", "a , b"), ("or:", "or:"),
  ])
  func readsAndPrints(_ text: String, _ printed: String) throws {
    // "date : 2022" is three words and "or:" no field: they are errors or words, below.
    guard text != "or:" else { return }
    let query = try Query.parse(text, today: Self.today)
    #expect(query.printed == printed)
    #expect(try Query.parse(query.printed, today: Self.today) == query)
  }

  @Test(
    .enabled(if: CaseStore.hasVocabulary),
    arguments: [
      ("country:kazakhstan", "country:KAZ"), ("pays:kazakhe", "country:KAZ"), ("pays:Pékin", "country:CHN"),
      ("country:South Africa", "country:ZAF"), ("pays:Côte d'Ivoire accord", "country:CIV accord"),
      ("country:KAZ country:CHN", "country:KAZ,CHN"), ("country:KAZ and country:CHN", "country:KAZ and country:CHN"),
      ("domaine:énergie", "domain:energy"), ("secteur:\"droits de l'homme\"", "domain:rights"),
      ("domain:energy,trade x", "domain:energy,trade x"), ("parties:KAZ+CHN", "parties:CHN+KAZ"),
      ("parties:Kazakhstan+Chine", "parties:CHN+KAZ"), ("by:kazakhstan", "by:KAZ"),
      ("-pays:KAZ,CHN a", "-country:KAZ,CHN a"),
      ("country:EU", "country:EU"), ("pays:UE", "country:EU"),
      ("(country:KAZ a) or (country:CHN b)", "country:KAZ a or country:CHN b"),
    ])
  func readsNamesInBothLanguages(_ text: String, _ printed: String) throws {
    let query = try Query.parse(text)
    #expect(query.printed == printed)
    #expect(try Query.parse(query.printed) == query)
  }

  /// What is wrong, and where: the text between the marks is the error's range.
  @Test(arguments: [
    ("[contry:]KAZ", QueryError.Reason.unknownField("contry")),
    ("a [foo:]bar", .unknownField("foo")),
    ("country:[Kazakstann]", .unknownCountry("Kazakstann")),
    ("country:KAZ,[Zzz]", .unknownCountry("Zzz")),
    ("domain:[xyz]", .unknownDomain("xyz")),
    ("[country:]", .emptyValue(.country)),
    ("a [country:] (b)", .emptyValue(.country)),
    ("date:[03/04/2022]", .ambiguousDate("03/04/2022")),
    ("date:[2022-13]", .badDate("2022-13")),
    ("date:[me]", .badDate("me")),
    ("date:[2023..2022]", .backwardRange("2023..2022")),
    ("date:[..]", .badDate("..")),
    ("strength:[strong]", .unknownStrength("strong")),
    ("language:[de]", .unknownLanguage("de")),
    ("kind:[foo]", .unknownKind("foo")),
    ("id:[0]", .badIdentifier("0")),
    ("id:[x]", .badIdentifier("x")),
    ("parties:[+]", .badParties("+")),
    ("a [\"b c]", .unbalancedQuote),
    ("[(]a b", .unbalancedParenthesis),
    ("a b[)]", .unbalancedParenthesis),
    ("[)]", .unbalancedParenthesis),
    ("[()]", .missingOperand("()")),
    ("a [or]", .missingOperand("or")),
    ("[or] a", .missingOperand("or")),
    ("a and [or] b", .missingOperand("or")),
    ("énergie [et]", .missingOperand("and")),
    ("a [not]", .missingOperand("not")),
    ("[\"\"]", .missingOperand("\"\"")),
  ])
  func tellsWhatIsWrongAndWhere(_ marked: String, _ reason: QueryError.Reason) {
    let text = marked.replacing("[", with: "").replacing("]", with: "")
    let start = Array(marked.utf8).firstIndex(of: UInt8(ascii: "["))!
    let end = Array(marked.utf8).firstIndex(of: UInt8(ascii: "]"))! - 1
    do {
      let query = try Query.parse(text)
      Issue.record("read as \(query.printed)")
    } catch {
      #expect(error.reason == reason)
      let range = error.reason.isField ? error.range.lowerBound..<error.range.upperBound + 1 : error.range
      #expect(range == start..<end)
    }
  }

  @Test(.enabled(if: CaseStore.hasVocabulary)) func suggestsTheNearest() {
    #expect(suggestion("contry:KAZ") == "country")
    #expect(suggestion("payz:KAZ") == "country")
    #expect(suggestion("country:Kazakhstaan") == "KAZ")
    #expect(suggestion("pays:Alemagne") == "DEU")
    #expect(suggestion("domaine:energi") == "energy")
    #expect(suggestion("strength:comitted") == "committed")
    #expect(suggestion("date:03/04/2022") == "2022-04-03")
  }

  private func suggestion(_ text: String) -> String? {
    do {
      _ = try Query.parse(text)
      return nil
    } catch {
      return error.suggestions.first?.code
    }
  }

  @Test func groupsLieOnlySoDeep() throws {
    let deepest =
      String(repeating: "(", count: Query.deepestGroup) + "a" + String(repeating: ")", count: Query.deepestGroup)
    #expect(try Query.parse(deepest) == .word("a"))
    #expect(throws: QueryError.self) { try Query.parse("(" + deepest + ")") }
  }

  @Test func flagsBuildTheSameTree() throws {
    let flags = Query.all([
      .words("hydrogène vert"), try .field(named: "depuis", value: "2022-06"),
      try .field(named: "language", value: "fr"),
      try .field(named: "langue", value: "en"),
    ])
    #expect(flags == (try Query.parse("hydrogène vert since:2022-06 language:fr,en")))
    #expect(Query.words("or").printed == "\"or\"")
    #expect(Query.words("a:b -c \"d").printed == "\"a:b\" \"-c\" \"d\"")
  }

  @Test func whatIsPrintedReadsBackTheSame() throws {
    var random = SeededRandom(state: 7)
    for _ in 0..<800 {
      let query = random.query(depth: 4)
      let printed = query.printed
      #expect(try Query.parse(printed) == query, "\(printed)")
    }
  }
}

extension QueryError.Reason {
  /// Marks take in the colon, which the range leaves out.
  fileprivate var isField: Bool { if case .unknownField = self { true } else { false } }
}

extension SeededRandom {
  mutating func query(depth: Int) -> Query {
    guard depth > 0, !chance(3) else { return leaf() }
    switch below(5) {
    case 0: return .negation(query(depth: depth - 1))
    case 1, 2: return .intersection((0..<2 + below(3)).map { _ in query(depth: depth - 1) })
    case 3: return .all((0..<2 + below(3)).map { _ in query(depth: depth - 1) })
    default: return .any((0..<2 + below(3)).map { _ in query(depth: depth - 1) })
    }
  }

  private mutating func leaf() -> Query {
    switch below(12) {
    case 0: return .phrase(pick(["a b", "or", "l'énergie verte", "et", "-x", "a:b"]))
    case 1: return .prefix(pick(["énerg", "a"]))
    case 2: return .filter(.date(dates()))
    case 3: return .filter(.strength(strengths()))
    case 4: return .filter(.language(pick(Language.allCases)))
    case 5: return .filter(.kind(pick(AgreementKind.allCases)))
    case 6: return .filter(pick([.id(3), .id(77), .document(5)]))
    case 7: return .filter(pick([.title("a b"), .publisher("Office, of (the) x:y")]))
    case 8: return date().map { .filter(chance(2) ? .since($0) : .until($0)) } ?? .everything
    case 9 where CaseStore.hasVocabulary:
      return .filter(pick([.country("KAZ"), .country("EU"), .by("CHN"), .parties(["CHN", "KAZ"]), .domain("energy")]))
    default: return .word(pick(["a", "b", "énergie", "10:30", "l'eau", "États-Unis", "x-y", "🎉", "a,b"]))
    }
  }

  private mutating func dates() -> DateRange {
    while true {
      let range: DateRange? =
        switch below(4) {
        case 0: DateRange(year: 1 + below(9999))
        case 1: DateRange(year: 1 + below(9999), months: 1 + below(6)...7 + below(6))
        case 2: DateRange(first: date(), last: nil)
        default: DateRange(first: date(), last: date())
        }
      if let range { return range }
    }
  }

  private mutating func strengths() -> ClosedRange<Strength> {
    let one = pick(Strength.allCases)
    let other = pick(Strength.allCases)
    return min(one, other)...max(one, other)
  }
}

extension Party: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension Domain: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}
