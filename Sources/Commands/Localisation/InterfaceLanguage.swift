import Communique

/// In which language `kb` speaks to its user.
enum InterfaceLanguage {
  /// The variables of the system's language, first one set wins. LC_CTYPE says nothing about language.
  static let variables = ["LC_ALL", "LC_MESSAGES", "LANG"]

  /// From the flag, else KB_LANG, else the settings file, else the system's variables, else English.
  ///
  /// Elsewhere the environment wins over the settings file. Not here: LANG is set on nearly every machine, and a
  /// choice made for `kb` says more than one made for the whole system.
  static func chosen(flag: String?, environment: Environment, configured: String? = nil) -> Language {
    if let flag, let language = named(flag) { return language }
    if let value = environment.nonEmpty("KB_LANG") { return named(value) ?? .english }
    if let configured, let language = named(configured) { return language }
    // "C" and "POSIX" are a language too, and its messages are English.
    let value = variables.lazy.compactMap { environment.nonEmpty($0) }.first
    return value.flatMap(named) ?? .english
  }

  /// "fr", "fr_FR.UTF-8", "français", "French"; null for any other language.
  static func named(_ text: String) -> Language? {
    let folded = Matching.folded(text)
    let code = folded.split(whereSeparator: { $0 == "_" || $0 == "-" || $0 == "." || $0 == "@" }).first.map(String.init)
    switch code {
    case "fr", "fra", "francais", "french": return .french
    case "en", "eng", "english", "anglais": return .english
    default: return nil
    }
  }
}
