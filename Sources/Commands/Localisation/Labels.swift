import Communique
import KnowledgeBase
import Vocabulary

/// The labels of codes and dates in the interface language.
struct Labels: Sendable {
  let language: Language

  func date(_ date: CalendarDate?) -> String {
    date.map { Numbers.shown($0, language) } ?? Words.label.undated.text(language)
  }

  func parties(_ parties: [Party]) -> String {
    guard !parties.isEmpty else { return Words.label.noParty.text(language) }
    // A code without a name is shown as it is, and a store may come from anywhere.
    return parties.map { Sanitising.oneLine(Names.label($0, in: language)) }.joined(separator: ", ")
  }

  /// Labels name several things with commas ("Trade, customs"), so a list of them has semicolons.
  func domains(_ domains: [Domain]) -> String {
    domains.map { Sanitising.oneLine(Names.label($0, in: language)) }.joined(separator: "; ")
  }

  func strength(_ strength: Strength) -> String {
    let words = Words.label
    let both =
      switch strength {
      case .exploratory: words.exploratory
      case .intended: words.intended
      case .committed: words.committed
      case .decided: words.decided
      case .binding: words.binding
      }
    return both.text(language)
  }

  /// Firm and soft undertakings in different colours; the word itself says it too.
  func role(_ strength: Strength) -> Style.Role { strength >= .committed ? .firm : .soft }

  func kind(_ kind: AgreementKind) -> String {
    (kind == .instrument ? Words.label.instrument : Words.label.commitment).text(language)
  }

  /// "31 December 2030 (year)": the last day that the words allow, and how exact they are.
  func deadline(_ deadline: Deadline) -> String {
    let words = Words.label
    let precision =
      switch deadline.precision {
      case .day: words.day
      case .month: words.month
      case .quarter: words.quarter
      case .half: words.half
      case .year: words.year
      }
    return words.deadline.text(language, date(deadline.date), precision.text(language).lowercased())
  }

  func mutuality(_ mutuality: Mutuality) -> String {
    switch mutuality {
    case .joint: Words.label.joint.text(language)
    case .unilateral: Words.label.unilateral.text(language)
    case .reciprocal: Words.label.reciprocal.text(language)
    }
  }

  func language(_ language: Language?) -> String {
    switch language {
    case .french: Words.label.french.text(self.language)
    case .english: Words.label.english.text(self.language)
    case nil: Words.label.unknownLanguage.text(self.language)
    }
  }

  func bytes(_ span: Range<Int>) -> String {
    Words.label.bytes.text(language, String(span.lowerBound), String(span.upperBound))
  }

  /// Where else an agreement stands; empty where nowhere.
  func versions(_ stored: StoredAgreement) -> String {
    stored.versions.map { Words.label.otherVersions.text(language, String($0)) }.joined(separator: ", ")
  }
}
