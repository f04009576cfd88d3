import Communique
import Ingestion
import Vocabulary

extension Messages {
  /// Why no text came of a file.
  func text(_ error: ReadingError) -> String {
    let words = Words.reading
    let file = error.file
    switch error.reason {
    case .empty: return words.empty.text(language, file)
    case .binary: return words.binary.text(language, file)
    case .unknownFormat(let code): return words.unknownFormat.text(language, file, words.format(code).text(language))
    case .tooLarge(let limit): return words.tooLarge.text(language, file, String(limit >> 20))
    case .scannedPDF: return words.scannedPDF.text(language, file)
    case .encrypted: return words.encrypted.text(language, file)
    case .damaged(let detail): return words.damaged.text(language, file, detail)
    case .tooDeep(let limit): return words.tooDeep.text(language, file, String(limit))
    case .tooManyMembers(let limit): return words.tooManyMembers.text(language, file, String(limit))
    case .bomb: return words.bomb.text(language, file)
    case .missingTool(let name):
      return words.missingTool.text(language, file, name, Self.packages[name] ?? name)
    case .missingLibrary(let name):
      return words.missingLibrary.text(language, file, name, Self.packages[name] ?? name)
    case .timedOut(let seconds): return words.timedOut.text(language, file, String(seconds))
    case .outOfMemory: return words.outOfMemory.text(language, file)
    case .noText: return words.noText.text(language, file)
    case .badMetadata(let problem): return text(problem, path: file)
    }
  }

  /// What is wrong in metadata given by hand.
  func text(_ problem: MetadataProblem, path: String) -> String {
    let words = Words.reading
    let what: String
    switch problem.kind {
    case .notALine: what = words.notALine.text(language, problem.key)
    case .badDate: what = words.badDate.text(language, problem.value)
    case .badLanguage: what = words.badLanguage.text(language, problem.value)
    case .unknownKey:
      let nearest = didYouMean(Matching.nearest(to: problem.key, among: MetadataFields.keys, limit: 1))
      what = [words.unknownKey.text(language, problem.key), nearest].compactMap { $0 }.joined(separator: " ")
    }
    return words.inLine.text(language, path, String(problem.line), what)
  }

  func text(_ failure: Sidecar.Failure) -> String {
    switch failure {
    case .file(let error): text(error)
    case .content(let problem, let path): text(problem, path: path)
    }
  }

  /// Debian packages of what is loaded when a format needs it.
  private static let packages = [
    "pdftotext": "poppler-utils", "libxml2": "libxml2", "libarchive": "libarchive13", "libgmime": "libgmime-3.0-0",
    "libutf8proc": "libutf8proc2",
  ]
}
