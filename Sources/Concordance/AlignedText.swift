import Communique

/// Agreements with the features of the text that they stand in.
struct AlignedText {
  let agreements: [Agreement]
  let profile: TextProfile

  init(_ facts: DocumentFacts) {
    agreements = facts.agreements
    profile = facts.profile
  }

  /// Agreements of several texts, put together as if they stood one after the other.
  ///
  /// - Parameter language: of the whole: what it is compared by, where it is of one.
  init(_ agreements: [(agreement: Agreement, language: Language?)], as language: Language?, reader: ProfileReader) {
    var placed: [Agreement] = []
    var features: [Feature] = []
    var length = 0
    for (agreement, own) in agreements {
      let profile = reader.profile(of: agreement.text, in: own)
      features += profile.features.map { $0.moved(by: length) }
      var copy = agreement
      copy.span = length..<length + profile.length
      placed.append(copy)
      length += profile.length + 1
    }
    self.agreements = placed
    profile = TextProfile(language: language, length: length, features: features)
  }
}
