import KnowledgeBase

/// `kb doctor`: is the store whole?
enum DoctorCommand {
  static let declaration = CommandDeclaration(
    "doctor", aliases: ["diagnostic"], options: [.rebuild, .format, .noHeader],
    summary: Both("Check the store, or rebuild its index", "Contrôler la base, ou reconstruire son index"),
    details: Both("Exits 3 where a check fails.", "Code de retour 3 si un contrôle échoue."),
    examples: [
      .init("kb doctor", "all checks", "tous les contrôles"),
      .init("kb doctor --rebuild", "make the index anew from the documents", "refaire l'index à partir des documents"),
    ],
    run: run)

  static func run(_ invocation: Invocation, _ context: Context) throws -> ExitStatus {
    Interruption.exitAtOnce()
    do throws(KnowledgeBaseError) {
      if invocation.has(.rebuild) {
        // A store that is not there is not to be made by looking for its faults.
        guard context.hasStore else { throw .notFound(path: context.storePath) }
        try KnowledgeBase(path: context.storePath, mode: .write).rebuildIndex()
        context.note(Words.result.rebuilt.text(context.language))
      }
      let checkup = try checkup(context)
      write(checkup, invocation, context)
      advise(checkup, context)
      return checkup.passed ? .done : .failure
    } catch {
      return context.report(error)
    }
  }

  private static func checkup(_ context: Context) throws(KnowledgeBaseError) -> Checkup {
    do throws(KnowledgeBaseError) {
      return try openForChecking(context).checkup()
    } catch .damaged(_, let detail) {
      return .ofDamagedFile(detail)
    }
  }

  /// What to do about faults.
  private static func advise(_ checkup: Checkup, _ context: Context) {
    guard !checkup.passed else { return }
    let words = Words.check
    let advice = checkup.isMendedByRebuilding ? words.rebuild : words.restore
    for line in advice.text(context.language, context.storePath).split(separator: "\n") { context.note(String(line)) }
  }

  /// For writing where that may be: only then can the search index check itself.
  private static func openForChecking(_ context: Context) throws(KnowledgeBaseError) -> KnowledgeBase {
    guard context.hasStore else { throw .notFound(path: context.storePath) }
    if let store = try? KnowledgeBase(path: context.storePath, mode: .write) { return store }
    return try context.openStore()
  }

  private static func write(_ checkup: Checkup, _ invocation: Invocation, _ context: Context) {
    let words = Words.label
    let rows = checkup.items.map { item in
      let state = item.passed ? words.passed : words.failed
      return Listing.Row(
        json: .object([
          "check": .string(item.name.rawValue), "passed": .bool(item.passed), "detail": .string(item.detail),
        ]),
        cells: [item.name.rawValue, item.passed ? "ok" : "failed", item.detail],
        shown: [Words.check.name(item.name).text(context.language), state.text(context.language), item.detail])
    }
    var listing = Listing(
      columns: [
        .init(key: "check", heading: words.check), .init(key: "state", heading: words.state),
        .init(key: "detail", heading: words.detail, isWide: true),
      ], rows: rows)
    let path = context.storePath
    listing.wrap = {
      .object(["database": .string(path), "passed": .bool(checkup.passed), "checks": .array($0)])
    }
    context.format(invocation).write(listing, context.page(showsHeader: !invocation.has(.noHeader)))
  }
}
