import Communique
import TextAnalysis

/// In what two wordings of one undertaking differ; the raw value is the code of the JSON output.
public enum Difference: String, Sendable, CaseIterable, Hashable {
  /// One binds more firmly.
  case strength
  /// They do not bind the same.
  case parties
  /// Another day, or one names none.
  case deadline
  /// Other sums of money, or one names none.
  case amounts
  /// Another number that stands in digits on one side.
  case numbers
}

extension ProfileReader {
  /// In what two agreements differ, in the order of `Difference.allCases`.
  ///
  /// - Parameter languages: of the two texts, which say how numbers in words are read.
  package func differences(
    _ left: Agreement, _ right: Agreement, languages: (left: Language?, right: Language?)
  ) -> [Difference] {
    Difference.allCases.filter { difference in
      switch difference {
      case .strength: left.strength != right.strength
      case .parties: Set(left.parties) != Set(right.parties)
      case .deadline: left.deadline?.date != right.deadline?.date
      case .amounts: Set(left.amounts) != Set(right.amounts)
      case .numbers: haveOtherNumbers((left.text, languages.left), (right.text, languages.right))
      }
    }
  }

  /// Whether a number in digits on one side stands nowhere on the other. Numbers in words are only looked for, not
  /// asked for: where English has "both countries", French has "les deux pays".
  private func haveOtherNumbers(_ left: (String, Language?), _ right: (String, Language?)) -> Bool {
    let one = numbers(in: Tokenizer.tokens(left.0), left.1 ?? .english)
    let two = numbers(in: Tokenizer.tokens(right.0), right.1 ?? .english)
    func lacks(_ some: [NumberReader.Number], _ others: [NumberReader.Number]) -> Bool {
      let values = Set(others.map(\.value))
      return some.contains { $0.isInDigits && !values.contains($0.value) }
    }
    return lacks(one, two) || lacks(two, one)
  }
}
