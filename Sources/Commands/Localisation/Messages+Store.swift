import Communique
import KnowledgeBase

extension Messages {
  func text(_ error: KnowledgeBaseError) -> String {
    let words = Words.store
    switch error {
    case .notFound(let path): return words.notFound.text(language, path)
    case .notAStore(let path): return words.notAStore.text(language, path)
    case .newerStore(let path, let found, let known):
      return words.newerStore.text(language, path, String(found), String(known))
    case .olderStore(let path, let found, let known):
      return words.olderStore.text(language, path, String(found), String(known))
    case .busy(let path): return words.busy.text(language, path)
    case .readOnly(let path): return words.readOnly.text(language, path)
    case .cannotOpen(let path, let detail): return words.cannotOpen.text(language, path, detail)
    case .unreadableLog(let path): return words.unreadableLog.text(language, path)
    case .diskFull(let path): return words.diskFull.text(language, path)
    case .diskFails(let path, let detail): return words.diskFails.text(language, path, detail)
    case .isFolder(let path): return Words.error.isFolder.text(language, path)
    case .damaged(let path, let detail): return words.damaged.text(language, path, detail)
    case .interrupted: return words.interrupted.text(language)
    case .timedOut: return words.timedOut.text(language)
    case .sqlite(let code, let message, _): return words.sqlite.text(language, String(code), message)
    }
  }

  /// What is wrong with a question, what is allowed, what is nearest.
  func text(_ error: QueryError) -> String {
    var sentences = [text(error.reason)]
    if !error.allowed.isEmpty {
      sentences.append(allowed(error.allowed))
    }
    if let hint = didYouMean(error.suggestions.prefix(3).map(\.text)) { sentences.append(hint) }
    return sentences.joined(separator: " ")
  }

  private func text(_ reason: QueryError.Reason) -> String {
    let words = Words.store
    switch reason {
    case .unknownField(let name): return words.unknownField.text(language, name)
    case .unknownCountry(let name): return words.unknownCountry.text(language, name)
    case .unknownDomain(let name): return words.unknownDomain.text(language, name)
    case .unknownLanguage(let name): return words.unknownLanguage.text(language, name)
    case .unknownStrength(let name): return words.unknownStrength.text(language, name)
    case .unknownKind(let name): return words.unknownKind.text(language, name)
    case .badDate(let text): return words.badDate.text(language, text)
    case .ambiguousDate(let text): return words.ambiguousDate.text(language, text)
    case .backwardRange(let text): return words.backwardRange.text(language, text)
    case .badIdentifier(let text): return words.badIdentifier.text(language, text)
    case .badParties(let text): return words.badParties.text(language, text)
    case .emptyValue(let field): return words.emptyValue.text(language, field.rawValue)
    case .unbalancedQuote: return words.unbalancedQuote.text(language)
    case .unbalancedParenthesis: return words.unbalancedParenthesis.text(language)
    case .missingOperand(let name): return words.missingOperand.text(language, name)
    case .tooDeep(let limit): return words.tooDeep.text(language, String(limit))
    }
  }

  /// The question with a caret under the place:
  ///
  ///     country:Kazakstan energy
  ///             ^~~~~~~~~
  static func caret(under range: Range<Int>, of question: String) -> [String] {
    guard let before = Slicing.text(of: question, at: 0..<range.lowerBound),
      let inside = Slicing.text(of: question, at: range)
    else { return [] }
    let indent = String(repeating: " ", count: 2 + DisplayWidth.of(Sanitising.text(before)))
    let tail = String(repeating: "~", count: max(0, DisplayWidth.of(Sanitising.text(inside)) - 1))
    return ["  " + Sanitising.text(question), indent + "^" + tail]
  }
}
