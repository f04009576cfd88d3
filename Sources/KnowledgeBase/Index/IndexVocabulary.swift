import TextAnalysis

/// What communiqués are read with on their way into the index: the lexicon that the store has, and which domain
/// counts for which. Threads share it.
public struct IndexVocabulary: Sendable {
  let lexicon: Lexicon
  let taxonomy: Taxonomy
}
