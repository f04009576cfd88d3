import Communique
import Vocabulary

/// Reads communiqués: from a text to what it is and the agreements found in it.
///
/// A reader learns words as it goes and is not Sendable; each worker has its own.
public final class CommuniqueReader {
  private var vocabularies: [Language: LanguageVocabulary] = [:]

  public init() {}

  /// Analyses a text.
  ///
  /// - Parameters:
  ///   - text: the communiqué's text; all offsets refer to its UTF-8 bytes.
  ///   - file: the path or name that it came under.
  /// - Returns: what was found; a text that is neither French nor English has no language and no agreements.
  public func read(_ text: String, file: String) -> Communique {
    var copy = text
    return copy.withUTF8 { bytes in
      guard let language = LanguageDetector.language(of: bytes) else { return Communique(file: file, text: text) }
      let draft = Draft(bytes: bytes, vocabulary: vocabulary(for: language))
      Analysis.run(on: draft)
      return Communique(
        file: file, text: text, language: language, title: draft.title,
        publisher: draft.publisher, publishedOn: draft.publishedOn, heldOn: draft.heldOn,
        parties: draft.meeting.map { draft.party($0) }, agreements: draft.agreements, setAside: draft.setAside)
    }
  }

  /// Analyses what a reader found; its metadata win over what the text says of itself.
  public func read(_ source: SourceText) -> Communique {
    var communique = read(source.text, file: source.file)
    communique.url = source.metadata.url
    communique.format = source.format
    communique.pages = source.pages
    return communique
  }

  private func vocabulary(for language: Language) -> LanguageVocabulary {
    if let known = vocabularies[language] { return known }
    let made = LanguageVocabulary(language)
    vocabularies[language] = made
    return made
  }
}

/// Reads one communiqué; for many, a `CommuniqueReader` is made once.
public enum Reading {
  public static func communique(_ text: String, file: String) -> Communique {
    CommuniqueReader().read(text, file: file)
  }
}
