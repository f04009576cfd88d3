import Communique
import KnowledgeBase

/// The lines below results: how many of how many, what to refine by, how to go on.
struct ResultFooter {
  let lines: [String]

  /// Counting by domain and country asks the store again, so this is for readers only.
  init(
    _ result: SearchResult, _ request: SearchRequest, in store: KnowledgeBase, _ language: Language, isShell: Bool
  ) throws(KnowledgeBaseError) {
    guard result.total > 0 else {
      lines = []
      return
    }
    var lines = [Self.counts(result, request, language)]
    if let note = try VersionsNote.text(result.total, request, in: store, language, isShell: isShell) {
      lines.append(note)
    }
    if result.total > result.agreements.count || result.total > 9 {
      let facets = try Self.facetLine(request, in: store, language)
      if !facets.isEmpty { lines.append(Words.result.refineBy.text(language, facets)) }
    }
    let next = request.offset + result.agreements.count
    if next < result.total, !result.agreements.isEmpty {
      lines.append(
        isShell ? Words.result.nextInShell.text(language) : Words.result.nextOnCommandLine.text(language, String(next)))
    }
    self.lines = lines
  }

  /// "20 of 233 agreements"; on later pages "21–40 of 233 agreements".
  private static func counts(_ result: SearchResult, _ request: SearchRequest, _ language: Language) -> String {
    let shown = result.agreements.count
    let first = request.offset + 1
    let part = request.offset == 0 || shown == 0 ? "\(shown)" : "\(first)–\(first + shown - 1)"
    let total = Words.result.agreements.text(language, result.total)
    return Words.result.shownOf.text(language, part, total)
  }

  /// "domain:energy 42 · country:Kazakhstan 17 …": each can be typed as it stands.
  private static func facetLine(
    _ request: SearchRequest, in store: KnowledgeBase, _ language: Language
  ) throws(KnowledgeBaseError) -> String {
    var parts: [String] = []
    for (facet, count) in [(Facet.domain, 3), (.country, 3), (.year, 2)] {
      let table = try store.facets([facet], of: request.query, exact: request.isExact)
      // A value that all matches share refines nothing.
      let rows = table.rows.filter { $0.count < table.total }.prefix(count)
      parts += rows.map { row in
        FacetNames.condition(row.values[0], of: facet, language) + " " + Numbers.shown(row.count, language)
      }
    }
    return parts.joined(separator: " · ")
  }
}
