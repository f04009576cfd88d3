/// The pages of a PDF: blocks of lines of words, in reading order, with their places.
struct PDFLayout {
  /// A place on a page, in points from its upper left corner.
  struct Box {
    var left = 0.0
    var top = 0.0
    var right = 0.0
    var bottom = 0.0

    var height: Double { bottom - top }
  }

  struct Line {
    var box: Box
    var text: [UInt8]
  }

  struct Block {
    var box: Box
    var lines: [Line]
  }

  struct Page {
    var width = 0.0
    var height = 0.0
    var blocks: [Block] = []
  }

  var pages: [Page] = []
  /// What the file says its title is; often a file's name.
  var title: String?

  var hasWords: Bool { pages.contains { !$0.blocks.isEmpty } }

  /// - Parameter markup: what `pdftotext -bbox-layout` writes.
  init(_ markup: [UInt8], limits: ReadingLimits) throws(ReadingError.Reason) {
    let clean = Self.withoutControls(markup)
    let tree = try MarkupTree(clean, as: .xml, limits: limits)
    title = tree.all("title").first.map { ASCII.oneLine(tree.content($0)) }.flatMap { $0.isEmpty ? nil : $0 }
    for node in tree.all("page") {
      var page = Page(width: Self.number("width", tree, node), height: Self.number("height", tree, node))
      for block in tree.all("block", below: node) {
        let lines = tree.all("line", below: block).compactMap { Self.line(tree, $0) }
        if !lines.isEmpty { page.blocks.append(Block(box: Self.box(tree, block), lines: lines)) }
      }
      pages.append(page)
    }
  }

  private static func line(_ tree: MarkupTree, _ node: Int) -> Line? {
    var text: [UInt8] = []
    for word in tree.all("word", below: node) {
      if !text.isEmpty { text.append(0x20) }
      text += Ligatures.parted(Array(tree.content(word).utf8))
    }
    return text.isEmpty ? nil : Line(box: box(tree, node), text: text)
  }

  private static func box(_ tree: MarkupTree, _ node: Int) -> Box {
    Box(
      left: number("xmin", tree, node), top: number("ymin", tree, node), right: number("xmax", tree, node),
      bottom: number("ymax", tree, node))
  }

  private static func number(_ name: String, _ tree: MarkupTree, _ node: Int) -> Double {
    // A page is some thousand points at most; what is far off, or no number, is made harmless.
    let value = tree.attribute(name, of: node).flatMap(Double.init) ?? 0
    return value.isFinite ? min(max(value, -1e6), 1e6) : 0
  }

  /// Fonts without a table of letters give control characters, which XML does not allow; bytes that are no UTF-8
  /// likewise.
  private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.filter { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
  }
}

/// `ﬁ`, `ﬂ` and their like are letters of a font, not of a language.
enum Ligatures {
  static func parted(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0xEF) else { return bytes }
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + 2 < bytes.count, bytes[index] == 0xEF, bytes[index + 1] == 0xAC,
        (0x80...0x86).contains(bytes[index + 2])
      {
        output += letters[Int(bytes[index + 2] - 0x80)].utf8
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output
  }

  private static let letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
