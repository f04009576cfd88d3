/// Where `kb` keeps its files, after the XDG Base Directory Specification.
enum Paths {
  /// The store, unless a flag or the settings name it: $KB_DATABASE, else $XDG_DATA_HOME/kb/communiques.db.
  static func store(flag: String?, _ environment: Environment, configured: String?) -> String {
    flag ?? environment.nonEmpty("KB_DATABASE") ?? configured.map { expanded($0, environment) }
      ?? base("XDG_DATA_HOME", ".local/share", environment) + "/kb/communiques.db"
  }

  static func configuration(_ environment: Environment) -> String {
    base("XDG_CONFIG_HOME", ".config", environment) + "/kb/config"
  }

  static func history(_ environment: Environment) -> String {
    base("XDG_STATE_HOME", ".local/state", environment) + "/kb/history"
  }

  static func savedQueries(_ environment: Environment) -> String {
    base("XDG_DATA_HOME", ".local/share", environment) + "/kb/queries"
  }

  /// Relative paths in XDG variables are to be ignored, says the specification.
  private static func base(_ variable: String, _ fallback: String, _ environment: Environment) -> String {
    if let value = environment[variable], value.hasPrefix("/") { return value }
    return (environment.nonEmpty("HOME") ?? "/tmp") + "/" + fallback
  }

  /// `~/x` in the settings file means what it means in a shell.
  static func expanded(_ path: String, _ environment: Environment) -> String {
    guard path.hasPrefix("~/"), let home = environment.nonEmpty("HOME") else { return path }
    return home + path.dropFirst()
  }
}
