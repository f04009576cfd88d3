import KnowledgeBase

/// One of the questions that issue C wants measured, and the same in the SQL that a competent user would write.
struct Question {
  enum Answer { case list, count, facets(Facet) }

  let name: String
  /// In the query language.
  let text: String
  let answer: Answer
  /// Gives the same rows and the same total.
  let sql: String
  /// Words for `sqlite-utils search`, where that can ask it.
  var words: String?

  static let all: [Question] = [
    Question(name: "country", text: "country:KAZ", answer: .list, sql: listed("party = 'KAZ'", from: "party")),
    Question(
      name: "country + domain + dates", text: "country:KAZ domain:energy date:2015-03-10..2022-06", answer: .list,
      sql: """
        SELECT a.id, a.date, a.text FROM agreement AS a
        WHERE a.date BETWEEN '2015-03-10' AND '2022-06-30'
          AND EXISTS (SELECT 1 FROM agreement_party WHERE agreement = a.id AND party = 'KAZ')
          AND EXISTS (SELECT 1 FROM agreement_domain WHERE agreement = a.id AND domain IN ('energy', 'nuclear'))
        ORDER BY a.date DESC LIMIT 20;
        SELECT count(*) FROM agreement AS a
        WHERE a.date BETWEEN '2015-03-10' AND '2022-06-30'
          AND EXISTS (SELECT 1 FROM agreement_party WHERE agreement = a.id AND party = 'KAZ')
          AND EXISTS (SELECT 1 FROM agreement_domain WHERE agreement = a.id AND domain IN ('energy', 'nuclear'));
        """),
    Question(name: "rare word", text: "RARE", answer: .list, sql: matched("raw : RARE"), words: "RARE"),
    Question(
      name: "common word", text: "coopération", answer: .list, sql: matched("raw : cooperation"),
      words: "cooperation"),
    Question(
      name: "word + country + domain", text: "énergie country:CHN domain:trade", answer: .list,
      sql: matched(
        "raw : energie",
        """
        AND EXISTS (SELECT 1 FROM agreement_party WHERE agreement = a.id AND party = 'CHN')
        AND EXISTS (SELECT 1 FROM agreement_domain WHERE agreement = a.id AND domain = 'trade')
        """)),
    Question(
      name: "phrase", text: "\"énergie et coopération\"", answer: .list,
      sql: matched("raw : \"energie et cooperation\""), words: "\"energie et cooperation\""),
    Question(
      name: "cross-language word", text: "fisheries", answer: .list,
      sql: matched("raw : (fisheries OR fishery OR fishing OR peche OR peches)"), words: nil),
    Question(
      name: "count", text: "coopération", answer: .count,
      sql: "SELECT count(*) FROM search WHERE search MATCH 'raw : cooperation';"),
    Question(
      name: "facets by domain", text: "country:CHN", answer: .facets(.domain),
      sql: """
        SELECT domain, count(*) FROM agreement_domain
        WHERE agreement IN (SELECT agreement FROM agreement_party WHERE party = 'CHN')
        GROUP BY domain ORDER BY 2 DESC;
        """),
    Question(
      name: "facets of a word", text: "énergie", answer: .facets(.domain),
      sql: """
        SELECT d.domain, count(*) FROM search JOIN agreement AS a ON a.rank = search.rowid
          JOIN agreement_domain AS d ON d.agreement = a.id
        WHERE search MATCH 'raw : energie' GROUP BY d.domain ORDER BY 2 DESC;
        """),
  ]

  private static func listed(_ condition: String, from table: String) -> String {
    """
    SELECT a.id, a.date, a.text FROM agreement_\(table) AS x JOIN agreement AS a ON a.id = x.agreement
    WHERE x.\(condition) ORDER BY a.date DESC LIMIT 20;
    SELECT count(*) FROM agreement_\(table) WHERE \(condition);
    """
  }

  private static func matched(_ match: String, _ filters: String = "") -> String {
    """
    SELECT a.id, a.date, a.text FROM search JOIN agreement AS a ON a.rank = search.rowid
    WHERE search MATCH '\(match)' \(filters) ORDER BY search.rank LIMIT 20;
    SELECT count(*) FROM search JOIN agreement AS a ON a.rank = search.rowid
    WHERE search MATCH '\(match)' \(filters);
    """
  }

  /// With a rare word of the corpus put in.
  func with(rare word: String) -> Question {
    func put(_ text: String) -> String {
      let parts = text.split(separator: "RARE", omittingEmptySubsequences: false)
      return parts.joined(separator: word)
    }
    return Question(name: name, text: put(text), answer: answer, sql: put(sql), words: words.map(put))
  }
}
