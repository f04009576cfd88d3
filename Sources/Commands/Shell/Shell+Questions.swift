import Communique
import KnowledgeBase

// Asking, and moving between questions.
extension Shell {
  /// A bare line.
  func search(_ text: String) throws(KnowledgeBaseError) {
    guard let query = parsed(text) else { return }
    try ask(SearchRequest(query: query, order: order, limit: limit))
  }

  /// `.refine`: both the question on show and this.
  func refine(_ text: String) throws(KnowledgeBaseError) {
    guard let request else { return fail(Words.shell.noQuestion) }
    guard let query = parsed(text) else { return }
    var narrower = request
    narrower.query = Query.intersection([request.query, query])
    narrower.offset = 0
    say(Words.shell.question, narrower.query.printed)
    try ask(narrower)
  }

  /// `.back`: the question before the one on show.
  func back() throws(KnowledgeBaseError) {
    guard let previous = trail.popLast() else { return fail(Words.shell.noBack) }
    let printed = previous.query.printed
    say(Words.shell.question, printed.isEmpty ? Words.shell.everything.text(context.language) : printed)
    seen = [:]
    try show(previous)
  }

  /// `.next`, `.prev`, `.last`: another page of the question on show, or the same.
  func turn(by pages: Int) throws(KnowledgeBaseError) {
    guard var request, let result else { return fail(Words.shell.noQuestion) }
    let offset = request.offset + pages * request.limit
    guard offset >= 0 || request.offset > 0 else { return say(Words.shell.noEarlier) }
    guard pages <= 0 || offset < result.total else { return say(Words.shell.noMore) }
    request.offset = max(0, offset)
    try show(request)
  }

  private func parsed(_ text: String) -> Query? {
    do throws(QueryBuilder.Failure) {
      return try QueryBuilder.parsed(text, context)
    } catch {
      fail(error)
      return nil
    }
  }

  private func ask(_ new: SearchRequest) throws(KnowledgeBaseError) {
    let before = request
    seen = [:]
    try show(new)
    if let before { trail.append(before) }
  }

  /// Runs a question and shows its page.
  private func show(_ new: SearchRequest) throws(KnowledgeBaseError) {
    let store = try opened()
    let found = try store.search(
      new.query, order: new.order ?? new.query.usualOrder, limit: new.limit, offset: new.offset, exact: new.isExact)
    request = new
    result = found
    for (index, agreement) in found.agreements.enumerated() { seen[new.offset + index + 1] = agreement }
    var listing = AgreementListing.found(found, offset: new.offset, context.versions, language: context.language)
    if format.isForReading {
      listing.footer = try ResultFooter(found, new, in: store, context.language, isShell: true).lines
    }
    if found.total > 0 || !format.isForReading { write(listing) }
    if found.total == 0 { try AdviceText.note(new, in: store, context) }
  }

  /// `.facets [BY]`: of the question on show, or of everything.
  func facets(_ argument: String) throws(KnowledgeBaseError) {
    let current = request ?? SearchRequest(query: .everything)
    let facets: [Facet]
    do throws(UsageError) {
      facets = try FacetsCommand.facets(named: argument.isEmpty ? "domain" : argument)
    } catch {
      return fail(context.messages.text(error.problem))
    }
    let table = try opened().facets(facets, of: current.query, exact: current.isExact)
    write(FacetListing.listing(table, versions: context.versions, language: context.language))
  }

  /// `.save NAME`; alone, what is kept.
  func save(_ name: String) {
    var saved = SavedQueries(context.environment)
    guard !name.isEmpty else { return listSaved(&saved) }
    guard SavedQueries.isName(name) else { return fail(Words.shell.badName, name) }
    guard let request else { return fail(Words.shell.noQuestion) }
    if saved.save(request.query.printed, as: name) {
      say(Words.shell.saved, Matching.folded(name))
    } else {
      fail(Words.error.cannotWrite, Paths.savedQueries(context.environment))
    }
  }

  private func listSaved(_ saved: inout SavedQueries) {
    saved.load()
    if saved.queries.isEmpty { return say(Words.shell.noSaved) }
    for query in saved.queries { context.output.write(line: "query:" + query.name + "  " + query.text) }
  }
}
