import Communique
import KnowledgeBase

/// A question as it goes to the store, from flags or from the shell's line and settings.
struct SearchRequest: Sendable {
  var query: Query
  /// Null: what suits the query.
  var order: Order?
  var isExact = false
  var limit = 20
  var offset = 0
}

/// Builds questions from command lines: words are in the query language, flags are its fields.
enum QueryBuilder {
  /// A question that cannot be understood: what is wrong, and the text or the flag that it is about.
  struct Failure: Error {
    let error: QueryError
    /// The whole question, for the caret; null where a flag is at fault.
    let question: String?
    let flag: String?
  }

  static func request(_ invocation: Invocation, words: [String], _ context: Context) throws(Failure) -> SearchRequest {
    var request = SearchRequest(query: try query(invocation, words: words, context))
    request.order = invocation[.sort].flatMap(Order.init(rawValue:))
    request.isExact = invocation.has(.exact)
    request.limit = invocation.number(.limit) ?? context.configuredLimit
    request.offset = invocation.number(.offset) ?? 0
    return request
  }

  /// Flags of one kind are alternatives, flags of several kinds must all hold.
  static func query(_ invocation: Invocation, words: [String], _ context: Context) throws(Failure) -> Query {
    var parts = [try parsed(words.joined(separator: " "), context)]
    for (option, field) in fields {
      for value in invocation.all(option) {
        do {
          parts.append(try Query.field(named: field, value: value, today: Clock.today()))
        } catch {
          throw Failure(error: error, question: nil, flag: invocation.spellings[option])
        }
      }
    }
    return Query.all(parts)
  }

  /// A line of the query language, with `query:NAME` standing for a saved question.
  static func parsed(_ text: String, _ context: Context) throws(Failure) -> Query {
    let question = SavedQueries(context.environment).expanded(text)
    do {
      return try Query.parse(question, today: Clock.today())
    } catch {
      throw Failure(error: error, question: question, flag: nil)
    }
  }

  /// Which field of the query language each flag stands for.
  private static let fields: [(OptionName, String)] = [
    (.country, "country"), (.domain, "domain"), (.since, "since"), (.until, "until"), (.on, "date"),
    (.language, "language"), (.strength, "strength"), (.kind, "kind"), (.publisher, "publisher"), (.title, "title"),
  ]
}

extension Context {
  /// Says what is wrong with a question, with a caret under the place.
  func report(_ failure: QueryBuilder.Failure) -> ExitStatus {
    let text = messages.text(failure.error)
    report(failure.flag.map { Words.error.inOption.text(language, $0, text) } ?? text)
    if let question = failure.question {
      for line in Messages.caret(under: failure.error.range, of: question) { errors.write(line: line) }
      errors.flush()
    }
    return .usage
  }

  /// How many results at once, where no flag says so.
  var configuredLimit: Int { configuration["limit"].flatMap { Int($0) } ?? 20 }
}
