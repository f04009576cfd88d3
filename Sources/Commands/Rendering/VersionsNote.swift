import Communique
import KnowledgeBase

/// Says that agreements were counted once, where more versions match than are shown.
enum VersionsNote {
  static func text(
    _ total: Int, _ request: SearchRequest, in store: KnowledgeBase, _ language: Language, isShell: Bool
  ) throws(KnowledgeBaseError) -> String? {
    let omitted = try store.omittedVersions(of: request.query, exact: request.isExact)
    guard omitted > 0 else { return nil }
    let way = isShell ? ".versions all" : "--all-versions"
    return Words.result.countedOnce.text(language, Numbers.shown(total + omitted, language), way)
  }
}
