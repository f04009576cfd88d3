import Communique
import KnowledgeBase
import Testing

/// Whatever is typed gives an answer or a `QueryError`: never a store error, a crash or a hang.
@Suite(.serialized) struct HostileInputTests {
  private static let kept = Result { try CaseStore() }
  private var base: CaseStore { get throws { try Self.kept.get() } }

  @Test func threeHundredHostileStrings() throws {
    let inputs = Self.inputs
    #expect(Set(inputs).count >= 300)
    for input in inputs {
      for exact in [false, true] {
        let query: Query
        do { query = try Query.parse(input) } catch { continue }
        let result = try base.store.search(query, order: .relevance, limit: 5, exact: exact)
        #expect(result.agreements.count <= min(5, result.total))
        _ = try base.store.facets([.domain, .year], of: query, exact: exact)
        if result.total == 0, input.utf8.count < 500 {
          _ = try base.store.advice(forEmpty: query, exact: exact)
        }
      }
      _ = try base.store.count(Query.words(input))
    }
  }

  @Test func hostileValuesOfEveryField() throws {
    for (number, field) in Field.allCases.enumerated() {
      // Each value for some fields: looking for the nearest name of each would take minutes.
      let step = [.country, .by, .parties, .domain].contains(field) ? 40 : 4
      for (index, value) in Self.pieces.enumerated() where index % step == number % step {
        guard let query = try? Query.field(named: field.rawValue, value: value) else { continue }
        _ = try base.store.search(query, order: .date)
        #expect(try Query.parse(query.printed) == query, "\(field) \(value)")
      }
    }
  }

  @Test func tenThousandTerms() throws {
    let words = (0..<10_000).map { "w\($0)" }.joined(separator: " ")
    #expect(try base.store.count(.parse(words)) == 0)
    let any = (0..<10_000).map { "w\($0)" }.joined(separator: " or ") + " or énergie"
    #expect(try base.store.count(.parse(any)) > 0)
    let same = String(repeating: "énergie ", count: 10_000)
    #expect(try base.store.count(.parse(same)) == base.store.count(.parse("énergie")))
    let not = (0..<10_000).map { "-w\($0)" }.joined(separator: " ")
    #expect(try base.store.count(.parse(not)) == base.store.count(.everything))
  }

  @Test func deepestGroupsAreAnswered() throws {
    // The worst shape: at each depth another operator, so that nothing flattens, and negations between.
    var text = "énergie verte"
    for depth in 0..<Query.deepestGroup {
      text = depth % 2 == 0 ? "accord or -(\(text) -visa)" : "pêche (\(text) or \"droits de douane\")"
    }
    let query = try Query.parse(text)
    #expect(try base.store.count(query) >= 0)
    #expect(try base.store.search(query, order: .relevance).total >= 0)
  }

  static let pieces = [
    "", " ", "\0", "a\0b", "\"", "\"\"", "'", "''", "`", "´", "’", "ʼ", "“", "”", "«", "»", "« »", "(", ")", "()", ")(",
    "((", "))", "*", "**", "a*", "*a", "a*b", "^", "^a", "+", "-", "--", "---", "-a", "- a", "a-", "a--b", "|", "||",
    "&",
    "&&", "!", "!!", "?", "~", "~2", "a~2", ":", "::", ":a", "a:", "a:b", "a::b", ".", "..", "...", "/", "//", "\\",
    "\\0",
    "\\\"", ";", ";;", "--;", "/*", "*/", "#", "%", "%00", "%s", "%n", "_", "=", "==", "<", ">", "<>", ">=", "<script>",
    "$", "$1", "?1", ":p", "@p", "{", "}", "{}", "[", "]", "[a]", "AND", "OR", "NOT", "NEAR", "and", "or", "not", "et",
    "ou", "sauf", "near", "MATCH", "NEAR(a b)", "NEAR(a b, 5)", "NEAR(", "a NEAR b", "a NEAR/5 b", "a AND", "AND a",
    "a OR", "OR a", "NOT a", "a NOT", "a NOT b", "a AND AND b", "a OR OR b", "NOT NOT a", "a + b", "\"a\" + \"b\"",
    "raw:a", "raw : a", "{raw en}: a", "-raw:a", "meta:pkaz", "meta : a", "search:a", "rowid:1", "rank:bm25",
    "l'énergie", "l’énergie", "lʼénergie", "d'", "qu'", "jusqu'", "aujourd'hui", "États-Unis", "nord-sud", "S'il",
    "'a'",
    "a'b'c", "l''a", "U.S.", "U.S.A.", "a.b.c", "e.g.", "1.5", "1,5", "1e9", "0x10", "-1", "+1", "NaN", "inf", "1/0",
    "x' OR '1'='1", "'; DROP TABLE agreement; --", "1; SELECT 1", "UNION SELECT", "\" OR 1=1 --", "search MATCH 'a'",
    "');--", "INSERT INTO search", "PRAGMA x", "ATTACH 'a' AS b", "load_extension('x')", "randomblob(1000000000)",
    "🎉", "🏳️‍🌈", "👨‍👩‍👧‍👦", "é", "e\u{301}", "\u{301}", "\u{301}\u{301}", "a\u{301}\u{302}\u{303}", "\u{AD}", "a\u{AD}b",
    "\u{200B}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}a", "\u{202E}cba", "\u{2066}a\u{2069}", "\u{FEFF}",
    "\u{FFFD}",
    "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}", "\u{0}", "\u{1}", "\u{7F}", "\u{80}", "\u{85}", "\u{A0}", "\u{2028}",
    "\u{2029}",
    "\u{3000}", "\t", "\n", "\r\n", "\u{B}", "\u{C}", "日本", "日本語 協力", "中国", "сотрудничество", "Казахстан", "مصر",
    "التعاون", "ישראל", "ไทย", "हिन्दी", "ﬁ", "ﬃ", "ß", "ẞ", "İ", "ı", "Ǆ", "ŉ", "Å", "Ω", "µ", "²", "½", "№", "™", "ª",
    "º",
    "ꙮ", "𝔘𝔫𝔦", "𝟘", "Ⅷ", "①", "ﷺ", "K", "ſ", "œ", "Œ", "æ", "ø", "đ", "ł", "þ",
    "country:", "country: ", "country::", "country:\"", "country:\"\"", "country:(", "country:)", "country:,",
    "country:,,",
    "country:KAZ,", "country:,KAZ", "country:*", "country:-KAZ", "pays:🎉", "pays:\0", "domain:", "domain:*",
    "domain:OR",
    "date:", "date:..", "date:...", "date:0000", "date:9999", "date:99999", "date:2022-00", "date:2022-13",
    "date:2022-02-30",
    "date:2022-02-29..2022-03", "date:9999-12-31..", "date:..0001-01-01", "date:-1", "date:1e3", "date:٢٠٢٢",
    "date:2022–2023",
    "date:03/04/2022", "date:\"\"", "date:tomorrow", "date:last", "date:last 99999999999999999999 days", "since:..",
    "until:",
    "strength:", "strength:>", "strength:>=", "strength:<exploratory", "strength:>binding", "strength:6", "strength:0",
    "strength:-1", "strength:..", "id:", "id:-1", "id:0", "id:9223372036854775807", "id:9223372036854775808", "id:1.5",
    "id:1,2,3", "id:*", "parties:", "parties:+", "parties:CHN+", "parties:+CHN", "parties:CHN++KAZ", "parties:CHN+CHN",
    "by:", "by:,", "title:", "title:\"\"", "title:*", "title:🎉", "title:\"a", "publisher:", "publisher:%",
    "publisher:'",
    "foo:bar", "select:1", "a:b:c", "http://a.b/c?d=e&f=g#h", "mailto:a@b.c", "C:\\Windows", "12:30", "12:30:45",
    "a:(b)",
    "kind:", "kind:x", "language:", "language:xx", "document:", "document:0", "query:x", "-country:", "-(", "-()",
    "-\"\"",
    "-\"a", "-*", "-*a", "(a", "a)", "(a))", "((a)", "(-a)", "(or)", "(a or)", "(or a)", "a or or b", "a and or b",
    "or or",
    "et et", "not not not a", "-(-(-a))", "(a) (b)", "(a)(b)", "a(b)", "\"a\"b", "a\"b\"", "\"a\"\"b\"", "\"a\" \"b\"",
    "\"a*\"", "\"a\"*", "\"(\"", "\")\"", "\"AND\"", "\"NOT a\"", "\"a:b\"", "\"-a\"", "«a\"b»", "“a\"b”", "„a“",
  ]

  static var inputs: [String] {
    pieces + [
      String(repeating: "(", count: 500), String(repeating: ")", count: 500),
      String(repeating: "(", count: 500) + "a" + String(repeating: ")", count: 500),
      String(repeating: "-", count: 10_000) + "a", String(repeating: "not ", count: 5000) + "a",
      String(repeating: "\"", count: 501), String(repeating: "a", count: 100_000),
      String(repeating: "é", count: 50_000), String(repeating: "a-", count: 20_000),
      String(repeating: "l'", count: 5000),
      String(repeating: "\u{301}", count: 10_000), String(repeating: "*", count: 1000),
      String(repeating: "a:", count: 5000), "country:" + String(repeating: "KAZ,", count: 2000) + "KAZ",
      "\"" + String(repeating: "a ", count: 20_000) + "\"", String(repeating: "🎉", count: 5000),
      String(repeating: "a or ", count: 3000) + "b", "id:" + (1...3000).map(String.init).joined(separator: ","),
    ]
  }
}
