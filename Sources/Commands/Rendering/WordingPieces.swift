import Communique
import Concordance
import KnowledgeBase

/// Two wordings word by word, as pieces of a quote.
enum WordingPieces {
  /// Both in one text: what went out, then what came in.
  static func merged(_ diff: WordingDiff, _ left: String, _ right: String) -> [Sheet.Piece] {
    joined(
      diff.runs.map { run in
        switch run {
        case .kept(_, let range): Sheet.Piece(text: slice(right, range))
        case .removed(let range): Sheet.Piece(text: slice(left, range), mark: .removed)
        case .added(let range): Sheet.Piece(text: slice(right, range), mark: .added)
        }
      })
  }

  /// Each by itself, with what the other lacks marked.
  static func apart(
    _ diff: WordingDiff, _ left: String, _ right: String
  ) -> (left: [Sheet.Piece], right: [Sheet.Piece]) {
    var marks: (left: [Range<Int>], right: [Range<Int>]) = ([], [])
    for run in diff.runs {
      switch run {
      case .kept: break
      case .removed(let range): marks.left.append(range)
      case .added(let range): marks.right.append(range)
      }
    }
    return (marked(left, marks.left, as: .removed), marked(right, marks.right, as: .added))
  }

  /// Runs of words with blanks between them: the punctuation of what was left out goes with it.
  private static func joined(_ pieces: [Sheet.Piece]) -> [Sheet.Piece] {
    var all: [Sheet.Piece] = []
    for piece in pieces {
      if !all.isEmpty { all.append(Sheet.Piece(text: " ")) }
      all.append(piece)
    }
    return all
  }

  private static func marked(_ text: String, _ ranges: [Range<Int>], as mark: Sheet.Piece.Mark) -> [Sheet.Piece] {
    var pieces: [Sheet.Piece] = []
    var position = 0
    for range in ranges {
      if range.lowerBound > position { pieces.append(Sheet.Piece(text: slice(text, position..<range.lowerBound))) }
      pieces.append(Sheet.Piece(text: slice(text, range), mark: mark))
      position = range.upperBound
    }
    if position < text.utf8.count { pieces.append(Sheet.Piece(text: slice(text, position..<text.utf8.count))) }
    return pieces
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: Array(text.utf8)[range], as: UTF8.self)
  }
}
