import Communique

/// In which language `kb` speaks to its user.
enum InterfaceLanguage {
  /// The variables that decide, first one set wins. LC_CTYPE says nothing about language, so it is not among them.
  static let variables = ["KB_LANG", "LC_ALL", "LC_MESSAGES", "LANG"]

  /// From the flag, else the environment, else the configuration file, else English.
  static func chosen(flag: String?, environment: Environment, configured: String? = nil) -> Language {
    if let flag, let language = named(flag) { return language }
    for variable in variables {
      // "C" and "POSIX" are no choice of a language: scripts and containers set them for other reasons.
      if let value = environment[variable], !value.isEmpty, value != "C", value != "POSIX", !value.hasPrefix("C.") {
        return named(value) ?? .english
      }
    }
    return configured.flatMap(named) ?? .english
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
