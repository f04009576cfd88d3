import Communique
import Concordance
import KnowledgeBase

/// Words for what belongs together: versions, duplicates, and how wordings differ.
struct LinkWords: Sendable {
  let comparison = Both("Comparison", "Comparaison")
  let parallel = Both("Wordings", "Formulations")
  let score = Both("Score", "Score")
  let change = Both("Change", "Évolution")
  let undertaking = Both("Undertaking", "Engagement")
  let earlier = Both("Before", "Avant")
  let differences = Both("Differences", "Différences")
  let historyOf = Both("Undertakings: {0} — {1}", "Engagements : {0} — {1}")
  let everyDomain = Both("every domain", "tous les domaines")
  let noHistory = Both("nothing was found for these parties.", "rien n'a été trouvé pour ces parties.")
  let noCounterpart = Both(
    "no linked document says this: `kb link` finds links, `kb link A B` makes one.",
    "aucun document lié ne le dit : `kb link` cherche les liens, `kb link A B` en crée un.")

  let strength = Both("firmness: {0} / {1}", "fermeté : {0} / {1}")
  let parties = Both("parties: {0} / {1}", "parties : {0} / {1}")
  let deadline = Both("due: {0} / {1}", "échéance : {0} / {1}")
  let amounts = Both("amounts: {0} / {1}", "montants : {0} / {1}")
  let numbers = Both("other numbers", "autres nombres")
  let none = Both("none", "aucun")
  let onlyLeft = Both("only in the first document", "dans le premier document seulement")
  let onlyRight = Both("only in the second document", "dans le second document seulement")

  let new = Both("new", "nouveau")
  let repeated = Both("repeated", "repris")
  let firmer = Both("firmer", "plus ferme")
  let softer = Both("softer", "moins ferme")
  let changed = Both("changed", "modifié")
  let dropped = Both("dropped", "abandonné")

  let pairs = Counted(one: Both("pair", "paire"), several: Both("pairs", "paires"))
  let differing = Both("{0} of them with differences", "dont {0} avec des différences")
  let alone = Both("{0} in one document only", "{0} dans un seul document")

  let linked = Both("{0} and {1} are linked as {2}.", "{0} et {1} sont liés : {2}.")
  let unlinked = Both("{0} and {1} are not linked.", "{0} et {1} ne sont pas liés.")
  let version = Both("versions", "versions")
  let duplicate = Both("duplicates", "doublons")
  let summary = Both(
    "{0} looked at. Pairs of versions: {1}; of duplicates: {2}; of agreements: {3}.",
    "{0} à l'examen. Paires de versions : {1} ; de doublons : {2} ; d'engagements : {3}.")
  let looking = Both("looking for links: {0} of {1}", "recherche de liens : {0} sur {1}")
  let needsTwo = Both("give two documents, or none.", "donner deux documents, ou aucun.")
  let noDocument = Both("there is no document {0}.", "il n'y a pas de document {0}.")
  let sameDocument = Both("a document cannot be linked with itself.", "un document ne peut être lié à lui-même.")
  let badParties = Both(
    "--parties wants names joined by commas.", "--parties attend des noms séparés par des virgules.")

  func name(_ kind: DocumentLink) -> Both { kind == .version ? version : duplicate }

  func name(_ change: WordingChange) -> Both {
    switch change {
    case .new: new
    case .repeated: repeated
    case .firmer: firmer
    case .softer: softer
    case .changed: changed
    case .dropped: dropped
    }
  }
}

extension Labels {
  /// In what two agreements differ, a remark each: "firmness: decided / intended".
  func differences(_ differences: [Difference], _ left: StoredAgreement, _ right: StoredAgreement) -> [Sheet.Note] {
    differences.map { difference in
      let words = Words.link
      let (one, two) = (left.agreement, right.agreement)
      let text =
        switch difference {
        case .strength: words.strength.text(language, strength(one.strength), strength(two.strength))
        case .parties: words.parties.text(language, parties(one.parties), parties(two.parties))
        case .deadline: words.deadline.text(language, shown(one.deadline), shown(two.deadline))
        case .amounts: words.amounts.text(language, shown(one.amounts), shown(two.amounts))
        case .numbers: words.numbers.text(language)
        }
      return Sheet.Note(text: text, role: .error)
    }
  }

  func change(_ change: WordingChange) -> Sheet.Note {
    let role: Style.Role =
      switch change {
      case .new, .firmer: .firm
      case .softer, .dropped: .soft
      case .repeated: .quiet
      case .changed: .match
      }
    return Sheet.Note(text: Words.link.name(change).text(language), role: role)
  }

  private func shown(_ deadline: Deadline?) -> String {
    deadline.map { self.deadline($0) } ?? Words.link.none.text(language)
  }

  private func shown(_ amounts: [Amount]) -> String {
    amounts.isEmpty
      ? Words.link.none.text(language) : amounts.map { Numbers.shown($0, language) }.joined(separator: "; ")
  }
}
