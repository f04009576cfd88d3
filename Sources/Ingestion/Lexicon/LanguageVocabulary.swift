import Communique

/// All that the analysis knows of one language, compiled from the vocabulary files: its words, names, domain terms
/// and cues.
///
/// Making one takes some milliseconds; it is made once for each worker of an ingestion. Not Sendable, as its
/// lexicon learns words.
final class LanguageVocabulary {
  let language: Language
  let lexicon: Lexicon
  let gazetteer: Gazetteer
  let domainTerms: DomainTerms
  let cues: CueBook
  let publishers: PublisherMarks
  let calendar: CalendarWords
  let furniture: FurniturePhrases
  let details: DetailPhrases

  init(_ language: Language) {
    self.language = language
    let alphabet = PhraseAlphabet()
    var gazetteer = Gazetteer(language: language, alphabet: alphabet)
    var domainTerms = DomainTerms(language: language, alphabet: alphabet)
    cues = CueBook(language: language, alphabet: alphabet)
    var furniture = FurniturePhrases(language: language, alphabet: alphabet)
    var publishers = PublisherMarks(alphabet: alphabet)
    let details = DetailPhrases(language: language, alphabet: alphabet)
    gazetteer.freeze(alphabet: alphabet)
    domainTerms.freeze(alphabet: alphabet)
    furniture.freeze(alphabet: alphabet)
    self.furniture = furniture
    calendar = CalendarWords(language: language)
    publishers.freeze(alphabet: alphabet)
    self.publishers = publishers
    details.freeze(alphabet: alphabet)
    self.details = details
    self.gazetteer = gazetteer
    self.domainTerms = domainTerms
    lexicon = Lexicon(
      language: language, alphabet: alphabet, grammar: Grammar(language: language))
    lexicon.mark(.startsName, from: gazetteer.trie)
    lexicon.mark(.startsTerm, from: domainTerms.trie)
    lexicon.mark(.startsFurniture, from: furniture.frozenTrie)
    lexicon.mark(.startsPublisher, from: publishers.frozenTrie)
    lexicon.mark(.startsDetail, from: details.trie)
    lexicon.markCues(Set(cues.patterns.keys))
  }
}
