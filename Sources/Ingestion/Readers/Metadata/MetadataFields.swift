import Communique

/// The keys of metadata given by hand, in front matter and in files beside a document.
///
/// `title`, `publisher`, `date` or `published_on`, `held_on`, `language`, `url`, and French words for them. An unknown
/// key is a problem to report, never passed over: a misspelt date would else be lost in silence.
public struct MetadataFields: Sendable {
  public private(set) var metadata = SourceMetadata()

  public init() {}

  /// All keys, the English ones first.
  public static let keys = table.map(\.0)

  /// - Parameters:
  ///   - key: in any case, `-` like `_`.
  ///   - line: where it stands, from 1, for errors.
  public mutating func take(_ key: String, _ value: String, line: Int) throws(MetadataProblem) {
    let name = ASCII.lowercased(key).split(separator: "-").joined(separator: "_")
    guard let field = Self.table.first(where: { $0.0 == name })?.1 else {
      throw MetadataProblem(kind: .unknownKey, key: key, value: value, line: line)
    }
    let text = ASCII.oneLine(value)
    guard !text.isEmpty else { return }
    switch field {
    case .title: metadata.title = text
    case .publisher: metadata.publisher = text
    case .publishedOn: metadata.publishedOn = try date(text, key, line)
    case .heldOn: metadata.heldOn = try date(text, key, line)
    case .url: metadata.url = text
    case .language:
      guard let language = DeclaredLanguage.language(text) else {
        throw MetadataProblem(kind: .badLanguage, key: key, value: value, line: line)
      }
      metadata.language = language
    }
  }

  private func date(_ text: String, _ key: String, _ line: Int) throws(MetadataProblem) -> CalendarDate {
    guard let day = MetadataDate.day(text) else {
      throw MetadataProblem(kind: .badDate, key: key, value: text, line: line)
    }
    return day
  }

  private enum Field: Sendable { case title, publisher, publishedOn, heldOn, language, url }

  private static let table: [(String, Field)] = [
    ("title", .title), ("publisher", .publisher), ("date", .publishedOn), ("published_on", .publishedOn),
    ("held_on", .heldOn), ("language", .language), ("url", .url),
    ("titre", .title), ("editeur", .publisher), ("éditeur", .publisher), ("source", .publisher),
    ("publie_le", .publishedOn), ("publié_le", .publishedOn), ("tenu_le", .heldOn), ("langue", .language),
    ("lang", .language), ("link", .url), ("lien", .url), ("adresse", .url),
  ]
}

/// The language that a file says it is in.
enum DeclaredLanguage {
  /// From a code with or without region (`fr`, `en-GB`) or a name in either language.
  static func language(_ text: String) -> Language? {
    let name = ASCII.lowercased(text)
    let code = name.split { $0 == "-" || $0 == "_" }.first.map(String.init) ?? ""
    switch code {
    case "fr", "fra", "fre", "french", "français", "francais": return .french
    case "en", "eng", "english", "anglais": return .english
    default: return nil
    }
  }
}
