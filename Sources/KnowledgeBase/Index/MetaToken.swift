import Communique
import TextAnalysis

/// Filters as words of the index's `meta` column, so that words and filters are matched in one go.
///
/// A letter says which filter it is: see docs/data-model.md. A column of their own keeps them from being met by
/// words that a user types.
enum MetaToken {
  static let every = "a"
  static func party(_ party: Party) -> String { "p" + encoded(party.rawValue) }
  static func domain(_ domain: Domain) -> String { "d" + encoded(domain.rawValue) }
  static func language(_ language: Language) -> String { "l" + language.rawValue }
  static func strength(_ strength: Strength) -> String { "s\(strength.level)" }
  static func kind(_ kind: AgreementKind) -> String { "k" + kind.rawValue }
  /// By the publisher's label, as names are free text.
  static func publisher(label: Int64) -> String { "w\(label)" }
  static func document(_ id: Int64) -> String { "f\(id)" }
  static func position(_ position: Int) -> String { "n\(position)" }
  static func year(_ year: Int) -> String { "y\(year)" }
  /// `2022-06` → m202206
  static func month(_ month: String) -> String { "m" + month.filter { $0 != "-" } }
  static func day(_ date: CalendarDate) -> String { "e" + date.description.filter { $0 != "-" } }

  /// Another version of the same day is shown in its place, in lists of that number.
  static func hidden(in number: Int) -> String { "h\(number)" }
  /// The same, where that version has another date.
  static func moved(in number: Int) -> String { "g\(number)" }
  /// A filter of the version that is shown in a row's place. No other filter begins with a digit.
  static func ofTheShown(_ token: String, in number: Int) -> String { "\(number)" + token }

  /// Exactly these parties, whatever their order.
  static func exactly(_ parties: [Party]) -> String {
    "x" + Set(parties.map { encoded($0.rawValue) }).sorted().joined(separator: "0")
  }

  /// Lower-case letters and digits as they are, all else (and 0, which joins) as z and two hexadecimal digits.
  private static func encoded(_ code: String) -> String {
    var output: [UInt8] = []
    for byte in code.utf8 {
      switch byte {
      case 0x61...0x7A, 0x31...0x39: output.append(byte)
      case 0x41...0x5A: output.append(byte | 0x20)
      default: output.append(contentsOf: ("z" + String(UInt16(byte) + 0x100, radix: 16).suffix(2)).utf8)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// All of an agreement's that do not depend on the store.
  static func all(of agreement: Agreement, in communique: Communique, _ taxonomy: Taxonomy) -> [String] {
    var tokens = [every, strength(agreement.strength), kind(agreement.kind)]
    tokens += agreement.parties.map(party)
    tokens.append(exactly(agreement.parties))
    tokens += taxonomy.closure(of: agreement.domains).map(domain)
    if let language = communique.language { tokens.append(self.language(language)) }
    if let date = communique.date { tokens += [year(date.year), month(date.yearAndMonth), day(date)] }
    return tokens
  }
}
