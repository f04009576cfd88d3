import Communique

/// Numbers and dates as a reader of the language writes them.
enum Numbers {
  /// "1,234" in English, "1 234" with narrow no-break spaces in French.
  static func shown(_ number: Int, _ language: Language) -> String {
    let digits = Array(String(number.magnitude))
    let separator = language == .french ? "\u{202F}" : ","
    var result = number < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }

  /// "7 June 2022"; "7 juin 2022", "1er mars 2021".
  static func shown(_ date: CalendarDate, _ language: Language) -> String {
    let day = language == .french && date.day == 1 ? "1er" : String(date.day)
    return "\(day) \(monthName(date.month, language)) \(date.year)"
  }

  /// "June", "juin"; 1 … 12.
  static func monthName(_ month: Int, _ language: Language) -> String {
    (language == .french ? frenchMonths : englishMonths)[month - 1]
  }

  /// A sum: "EUR 25,000,000"; "25 000 000 EUR".
  static func shown(_ amount: Amount, _ language: Language) -> String {
    let value = amount.value.magnitude < 1e15 ? shown(Int(amount.value.rounded()), language) : String(amount.value)
    return language == .french ? "\(value)\u{A0}\(amount.currency)" : "\(amount.currency)\u{A0}\(value)"
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
  ]
}
