import Communique

/// What an agreement's document adds to its row of the index.
struct AgreementSetting {
  let document: Int64
  let language: Language?
  let title: String?
  let publisher: String?
  let date: CalendarDate?
}

extension AgreementSetting {
  init(_ communique: Communique, document: Int64) {
    self.init(
      document: document, language: communique.language, title: communique.title, publisher: communique.publisher,
      date: communique.date)
  }

  init(_ document: StoredDocument) {
    self.init(
      document: document.id, language: document.language, title: document.title, publisher: document.publisher,
      date: document.date)
  }
}
