import Communique
import KnowledgeBase

// One result at a time.
extension Shell {
  func show(_ argument: String) throws(KnowledgeBaseError) {
    guard let stored = try chosen(argument, for: ".show") else { return }
    if format.name.hasPrefix("json") { return context.output.write(json: .stored(stored)) }
    let text = try opened().text(ofDocument: stored.document.id) ?? stored.agreement.text
    let page = try opened().page(at: stored.agreement.span.lowerBound, ofDocument: stored.document.id)
    AgreementDetail.write(stored, text: text, originalPage: page, to: context.page())
  }

  func explain(_ argument: String) throws(KnowledgeBaseError) {
    guard let stored = try chosen(argument, for: ".explain") else { return }
    let communique = try opened().communique(ofDocument: stored.document.id)
    Explanation(stored, communique).write(to: context.page())
  }

  /// The whole text, its agreements marked.
  func showSource(_ argument: String) throws(KnowledgeBaseError) {
    guard let stored = try chosen(argument, for: ".source") else { return }
    guard let communique = try opened().communique(ofDocument: stored.document.id) else { return }
    let page = context.page()
    DocumentHeading.write(communique, to: page)
    page.output.write(line: "")
    let runs = Run.marked(communique.text, at: [stored.agreement.span]).map {
      Run(text: Sanitising.text($0.text), isMarked: $0.isMarked)
    }
    page.output.write(line: page.style.text(runs))
  }

  func cite(_ argument: String) throws(KnowledgeBaseError) {
    let parts = argument.split(separator: " ").map(String.init)
    guard let stored = try chosen(parts.first ?? "", for: ".cite") else { return }
    let wanted = parts.count > 1 ? Matching.folded(parts[1]) : CitationStyle.chicago.rawValue
    guard let style = CitationStyle(rawValue: wanted) else {
      let problem = UsageError.Problem.notAmong(
        parts[1], allowed: CitationStyle.allCases.map(\.rawValue), alsoKnown: [])
      return fail(context.messages.text(.badValue(option: ".cite", problem)))
    }
    context.output.write(line: Citation(stored, context.language).text(style))
  }

  /// The result that a number stands for: its place in the list; else, or written `id:42`, the agreement's id.
  func chosen(_ argument: String, for command: String) throws(KnowledgeBaseError) -> StoredAgreement? {
    let isIdentifier = argument.hasPrefix("id:") || argument.hasPrefix("#")
    let digits =
      argument.hasPrefix("id:") ? argument.dropFirst(3) : argument.hasPrefix("#") ? argument.dropFirst() : argument[...]
    guard let number = Int64(digits), number > 0 else {
      fail(Words.shell.noNumber, command)
      return nil
    }
    if !isIdentifier, let stored = seen[Int(number)] { return stored }
    if let stored = try opened().agreement(id: number) { return stored }
    fail(Words.shell.noSuchResult, String(number))
    return nil
  }
}
