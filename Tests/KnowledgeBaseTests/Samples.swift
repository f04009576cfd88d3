import Communique

/// Communiqués put together by hand: what the analysis would give.
enum Sample {
  /// A document whose text is its agreements' texts, one a line.
  static func communique(
    _ file: String, _ language: Language?, date: String? = "2022-06-07", title: String? = nil,
    publisher: String? = nil, _ clauses: [Clause]
  ) -> Communique {
    var text = ""
    var agreements: [Agreement] = []
    for clause in clauses {
      let start = text.utf8.count
      text += clause.text
      agreements.append(
        Agreement(
          text: clause.text, span: start..<text.utf8.count, parties: clause.parties.map(Party.init(_:)),
          kind: clause.kind, strength: clause.strength, domains: clause.domains.map(Domain.init(_:))))
      text += ".\n"
    }
    return Communique(
      file: file, text: text, language: language, title: title, publisher: publisher,
      heldOn: date.flatMap(CalendarDate.init(iso:)), agreements: agreements)
  }

  struct Clause {
    var text: String
    var parties = ["CHN", "KAZ"]
    var domains = ["politics"]
    var strength = Strength.decided
    var kind = AgreementKind.commitment

    init(
      _ text: String, _ parties: [String] = ["CHN", "KAZ"], _ domains: [String] = ["politics"],
      _ strength: Strength = .decided, _ kind: AgreementKind = .commitment
    ) {
      (self.text, self.parties, self.domains, self.strength, self.kind) = (text, parties, domains, strength, kind)
    }
  }
}
