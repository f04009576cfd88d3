import Communique
import KnowledgeBase

// Wordings of a result in other documents, at the time and since.
extension Shell {
  /// `.parallel N`: beside its wordings in linked documents.
  func parallel(_ argument: String) throws(KnowledgeBaseError) {
    guard let stored = try chosen(argument, for: ".parallel") else { return }
    let counterparts = try opened().counterparts(ofAgreement: stored.id)
    let json = JSON.stored(stored).adding(["parallel": ParallelSheet.json(counterparts)])
    SheetFormat(name: format.name).write(
      ParallelSheet.sheet(stored, counterparts, language: context.language),
      WordingListing.parallel(stored, counterparts, json: json, language: context.language), to: context.page())
  }

  /// `.history-of N`: what its parties made of it in other communiqués.
  func historyOf(_ argument: String) throws(KnowledgeBaseError) {
    guard let stored = try chosen(argument, for: ".history-of") else { return }
    let store = try opened()
    let meeting = Set(stored.document.parties)
    let parties = meeting.isSuperset(of: stored.agreement.parties) ? meeting : Set(stored.agreement.parties)
    let domains = Array(stored.agreement.domains.prefix(1))
    let whole = try store.history(
      of: parties, where: .any(domains.map { .filter(.domain($0)) }), in: context.language)
    let ids = Set([stored.id] + (try store.counterparts(ofAgreement: stored.id).map(\.agreement.id)))
    let history = whole.chain(ofAny: ids).map { whole.following(chain: $0) } ?? UndertakingHistory(events: [])
    SheetFormat(name: format.name).write(
      HistoryCommand.sheet(history, parties, domains, context.language),
      WordingListing.history(history, parties: parties.sorted(), language: context.language), to: context.page())
  }
}
