/// Takes running heads, footers and page numbers off the pages.
///
/// Rules: in the upper and lower eighth of a page, a line that stands at the same height, with the same words but for
/// numbers, on at least three pages, or on both of two; and a line of a page number alone ("3", "– 3 –", "Page 3 sur 12").
enum RunningHeads {
  static func remove(from layout: inout PDFLayout) {
    let repeated = repeatedLines(layout)
    for page in layout.pages.indices {
      let size = layout.pages[page].height
      for block in layout.pages[page].blocks.indices {
        layout.pages[page].blocks[block].lines.removeAll { line in
          guard let margin = margin(line, of: size) else { return false }
          return isPageNumber(line.text) || repeated.contains(Key(margin: margin, line))
        }
      }
      layout.pages[page].blocks.removeAll { $0.lines.isEmpty }
    }
  }

  private enum Margin: Hashable { case upper, lower }

  /// The words without numbers, and the height in steps of four points.
  private struct Key: Hashable {
    let margin: Margin
    let height: Int
    let words: [UInt8]

    init(margin: Margin, _ line: PDFLayout.Line) {
      self.margin = margin
      height = Int((line.box.top / 4).rounded())
      words = line.text.filter { !ASCII.isDigit($0) && !ASCII.isSpace($0) }.map(ASCII.lower)
    }
  }

  private static func margin(_ line: PDFLayout.Line, of height: Double) -> Margin? {
    if line.box.bottom <= height / 8 { return .upper }
    return line.box.top >= height * 7 / 8 ? .lower : nil
  }

  private static func repeatedLines(_ layout: PDFLayout) -> Set<Key> {
    var pagesByKey: [Key: Int] = [:]
    for page in layout.pages {
      var keys: Set<Key> = []
      for line in page.blocks.flatMap(\.lines) {
        if let margin = margin(line, of: page.height) { keys.insert(Key(margin: margin, line)) }
      }
      for key in keys { pagesByKey[key, default: 0] += 1 }
    }
    let least = layout.pages.count <= 2 ? 2 : 3
    return Set(pagesByKey.filter { $0.value >= least }.keys)
  }

  /// At most a word or two ("page", "sur", "of") beside one or two numbers, Roman ones too.
  private static func isPageNumber(_ text: [UInt8]) -> Bool {
    let words = text.split { !ASCII.isDigit($0) && !ASCII.isLetter($0) }.map { String(decoding: $0, as: UTF8.self) }
    guard (1...4).contains(words.count), text.count <= 24 else { return false }
    let numbers = words.filter { word in
      word.utf8.count <= 4 && word.utf8.allSatisfy(ASCII.isDigit)
        || word.utf8.count <= 6 && word.utf8.allSatisfy { "ivxlc".utf8.contains($0) }
    }
    let others = words.map(ASCII.lowercased).filter { !numbers.contains($0) }
    return (1...2).contains(numbers.count) && others.allSatisfy { ["page", "p", "sur", "of", "de"].contains($0) }
  }
}
