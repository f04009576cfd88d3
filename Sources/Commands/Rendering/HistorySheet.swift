import Communique
import Concordance
import KnowledgeBase

/// What became of undertakings, event by event.
enum HistorySheet {
  static func sheet(_ history: UndertakingHistory, title: String, language: Language) -> Sheet {
    let labels = Labels(language: language)
    var rows: [Sheet.Row] = []
    for event in history.events {
      for (index, entry) in event.entries.enumerated() {
        rows.append(row(entry, section: index == 0 ? heading(event, labels) : nil, labels))
      }
    }
    return Sheet(
      title: title, rows: rows, footer: rows.isEmpty ? [Words.link.noHistory.text(language)] : [], language: language)
  }

  static func json(_ history: UndertakingHistory, parties: [Party]) -> JSON {
    .object([
      "parties": .strings(parties.map(\.rawValue)),
      "events": .array(
        history.events.map { event in
          .object(["date": .date(event.date), "entries": .array(event.entries.map(json))])
        }),
    ])
  }

  static func json(_ entry: UndertakingHistory.Entry) -> JSON {
    .object([
      "change": .string(entry.change.rawValue), "undertaking": .int(entry.chain),
      "agreement": .stored(entry.agreement), "earlier": entry.earlier.map { .int(Int($0.id)) } ?? .null,
      "likeness": .score(entry.likeness),
      "wording": entry.earlier.map { DiffSheet.json($0, entry.agreement) } ?? .null,
    ])
  }

  private static func heading(_ event: UndertakingHistory.Event, _ labels: Labels) -> String {
    let shown = event.entries.first { $0.change != .dropped }?.agreement.document
    return [labels.date(event.date), shown?.title ?? ""].filter { !$0.isEmpty }.joined(separator: " · ")
  }

  private static func row(_ entry: UndertakingHistory.Entry, section: String?, _ labels: Labels) -> Sheet.Row {
    Sheet.Row(
      section: section, notes: [labels.change(entry.change)],
      cells: [Sheet.Cell(entry.agreement, labels, quote: quote(entry))])
  }

  /// Against the wording before it where both are of one language.
  private static func quote(_ entry: UndertakingHistory.Entry) -> [Sheet.Piece]? {
    guard let earlier = entry.earlier, entry.likeness != nil else { return nil }
    let (one, two) = (earlier.agreement.text, entry.agreement.agreement.text)
    return WordingPieces.merged(WordingDiff(one, two), one, two)
  }
}
