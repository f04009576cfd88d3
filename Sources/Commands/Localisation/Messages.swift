import Communique

/// Turns errors, which carry data, into sentences of the user's language.
struct Messages {
  let language: Language

  /// A usage error, with what is allowed and the nearest where there is one.
  func text(_ problem: UsageError.Problem) -> String {
    let words = Words.error
    switch problem {
    case .unknownCommand(let name, let suggestions):
      return sentences(words.unknownCommand.text(language, name), didYouMean(suggestions))
    case .unknownHelp(let name, let suggestions, let topics):
      return sentences(
        words.unknownHelp.text(language, name, topics.joined(separator: ", ")), didYouMean(suggestions))
    case .unknownOption(let name, let suggestions):
      return sentences(words.unknownOption.text(language, name), didYouMean(suggestions))
    case .notForCommand(let option, let command): return words.notForCommand.text(language, option, command)
    case .missingValue(let option): return words.missingValue.text(language, option)
    case .unwantedValue(let option): return words.unwantedValue.text(language, option)
    case .notANumber(let text, let minimum): return words.notANumber.text(language, text, String(minimum))
    case .notAmong(let text, let allowed, let known):
      return notAmong(text, of: words.thisOption.text(language), allowed: allowed, known: known)
    case .missingArgument(let name, let command):
      return words.missingArgument.text(language, name.text(language), command)
    case .tooManyArguments(let text, let command): return words.tooManyArguments.text(language, text, command)
    case .badValue(let option, .notAmong(let text, let allowed, let known)):
      return notAmong(text, of: option, allowed: allowed, known: known)
    case .badValue(let option, let inner): return words.inOption.text(language, option, text(inner))
    case .other(let both, let values): return both.filled(language, values)
    }
  }

  private func notAmong(_ text: String, of name: String, allowed: [String], known: [String]) -> String {
    sentences(
      Words.error.notAmong.text(language, text, name),
      self.allowed(allowed),
      didYouMean(Matching.nearest(to: text, among: allowed + known, limit: 1)))
  }

  /// "Allowed: a, b, c."
  func allowed(_ values: [String]) -> String {
    let text = Words.error.allowed.text(language, values.joined(separator: ", "))
    return values.last?.hasSuffix(".") ?? false ? text : text + "."
  }

  func text(_ error: FileError) -> String {
    let words = Words.error
    switch error.reason {
    case .missing: return words.missingFile.text(language, error.path)
    case .notPermitted: return words.notPermitted.text(language, error.path)
    case .isFolder: return words.isFolder.text(language, error.path)
    case .isPipe: return words.isPipe.text(language, error.path)
    case .isSocket: return words.isSocket.text(language, error.path)
    case .isDevice: return words.isDevice.text(language, error.path)
    case .changed: return words.changedFile.text(language, error.path)
    case .tooLarge(let limit): return words.tooLarge.text(language, error.path, String(limit >> 20))
    case .notUTF8(let offset, let encoding):
      return sentences(
        words.notUTF8.text(language, error.path, String(offset)),
        encoding.map { words.looksLike.text(language, $0) })
    case .other(let text): return words.otherFile.text(language, error.path, text)
    }
  }

  func text(_ problem: Configuration.Problem, path: String) -> String {
    sentences(
      Words.error.configuration.text(language, path, String(problem.line), problem.text),
      didYouMean(problem.suggestions))
  }

  /// "Did you mean “energy” or “environment”?"; null where there is no suggestion.
  func didYouMean(_ suggestions: [String]) -> String? {
    guard let last = suggestions.last else { return nil }
    let quoted = suggestions.map(quoted)
    let others = quoted.dropLast().joined(separator: ", ")
    let list =
      suggestions.count == 1 ? quoted[0] : others + " " + Words.error.or.text(language) + " " + self.quoted(last)
    return Words.error.didYouMean.text(language, list)
  }

  /// In the quotation marks of the interface language.
  func quoted(_ text: String) -> String {
    language == .french ? "«\u{A0}\(text)\u{A0}»" : "“\(text)”"
  }

  private func sentences(_ parts: String?...) -> String {
    parts.compactMap { $0 }.joined(separator: " ")
  }
}
