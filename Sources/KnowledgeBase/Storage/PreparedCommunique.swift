import Communique
import Concordance
import TextAnalysis

/// A communiqué with what the index is to hold of it: half of the work of storing it, and it needs no store.
public struct PreparedCommunique: Sendable {
  public let communique: Communique
  /// SHA-256 of its text, in hexadecimal.
  public let digest: String
  /// The column of its title.
  let title: String
  /// The labels of its agreements, each once.
  let labels: [Label]
  /// One an agreement.
  let entries: [IndexEntry]
  /// Over all its agreements.
  let words: WordCounts
  /// Words whose stem is lost with their accents, each once.
  let accentedStems: Set<AccentedStem>
  /// What documents that may belong to it are looked for under.
  let partnerKeys: PartnerKeys
}

/// One agreement as the index is to hold it, but for what the store alone can tell: its rank, document and labels.
struct IndexEntry: Sendable {
  let text: IndexText
  /// The words of the `meta` column that do not depend on the store.
  let filters: String
  /// Places in the document's labels.
  let labels: [Int]
}

/// Prepares communiqués for the index. It learns stems as it goes and is not Sendable; each worker has its own.
public final class CommuniquePreparer {
  private let vocabulary: IndexVocabulary
  private let stemmers = Stemmers()

  public init(_ vocabulary: IndexVocabulary) { self.vocabulary = vocabulary }

  /// - Parameter digest: the SHA-256 of its text, in hexadecimal, where that is known.
  public func prepared(_ communique: Communique, digest: String? = nil) -> PreparedCommunique {
    var labels = LabelList()
    var words = WordCounts()
    var accentedStems: Set<AccentedStem> = []
    var entries: [IndexEntry] = []
    entries.reserveCapacity(communique.agreements.count)
    for agreement in communique.agreements {
      let text = AnalyzedText(
        agreement.text, in: communique.language, lexicon: vocabulary.lexicon, stemmers: stemmers)
      learnAccents(text.tokens, communique.language, &accentedStems)
      entries.append(
        IndexEntry(
          text: IndexText(text, parties: agreement.parties, counting: &words),
          filters: MetaToken.all(of: agreement, in: communique, vocabulary.taxonomy).joined(separator: " "),
          labels: labels.places(of: Label.labels(of: agreement, in: communique, vocabulary.taxonomy))))
    }
    let title = titleColumn(communique, &accentedStems)
    return PreparedCommunique(
      communique: communique, digest: digest ?? ContentDigest.hexadecimal(of: communique.text), title: title,
      labels: labels.all,
      entries: entries, words: words, accentedStems: accentedStems, partnerKeys: PartnerKeys(communique))
  }

  /// The title's words, and their stems after them.
  private func titleColumn(_ communique: Communique, _ accentedStems: inout Set<AccentedStem>) -> String {
    guard let title = communique.title else { return "" }
    let language = communique.language ?? .english
    let tokens = Tokenizer.tokens(title)
    learnAccents(tokens, language, &accentedStems)
    return (tokens.map(\.raw) + tokens.map { stemmers.stem($0.stemmable, language) }).joined(separator: " ")
  }

  private func learnAccents(_ tokens: [Token], _ language: Language?, _ stems: inout Set<AccentedStem>) {
    for token in tokens {
      if let lost = AccentedStem(token, language ?? .english, stemmers) { stems.insert(lost) }
    }
  }
}

/// The labels of a document's agreements, each once: most agreements share most of theirs.
private struct LabelList {
  private(set) var all: [Label] = []

  mutating func places(of labels: [Label]) -> [Int] {
    labels.map { label in
      if let place = all.firstIndex(of: label) { return place }
      all.append(label)
      return all.count - 1
    }
  }
}
