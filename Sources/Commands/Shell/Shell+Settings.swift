import Communique
import Glibc
import KnowledgeBase

// Settings of the session, files, help.
extension Shell {
  func setMode(_ name: String) {
    if !name.isEmpty {
      guard let found = OutputFormat.named(Matching.folded(name)) else {
        return refuse(name, OutputFormat.choices, ".mode")
      }
      format = found
    }
    say(Words.shell.mode, format.name)
  }

  func setLanguage(_ name: String) {
    if !name.isEmpty {
      guard let found = InterfaceLanguage.named(name) else {
        return fail(
          context.messages.text(.badValue(option: ".lang", .notAmong(name, allowed: ["fr", "en"], alsoKnown: []))))
      }
      context.language = found
      showVersions()
    }
    say(Words.shell.language)
  }

  /// `.versions all`, `.versions once`; alone, what is set.
  func setVersions(_ name: String) {
    switch Matching.folded(name) {
    case "": break
    case "all", "each", "toutes": context.showsAllVersions = true
    case "once", "one", "une": context.showsAllVersions = false
    default:
      return fail(
        context.messages.text(
          .badValue(option: ".versions", .notAmong(name, allowed: ["all", "once"], alsoKnown: ["toutes", "une"]))))
    }
    showVersions()
    say(context.showsAllVersions ? Words.shell.allVersions : Words.shell.versionsOnce)
  }

  func setOrder(_ name: String) {
    if !name.isEmpty {
      let choices = OptionTable.declaration(.sort)?.value
      guard let code = try? choices?.accept(name), let found = Order(rawValue: code) else {
        return fail(
          context.messages.text(
            .badValue(option: ".sort", .notAmong(name, allowed: Order.allCases.map(\.rawValue), alsoKnown: []))))
      }
      order = found
      request?.order = found
    }
    say(Words.shell.order, order?.rawValue ?? Words.shell.automatic.text(context.language))
  }

  func setLimit(_ text: String) {
    if !text.isEmpty {
      guard let number = Int(text), number > 0 else {
        return fail(context.messages.text(.notANumber(text, minimum: 1)))
      }
      limit = number
      request?.limit = number
    }
    say(Words.shell.limit, String(limit))
  }

  private func refuse(_ text: String, _ choices: [ValueKind.Choice], _ command: String) {
    let problem = UsageError.Problem.notAmong(text, allowed: choices.map(\.code), alsoKnown: choices.flatMap(\.aliases))
    fail(context.messages.text(.badValue(option: command, problem)))
  }

  /// `.output FILE` sends results to a file; alone, back to where they went at first.
  func setOutput(_ path: String) {
    guard !path.isEmpty else {
      context.restoreOutput()
      return say(Words.shell.outputBack)
    }
    guard context.redirectOutput(to: Paths.expanded(path, context.environment)) else {
      return fail(Words.error.cannotWrite, path)
    }
    say(Words.shell.outputTo, path)
  }

  func ingest(_ path: String) throws(KnowledgeBaseError) {
    guard !path.isEmpty else { return fail(Words.shell.needsPath, ".ingest") }
    close()
    _ = try Ingestion(context: context).run([Paths.expanded(path, context.environment)])
    _ = try opened()
  }

  func showHistory(_ argument: String) {
    let count = Int(argument) ?? 20
    for line in history.entries.suffix(max(0, count)) { context.output.write(line: Sanitising.text(line)) }
  }

  /// What the store holds, in a few lines.
  func stats() throws(KnowledgeBaseError) {
    let store = try opened()
    let language = context.language
    context.output.write(line: Sanitising.oneLine(context.storePath))
    context.output.write(line: Words.result.agreements.text(language, try store.count(.everything)))
    context.output.write(line: Words.result.documents.text(language, try store.documents().count))
    let labels = Labels(language: language)
    for facet in [Facet.language, .strength, .year] {
      let rows = try store.facets([facet]).rows.prefix(8)
      let text = rows.map {
        FacetNames.label($0.values[0], of: facet, labels) + " " + Numbers.shown($0.count, language)
      }
      let heading = FacetNames.heading(facet).text(language)
      context.output.write(line: Words.error.inOption.text(language, heading, text.joined(separator: ", ")))
    }
  }
}
