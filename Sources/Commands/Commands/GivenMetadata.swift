import Communique
import Ingestion
import KnowledgeBase

/// What the user said of documents by `--date`, `--publisher`, `--title`, `--language` and `--url`.
enum GivenMetadata {
  /// The options that give metadata, for a command's declaration.
  static let options: [OptionName] = [
    .documentDate, .documentPublisher, .documentTitle, .documentLanguage, .documentURL,
  ]

  /// A value that cannot be taken.
  enum Failure: Error {
    case date(QueryBuilder.Failure)
    /// A date, but of more days than one.
    case notADay(String, flag: String)
  }

  /// The metadata of a command line.
  ///
  /// Dates are read as queries read them ("7 juin 2022", "yesterday"); a month or a year is no day.
  static func metadata(_ invocation: Invocation) throws(Failure) -> SourceMetadata {
    SourceMetadata(
      title: invocation[.documentTitle], publisher: invocation[.documentPublisher],
      publishedOn: try invocation[.documentDate].map { text throws(Failure) in
        try day(text, flag: invocation.spellings[.documentDate] ?? "--date")
      },
      language: invocation[.documentLanguage].flatMap(Language.init(rawValue:)), url: invocation[.documentURL])
  }

  private static func day(_ text: String, flag: String) throws(Failure) -> CalendarDate {
    let query: Query
    do {
      query = try Query.field(named: "date", value: text, today: Clock.today())
    } catch {
      throw .date(QueryBuilder.Failure(error: error, question: nil, flag: flag))
    }
    if case .filter(.date(let range)) = query, let day = range.first, day == range.last { return day }
    throw .notADay(text, flag: flag)
  }
}

extension Context {
  /// Says what is wrong with metadata given by flags.
  func report(_ failure: GivenMetadata.Failure) -> ExitStatus {
    switch failure {
    case .date(let failure): return report(failure)
    case .notADay(let text, let flag):
      report(Words.error.inOption.text(language, flag, Words.reading.notADay.text(language, text)))
      return .usage
    }
  }
}
