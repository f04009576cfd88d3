import JSONText
import KnowledgeBase

extension Messages {
  func text(_ error: NewFile.Failure) -> String {
    let words = Words.transfer
    switch error.reason {
    case .exists: return words.exists.text(language, error.path)
    case .isFolder: return Words.error.isFolder.text(language, error.path)
    case .notRegular: return words.notRegular.text(language, error.path)
    case .isStore: return words.isStore.text(language, error.path)
    case .system(let text): return words.cannotMake.text(language, error.path, text)
    }
  }

  /// Why nothing was imported from a file, with the line where there is one.
  func text(_ error: ImportFailure, path: String, line: Int?) -> String {
    let words = Words.transfer
    guard let line else { return words.notImported.text(language, path, text(error)) }
    return words.notImportedFromLine.text(language, path, String(line), text(error))
  }

  private func text(_ error: ImportFailure) -> String {
    let words = Words.transfer
    switch error {
    case .noExport: return words.noExport.text(language)
    case .newerExport(let found, let known): return words.newerExport.text(language, String(found), String(known))
    case .lineTooLong(let limit): return words.lineTooLong.text(language, String(limit >> 20))
    case .json(let failure):
      return words.badJSON.text(language, String(failure.offset), text(failure.reason))
    case .field(let problem): return text(problem)
    case .record(let problem): return text(problem)
    case .file(let error): return text(error)
    case .store(let error): return text(error)
    case .interrupted: return Words.store.interrupted.text(language)
    }
  }

  private func text(_ problem: FieldProblem) -> String {
    let words = Words.transfer
    switch problem {
    case .noObject(let key): return words.wantsObject.text(language, key)
    case .missing(let key): return words.missingKey.text(language, key)
    case .unknown(let key): return words.unknownKey.text(language, key)
    case .badValue(let key): return words.badKey.text(language, key)
    }
  }

  private func text(_ problem: RecordProblem) -> String {
    let words = Words.transfer
    let both =
      switch problem.reason {
      case .misplaced: words.misplaced
      case .counts: words.counts
      case .identifier: words.identifier
      case .unknown: words.unknown
      case .digest: words.digest
      case .span: words.span
      case .pages: words.pages
      case .code: words.code
      case .number: words.number
      case .name: words.name
      }
    return both.text(language, problem.subject)
  }

  private func text(_ reason: JSONReader.Failure.Reason) -> String {
    let words = Words.transfer
    let both =
      switch reason {
      case .end: words.jsonEnd
      case .byte: words.jsonByte
      case .control: words.jsonControl
      case .escape: words.jsonEscape
      case .notUTF8: words.jsonUTF8
      case .number: words.jsonNumber
      case .repeated: words.jsonRepeated
      case .tooDeep: words.jsonDepth
      case .trailing: words.jsonTrailing
      }
    return both.text(language)
  }
}
