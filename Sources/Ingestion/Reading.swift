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
    read(SourceText(file: file, text: text, format: .text)).withoutFormat
  }

  /// Analyses what a reader found; its metadata win over what the text says of itself.
  ///
  /// A given language chooses the vocabulary. A given day of publication is the one that "Tuesday" and "yesterday" are
  /// counted from; a given day of the event is taken as it is.
  public func read(_ source: SourceText) -> Communique {
    let known = source.metadata
    var communique = Communique(
      file: source.file, text: source.text, title: known.title, publisher: known.publisher,
      publishedOn: known.publishedOn, heldOn: known.heldOn, url: known.url, format: source.format,
      pages: source.pages)
    var copy = source.text
    copy.withUTF8 { bytes in
      guard let language = known.language ?? LanguageDetector.language(of: bytes) else { return }
      let draft = Draft(bytes: bytes, vocabulary: vocabulary(for: language), known: known)
      if source.format == .markdown { draft.frontMatter = (try? FrontMatter(source.text))?.range ?? 0..<0 }
      Analysis.run(on: draft)
      communique.language = language
      communique.title = known.title ?? draft.title
      communique.publisher = known.publisher ?? draft.publisher
      communique.publishedOn = draft.publishedOn
      communique.heldOn = draft.heldOn
      communique.parties = draft.meeting.map { draft.party($0) }
      communique.agreements = draft.agreements
      communique.setAside = draft.setAside
    }
    return communique
  }

  private func vocabulary(for language: Language) -> LanguageVocabulary {
    if let known = vocabularies[language] { return known }
    let made = LanguageVocabulary(language)
    vocabularies[language] = made
    return made
  }
}

extension Communique {
  /// As read from a bare text, which has no format.
  fileprivate var withoutFormat: Communique {
    var copy = self
    copy.format = nil
    return copy
  }
}

/// Reads one communiqué; for many, a `CommuniqueReader` is made once.
public enum Reading {
  public static func communique(_ text: String, file: String) -> Communique {
    CommuniqueReader().read(text, file: file)
  }
}
