import KnowledgeBase
import Vocabulary

/// Which `kb` this is.
enum Version {
  static let kb = "0.1.0"
}

/// `kb --version`.
enum VersionLine {
  static func write(_ context: Context) -> ExitStatus {
    context.output.write(line: "kb \(Version.kb)")
    context.output.write(line: "SQLite \(KnowledgeBase.sqliteVersion)")
    context.output.write(line: Words.result.vocabulary.text(context.language, VocabularyVersion.current))
    return .done
  }
}
