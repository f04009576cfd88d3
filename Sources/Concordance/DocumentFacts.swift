import Communique

/// What is compared of two communiqués. What is costly is made when it is first asked for.
package final class DocumentFacts {
  package let language: Language?
  package let heldOn: CalendarDate?
  package let publishedOn: CalendarDate?
  /// Those of the meeting, and all who are bound.
  package let parties: Set<Party>
  package let publisher: String?
  package let agreements: [Agreement]
  /// UTF-8 bytes of the text.
  package let length: Int

  /// For comparing with a text of the other language, and for aligning agreements.
  package private(set) lazy var profile = reader.profile(of: text, in: language)
  /// For comparing with a text of the same language.
  package private(set) lazy var shingles = Shingles(sketch)
  package private(set) lazy var sketch = TextSketch(text)

  private let text: String
  private let reader: ProfileReader

  package init(_ communique: Communique, reader: ProfileReader) {

    language = communique.language
    heldOn = communique.heldOn
    publishedOn = communique.publishedOn
    parties = communique.allParties
    publisher = communique.publisher
    agreements = communique.agreements
    length = communique.text.utf8.count
    text = communique.text
    self.reader = reader
  }
}

extension Communique {
  /// The parties of the meeting, and all who are bound.
  package var allParties: Set<Party> { Set(parties).union(agreements.flatMap(\.parties)) }
}
